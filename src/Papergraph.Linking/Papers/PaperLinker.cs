using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Decides which records are one paper and which paper each reference means.</summary>
/// <remarks>
/// <para>Records are one paper when they share an identifier, or a title with first author and year; the rules and their limits stand in
/// <c>docs/linking.md</c>. Papers with different identifiers of one authoritative scheme are never one. A reference means the
/// paper that has one of its identifiers, else the only one with its title that its year and first author allow;
/// what is left are placeholders, linked among each other by the same rules.</para>
/// <para>The result is a function of the set of records: their order only changes the numbers by which it speaks of them. Each record is
/// in exactly one paper.</para>
/// <para>Cost: a few sorts of records and references; near-linear whatever titles and identifiers they share.</para>
/// </remarks>
public static class PaperLinker
{
    /// <summary>Links the records.</summary>
    /// <param name="records">The records, each once. Abstracts may be left out: they only help to tell that two papers of a short title,
    /// or of unknown author or year, are one.</param>
    /// <param name="report">Receives a finding for each contested identifier and each record that claims too many.</param>
    /// <param name="cancellation">Observed once a block of records that may be one.</param>
    /// <param name="nameOf">What to call a record, by its index, in findings and the log; null calls it by <see cref="RecordName"/>. Needed
    /// where parts of the records are left out, because the name of one without a key is that of all its content.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static LinkedPapers Link(
        IReadOnlyList<PaperRecord> records, Action<Diagnostic> report, CancellationToken cancellation, Func<int, string>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(report);
        nameOf ??= record => RecordName.Of(records[record]);
        int[] order = CanonicalOrder.Of(records);
        PaperDraft draft = new();
        ReportExcessIdentifiers(records, order, nameOf, report);

        Work[] works = [.. order.Select(r => Work.Of(records[r]))];
        WorkLinks links = WorkLinker.Link(works, cancellation);
        string NameOf(int work) => nameOf(order[work]);
        draft.Add(works, links, NameOf, work => "record:" + PaperIds.Hash(ContentName(records[order[work]])),
            cluster => (Array.ConvertAll([.. links.Clusters[cluster]], w => order[w]), null));
        foreach ((Identifier identifier, IReadOnlyList<int> claimants) in links.Contested)
            report(LinkingDiagnostics.ContestedIdentifier(identifier,
                [.. claimants.Select(c => NameOf(links.Clusters[c][0])).Order(StringComparer.Ordinal)]));

        ReferenceResolver resolver = new(works, links, draft.Ids, draft.Identifiers);
        ReferenceLines lines = ReferenceLines.Read(records, order, resolver, cancellation);
        WorkLinks placeholders = WorkLinker.Link(lines.UnresolvedWorks, cancellation);
        draft.Add(lines.UnresolvedWorks, placeholders, lines.NameOfUnresolved, lines.RawId,
            cluster => ([], lines.Best(placeholders.Clusters[cluster])));

        (LinkedPaper[] papers, int[] place) = draft.Sorted();
        int[] paperOf = new int[records.Count];
        for (int work = 0; work < order.Length; work++) paperOf[order[work]] = place[links.ClusterOf[work]];
        (Citation[] citations, ReferenceCounts counts) = lines.Citations(
            paperOf, entry => place[entry], unresolved => place[links.Clusters.Count + placeholders.ClusterOf[unresolved]]);
        return new LinkedPapers(papers, citations, counts, draft.Decisions());
    }

    private static string ContentName(PaperRecord record) =>
        PaperRecordCodec.Name(PaperRecordCodec.Encode(record with { Abstract = null }));

    private static void ReportExcessIdentifiers(
        IReadOnlyList<PaperRecord> records, int[] order, Func<int, string> nameOf, Action<Diagnostic> report)
    {
        foreach (int record in order)
        {
            if (records[record].Identifiers.Count <= Work.MostIdentifiersOfScheme) continue;
            foreach (IGrouping<IdentifierScheme, Identifier> scheme in records[record].Identifiers.Distinct().GroupBy(i => i.Scheme)
                .OrderBy(g => g.Key))
            {
                if (scheme.Count() > Work.MostIdentifiersOfScheme)
                    report(LinkingDiagnostics.TooManyIdentifiers(nameOf(record), scheme.Key, scheme.Count(), Work.MostIdentifiersOfScheme));
            }
        }
    }
}
