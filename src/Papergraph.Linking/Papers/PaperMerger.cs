using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Chooses the values of a paper among those of its records.</summary>
/// <remarks>Rule of every field: what most records say, spellings that fold to the same counted together; among spellings the one of most
/// records, then the longest, then one with small letters, then the first in ordinal order. Dates: a stated year before an inferred one,
/// the year of most records, then the most exact date of that year, then the earliest. Bylines: see <see cref="BylineMerger"/>. Lists are
/// the union. The order of the records does not matter.</remarks>
public static class PaperMerger
{
    /// <summary>Merges a paper's records.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="full">Its records, complete, one for each of <see cref="LinkedPaper.Records"/>; none for a placeholder, which
    /// says what its reference says.</param>
    public static MergedPaper Merge(LinkedPaper paper, IReadOnlyList<PaperRecord> full)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(full);
        if (full.Count != paper.Records.Count)
            throw new ArgumentException($"{paper.Id} has {paper.Records.Count} records, but {full.Count} were given.", nameof(full));
        if (paper.IsPlaceholder) return OfReference(paper);

        string? url = Choose(full.Select(r => r.Url));
        string? venue = Choose(full.Select(r => r.Venue));
        return new MergedPaper
        {
            Id = paper.Id,
            Title = Choose(full.Select(r => r.Title)),
            Abstract = Choose(full.Select(r => r.Abstract)),
            Date = ChooseDate(full),
            Authors = BylineMerger.Merge([.. full.Select(r => r.Authors)]),
            Venue = venue,
            VenueIssn = Choose(full.Where(r => r.Venue is null || venue is null || SameText(r.Venue, venue)).Select(r => r.VenueIssn)),
            Organizations = Sorted(full.SelectMany(r => r.Organizations)),
            Kind = Choose(full.Select(r => r.Kind)),
            Url = url,
            Links = Sorted(full.SelectMany(r => r.Links).Concat(full.Select(r => r.Url).OfType<string>().Where(u => u != url))),
            Doi = Value(paper, full, IdentifierScheme.Doi),
            ArxivId = Value(paper, full, IdentifierScheme.Arxiv),
            Sources = Sorted(full.Select(RecordName.Of)),
        };
    }

    /// <summary>The value that most records give, by the rule above; null when none gives one.</summary>
    internal static string? Choose(IEnumerable<string?> values)
    {
        List<string> given = [.. values.OfType<string>().Where(v => v.Length > 0)];
        if (given.Count == 0) return null;
        if (given.TrueForAll(value => value == given[0])) return given[0];
        return given.GroupBy(v => v, StringComparer.Ordinal)
            .Select(g => (Text: g.Key, Votes: g.Count(), Folded: TextFolding.Fold(g.Key)))
            .GroupBy(v => v.Folded, StringComparer.Ordinal)
            .Select(spellings => (Votes: spellings.Sum(s => s.Votes), Best: spellings
                .OrderByDescending(s => s.Votes).ThenByDescending(s => s.Text.Length)
                .ThenByDescending(s => s.Text.Any(char.IsLower)).ThenBy(s => s.Text, StringComparer.Ordinal).First().Text))
            .OrderByDescending(v => v.Votes).ThenByDescending(v => v.Best.Length).ThenBy(v => v.Best, StringComparer.Ordinal)
            .First().Best;
    }

    private static PublicationDate? ChooseDate(IReadOnlyList<PaperRecord> records)
    {
        List<PublicationDate> dates = [.. records.Select(r => r.Date).OfType<PublicationDate>()];
        if (dates.Count < 2) return dates.FirstOrDefault();
        if (dates.Exists(d => !d.IsApproximate)) dates.RemoveAll(d => d.IsApproximate);
        return dates.GroupBy(d => d.Year).OrderByDescending(year => year.Count()).ThenBy(year => year.Key).FirstOrDefault()?
            .OrderByDescending(d => d.ToString().Length).ThenBy(d => d.ToString(), StringComparer.Ordinal).First();
    }

    /// <summary>The paper's own identifier of a scheme; a contested one is still what the record says.</summary>
    private static string? Value(LinkedPaper paper, IReadOnlyList<PaperRecord> records, IdentifierScheme scheme) =>
        paper.Identifiers.Where(i => i.Scheme == scheme).Select(i => i.Value).FirstOrDefault()
        ?? records.SelectMany(r => r.Identifiers).Where(i => i.Scheme == scheme).Select(i => i.Value).Min(StringComparer.Ordinal);

    private static MergedPaper OfReference(LinkedPaper paper)
    {
        CitedReference cited = paper.Cited ?? new CitedReference([]);
        return new MergedPaper
        {
            Id = paper.Id,
            Title = cited.Title,
            Date = cited.Year is { } year ? PublicationDate.Of(year) : null,
            Authors = cited.FirstAuthor is { } author ? [new AuthorName(author)] : [],
            Doi = Value(paper, [], IdentifierScheme.Doi),
            ArxivId = Value(paper, [], IdentifierScheme.Arxiv),
        };
    }

    private static bool SameText(string a, string b) => TextFolding.Fold(a) == TextFolding.Fold(b);

    private static string[] Sorted(IEnumerable<string> values)
    {
        string[] all = [.. values];
        return all.Length < 2 ? all : [.. all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
