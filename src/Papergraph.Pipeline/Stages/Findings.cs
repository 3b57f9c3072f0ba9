using Papergraph.Core;

namespace Papergraph.Pipeline.Stages;

/// <summary>Keeps the first findings of each severity and counts the rest, so that a hostile input cannot fill the memory with complaints, nor
/// hide the serious ones behind remarks.</summary>
internal sealed class Findings
{
    private const int MostKeptOfSeverity = 10_000;
    private readonly List<Diagnostic> _kept = [];
    private readonly int[] _counts = new int[Enum.GetValues<Severity>().Length];

    /// <summary>The findings kept, in the order in which they came.</summary>
    internal IReadOnlyList<Diagnostic> Kept => _kept;

    /// <summary>Findings that were not kept.</summary>
    internal long Omitted { get; private set; }

    internal void Add(Diagnostic finding)
    {
        if (++_counts[(int)finding.Severity] <= MostKeptOfSeverity) _kept.Add(finding);
        else Omitted++;
    }
}
