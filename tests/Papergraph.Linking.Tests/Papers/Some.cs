using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking.Tests;

/// <summary>Small records for tests.</summary>
internal static class Some
{
    public static PaperRecord Record(
        string? key, string? title = null, int? year = null, string? author = null, string? ids = null, string? text = null,
        bool inferredYear = false, params CitedReference[] references) => new()
        {
            Source = "test",
            Key = key,
            Title = title,
            Date = year is { } known ? PublicationDate.Of(known, isApproximate: inferredYear) : null,
            Authors = author is null ? [] : [new AuthorName(author)],
            Identifiers = Identifiers(ids),
            Abstract = text,
            References = references,
        };

    public static CitedReference Reference(string? ids = null, string? title = null, int? year = null, string? author = null,
        string? raw = null) =>
        new(Identifiers(ids), title, year, author, raw);

    public static Identifier[] Identifiers(string? ids) =>
        ids is null ? [] : [.. ids.Split(' ').Select(id => Identifier.Parse(id)!.Value).Distinct().Order()];

    public static LinkedPapers Link(params IReadOnlyList<PaperRecord> records) =>
        PaperLinker.Link(records, _ => { }, CancellationToken.None);

    public static (LinkedPapers Papers, List<Diagnostic> Findings) LinkAndReport(params IReadOnlyList<PaperRecord> records)
    {
        List<Diagnostic> findings = [];
        return (PaperLinker.Link(records, findings.Add, CancellationToken.None), findings);
    }

    /// <summary>The records that are one paper, by their keys: <c>a b | c</c>.</summary>
    public static string Partition(LinkedPapers linked, IReadOnlyList<PaperRecord> records) =>
        string.Join(" | ", linked.Papers.Where(p => !p.IsPlaceholder)
            .Select(p => string.Join(' ', p.Records.Select(r => records[r].Key).Order(StringComparer.Ordinal)))
                .Order(StringComparer.Ordinal));
}
