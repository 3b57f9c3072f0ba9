using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>What linking looks at in a record or in an entry of a list of references.</summary>
/// <param name="Identifiers">Sorted and distinct.</param>
/// <param name="Title">Key of the title; empty when there is none.</param>
/// <param name="FirstAuthor">First author, or null.</param>
/// <param name="Year">Year, or null.</param>
/// <param name="IsYearApproximate">Whether the year was inferred.</param>
/// <param name="Abstract">The abstract, or null.</param>
internal sealed record Work(
    IReadOnlyList<Identifier> Identifiers, string Title, PersonKey? FirstAuthor, int? Year, bool IsYearApproximate, string? Abstract)
{
    /// <summary>More identifiers of one scheme than any paper has; the bound keeps comparisons cheap whatever a record claims.</summary>
    public const int MostIdentifiersOfScheme = 16;

    public static Work Of(PaperRecord record) => new(
        Bounded(record.Identifiers),
        TitleKey.Of(record.Title),
        record.Authors.Count > 0 ? PersonName.Parse(record.Authors[0].Name)?.Key() : null,
        record.Date?.Year,
        record.Date is { IsApproximate: true },
        string.IsNullOrWhiteSpace(record.Abstract) ? null : record.Abstract);

    public static Work Of(CitedReference reference) => new(
        Bounded(reference.Identifiers),
        TitleKey.Of(reference.Title),
        PersonName.Parse(reference.FirstAuthor)?.Key(),
        reference.Year,
        IsYearApproximate: false,
        Abstract: null);

    private static IReadOnlyList<Identifier> Bounded(IReadOnlyList<Identifier> identifiers) =>
        identifiers.Count < 2
            ? identifiers
            : [.. identifiers.Distinct().Order().GroupBy(i => i.Scheme).SelectMany(g => g.Take(MostIdentifiersOfScheme))];
}
