using System.Globalization;
using System.Text.RegularExpressions;

namespace Papergraph.Sources.Listings;

/// <summary>What ends a paper on a listing page: who, a dot, when, on up to three lines.</summary>
/// <param name="Who">Count of authors or organisation as written, or null.</param>
/// <param name="Year">The year, or null when the date has none.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
/// <param name="LineCount">Lines that it takes.</param>
internal sealed partial record Byline(string? Who, int? Year, int Month, int Day, int LineCount)
{
    private const char Dot = '·';

    /// <summary>A longer line before the dot is the end of an abstract.</summary>
    private const int LongestWho = 120;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The byline whose date stands on the last line, or null when that line ends none.</summary>
    /// <param name="lines">The lines since the last byline, or since the beginning.</param>
    internal static Byline? EndingAt(IReadOnlyList<ListingLine> lines)
    {
        string last = lines[^1].Text;
        int dot = last.LastIndexOf(Dot);
        if (Date().Match(last[(dot + 1)..].TrimStart()) is not { Success: true } date) return null;
        int dotLine = lines.Count - 1;
        if (dot < 0)
        {
            dotLine--;
            if (dotLine < 0 || !lines[dotLine].Text.EndsWith(Dot)) return null;
            dot = lines[dotLine].Text.Length - 1;
        }

        string who = lines[dotLine].Text[..dot].Trim();
        int first = dotLine;
        if (who.Length > LongestWho) return null;
        if (who.Length == 0 && dotLine > 0 && IsWho(lines[dotLine - 1])) who = lines[first = dotLine - 1].Text;
        int month = Array.IndexOf(Months, date.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        int? year = date.Groups["year"] is { Success: true } stated ? Number(stated) : null;
        return new Byline(who.Length > 0 ? who : null, year, month, Number(date.Groups["day"]), lines.Count - first);
    }

    /// <summary>Whether a line is a date without a byline, as pages show above their papers.</summary>
    internal static bool IsDate(string line) => Date().IsMatch(line);

    /// <summary>The number of authors, when that is what <see cref="Who"/> says.</summary>
    internal string? AuthorCount() => AuthorsForm().Match(Who ?? "") is { Success: true } match ? match.Groups["count"].Value : null;

    private static bool IsWho(ListingLine line) =>
        AuthorsForm().IsMatch(line.Text) || (line.StartsParagraph && line.Text.Length <= LongestWho);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>A year follows a comma; a number without one before it is the count of votes on the day of saving, and is passed over.</summary>
    [GeneratedRegex(
        @"^(?<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.? (?<day>0?[1-9]|[12][0-9]|3[01])(, (?<year>[12][0-9]{3}))?( [0-9][0-9.,]*k?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    [GeneratedRegex(@"^([•*–-]\s*)?(?<count>[0-9]{1,6})\s+authors?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AuthorsForm();
}
