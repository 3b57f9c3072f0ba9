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

    /// <exception cref="PapergraphException">One rejected row is one too many.</exception>
    public void Reject(Diagnostic row)
    {
        Note(row);
        Count(1, row);
    }

    /// <summary>Takes the findings of a batch.</summary>
    /// <exception cref="PapergraphException">A rejected row is one too many, or may not be left out.</exception>
    public void Take(RowBatch batch)
    {
        foreach (Diagnostic finding in batch.Findings)
        {
            Note(finding);
            if (!options.SkipBadRelationships && ImportDiagnostics.IsBadEnd(finding)) throw ImportErrors.BadRelationship(finding);
        }

        if (batch.Rejected > 0) Count(batch.Rejected, batch.Findings[^1]);
    }

    private void Count(long rows, Diagnostic last)
    {
        Rejected += rows;
        if (Rejected > options.BadTolerance) throw ImportErrors.TooManyRejected(options.BadTolerance, last);
    }
}
