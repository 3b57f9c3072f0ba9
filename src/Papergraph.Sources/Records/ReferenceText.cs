using System.Globalization;
using System.Text.RegularExpressions;
using Papergraph.Corpus;
using Papergraph.Sources.Text;

namespace Papergraph.Sources.Records;

/// <summary>Reads references that a source gives as one text: picks out what is clearly there and keeps the text.</summary>
internal static partial class ReferenceText
{
    private const int LongestRead = 4096;

    /// <summary>A text that is either what another record is called or a reference as printed. A single word is the former; a text
    /// with a DOI in it the latter; any other text may be either and is kept as both.</summary>
    internal static CitedReference KeyOrPrinted(string text)
    {
        string? line = TextCleaning.Line(text);
        Identifier? whole = Identifier.Parse(line);
        if (line is null || (whole is not null && !line.Contains(' ', StringComparison.Ordinal))) return new CitedReference(Listed(whole));
        Identifier? within = whole is { Scheme: not IdentifierScheme.Local } ? whole : DoiWithin(line) ?? whole;
        return new CitedReference(Listed(within), Raw: line);
    }

    /// <summary>A line of the cited references of Web of Science: <c>Author, YEAR, SOURCE, V1, P2, DOI 10.…</c>.</summary>
    internal static CitedReference WebOfScience(string text)
    {
        string line = TextCleaning.Line(text) ?? "";
        string head = TextCleaning.Clip(line, LongestRead);
        Match match = WebOfScienceForm().Match(head);
        string? author = match.Success ? match.Groups["author"].Value.TrimStart('*') : null;
        return new CitedReference(Listed(DoiWithin(head)), Year: match.Success ? Year(match) : null, FirstAuthor: author, Raw: line);
    }

    /// <summary>An entry of the references of a Scopus export: <c>Author, A., Author, B., Title (YEAR) Source, …</c> or, in newer
    /// ones, <c>Author A., Author B., Title, Source, …, (YEAR)</c>. The title is taken from the older form only: in the newer one
    /// nothing tells where it ends.</summary>
    internal static CitedReference Scopus(string text)
    {
        string line = TextCleaning.Line(text) ?? "";
        string head = TextCleaning.Clip(line, LongestRead);
        IReadOnlyList<Identifier> identifiers = Listed(DoiWithin(head));
        string[] parts = head.Split(", ");
        if (parts.Length > 1 && Initials().IsMatch(parts[1]) && YearThenSource().Match(head) is { Success: true } year)
            return ScopusOlder(identifiers, head[..year.Index].Split(", "), Year(year), line);
        return new CitedReference(identifiers, Year: OnlyYearInBrackets(head), FirstAuthor: NameAndInitials().IsMatch(parts[0]) ? parts[0] : null, Raw: line);
    }

    /// <summary>Authors take two parts each, family name and initials; what follows the last of them is the title.</summary>
    private static CitedReference ScopusOlder(IReadOnlyList<Identifier> identifiers, string[] parts, int? year, string line)
    {
        int authors = 0;
        while (authors + 1 < parts.Length && Initials().IsMatch(parts[authors + 1])) authors += 2;
        string title = string.Join(", ", parts[authors..]);
        return new CitedReference(identifiers, title.Length > 0 ? title : null, year, authors > 0 ? $"{parts[0]}, {parts[1]}" : null, line);
    }

    private static int? OnlyYearInBrackets(string text)
    {
        MatchCollection years = YearInBrackets().Matches(text);
        return years.Count == 1 ? Year(years[0]) : null;
    }

    private static int? Year(Match match) => PublicationDate.Of(int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture))?.Year;

    private static Identifier? DoiWithin(string text)
    {
        Match match = DoiForm().Match(text);
        return match.Success ? Identifier.Doi(match.Value.TrimEnd('.', ',', ';', ':', ')', ']', '}', '"', '\'')) : null;
    }

    private static Identifier[] Listed(Identifier? identifier) => identifier is { } known ? [known] : [];

    [GeneratedRegex(@"\b10\.[0-9]{4,9}(\.[0-9]+)*/[^\s\[\]{}]+", RegexOptions.CultureInvariant)]
    private static partial Regex DoiForm();

    [GeneratedRegex(@"^(?<author>[^,]{1,100}), (?<year>[0-9]{4}), ", RegexOptions.CultureInvariant)]
    private static partial Regex WebOfScienceForm();

    [GeneratedRegex(@"^\p{Lu}[^,.()]{1,60} (\p{Lu}\.-?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndInitials();

    [GeneratedRegex(@"^(\p{Lu}\.[ -]?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    [GeneratedRegex(@" \((?<year>[12][0-9]{3})\) ", RegexOptions.CultureInvariant)]
    private static partial Regex YearThenSource();

    [GeneratedRegex(@"\((?<year>[12][0-9]{3})\)", RegexOptions.CultureInvariant)]
    private static partial Regex YearInBrackets();
}
