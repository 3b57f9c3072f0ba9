using Papergraph.Algorithms;
using Papergraph.Core;

namespace Papergraph.Benchmarks.Kernels;

/// <summary>One algorithm to be timed.</summary>
/// <param name="Name">As on the command line, with what distinguishes it.</param>
/// <param name="Run">Runs it and says what came out in a few words, so that times are never of something else.</param>
internal sealed record KernelCase(string Name, Func<KernelInput, Execution, string> Run)
{
    /// <summary>Most nodes on which it is run when no name is given; larger graphs would take minutes.</summary>
    public int MostNodes { get; init; } = int.MaxValue;

    /// <summary>Runs of which the best counts.</summary>
    public int Runs { get; init; } = 3;
}

/// <summary>The graph of a file, directed and without directions (one edge for two nodes, no self-loops).</summary>
internal sealed class KernelInput(DirectedCsr directed)
{
    private readonly Lazy<UndirectedCsr> _undirected = new(() => UndirectedCsr.Of(directed));

    public DirectedCsr Directed => directed;

    public UndirectedCsr Undirected => _undirected.Value;
}
