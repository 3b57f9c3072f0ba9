using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Chooses a paper's byline among those of its records and adds what the others know of the same people.</summary>
internal static class BylineMerger
{
    /// <summary>The byline on whose people (family names and initials, in order) most records agree; then the longest byline, then the
    /// first in ordinal order. Within it, each name is chosen as every other value is; ORCID and affiliations come from all records that
    /// agree on the people.</summary>
    public static IReadOnlyList<AuthorName> Merge(IReadOnlyList<IReadOnlyList<AuthorName>> bylines)
    {
        List<IReadOnlyList<AuthorName>> given = [.. bylines.Where(b => b.Count > 0)];
        if (given.Count < 2) return given.Count == 0 ? [] : given[0];
        List<IReadOnlyList<AuthorName>> agreeing = [.. given
            .GroupBy(People, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.First().Count).ThenByDescending(Letters)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First()];
        return [.. Enumerable.Range(0, agreeing[0].Count).Select(position => Merge([.. agreeing.Select(b => b[position])]))];
    }

    private static AuthorName Merge(List<AuthorName> author) => new(
        PaperMerger.Choose(author.Select(a => a.Name)) ?? "",
        PaperMerger.Choose(author.Select(a => a.Orcid)),
        [.. author.SelectMany(a => a.Affiliations).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private static string People(IReadOnlyList<AuthorName> byline) =>
        string.Join('\u0001', byline.Select(a => PersonName.Parse(a.Name)?.Key().ToString()));

    private static int Letters(IEnumerable<IReadOnlyList<AuthorName>> bylines) => bylines.Max(b => b.Sum(a => a.Name.Length));
}
