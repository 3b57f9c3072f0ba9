using Papergraph.Core;
using Papergraph.Import.Rows;

namespace Papergraph.Import.Loading;

/// <summary>The findings of an import, and the end of it when there are too many rejected rows or one that may not be left out.</summary>
internal sealed class FindingList(ImportOptions options)
{
    private readonly List<Diagnostic> _findings = [];

    public IReadOnlyList<Diagnostic> Findings => _findings;

    public long Omitted { get; private set; }

    public long Rejected { get; private set; }

    public void Note(Diagnostic finding)
    {
        if (_findings.Count < ImportReport.MostFindings) _findings.Add(finding);
        else Omitted++;
    }

    /// <summary>Takes the findings of a batch, and rows of it that turned out to be duplicates.</summary>
    /// <exception cref="PapergraphException">A rejected row is one too many, or may not be left out.</exception>
    public void Take(RowBatch batch, IReadOnlyList<Diagnostic> duplicates)
    {
        if (batch.Findings.Count + duplicates.Count == 0) return;
        Diagnostic[] found = [.. batch.Findings.Concat(duplicates).OrderBy(finding => finding.Line)];
        foreach (Diagnostic finding in found)
        {
            Note(finding);
            if (!options.SkipBadRelationships && ImportDiagnostics.IsBadEnd(finding)) throw ImportErrors.BadRelationship(finding);
            if (!options.SkipDuplicateNodes && ImportDiagnostics.IsDuplicate(finding)) throw ImportErrors.DuplicateNode(finding);
        }

        Rejected += batch.Rejected + duplicates.Count;
        if (Rejected > options.BadTolerance) throw ImportErrors.TooManyRejected(options.BadTolerance, found[^1]);
    }
}
