using Papergraph.Core;

namespace Papergraph.Pipeline.Stages;

/// <summary>Keeps the first findings and counts the rest, so that a hostile input cannot fill the memory with complaints.</summary>
internal sealed class Findings
{
    private const int MostKept = 10_000;
    private readonly List<Diagnostic> _kept = [];

    internal IReadOnlyList<Diagnostic> Kept => _kept;

    internal long Omitted { get; private set; }

    internal void Add(Diagnostic finding)
    {
        if (_kept.Count < MostKept) _kept.Add(finding);
        else Omitted++;
    }
}
