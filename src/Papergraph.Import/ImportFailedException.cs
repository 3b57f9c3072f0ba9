using Papergraph.Core;

namespace Papergraph.Import;

/// <summary>An import that ended before anything was published, with what was found until then.</summary>
public sealed class ImportFailedException : PapergraphException
{
    internal ImportFailedException(PapergraphException cause, IReadOnlyList<Diagnostic> findings, long rejected)
        : base(cause.Code, cause.Message, cause) => (Findings, Rejected) = (findings, rejected);

    /// <summary>The findings until then, at most <see cref="ImportReport.MostFindings"/>.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>Rows rejected until then.</summary>
    public long Rejected { get; }
}
