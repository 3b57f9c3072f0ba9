using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>How many triangles there are.</summary>
/// <param name="PerNode">The number of triangles that each node is a corner of, indexed by node.</param>
/// <param name="Total">The number of triangles of the graph: a third of the sum over its nodes.</param>
public sealed record TriangleResult(ReadOnlyMemory<long> PerNode, long Total);

/// <summary>Counts triangles: sets of three nodes each two of which are neighbours.</summary>
/// <remarks>
/// <para>Self-loops and weights do not count, and parallel edges count as one. For a directed graph take it without directions, see
/// <see cref="UndirectedCsr.Of"/>.</para>
/// <para>Method and sources: nodes are ordered by degree and each triangle is found at its lowest corner, by marks (Chiba and Nishizeki
/// 1985; Schank and Wagner 2005; Latapy 2008, https://doi.org/10.1016/j.tcs.2008.07.017).</para>
/// <para>Cost: O(edges^1.5) time in the worst case. Memory: about 36 bytes a node and 4 bytes an edge, and for each thread a bit a node.
/// The result is exact and the same for any number of threads.</para>
/// </remarks>
public static class Triangles
{
    /// <summary>Counts the triangles of a graph.</summary>
    /// <param name="graph">Any undirected graph; the empty graph is allowed.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    public static TriangleResult Compute(UndirectedCsr graph, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (_, long[] counts) = Count(graph, Execution.Of(execution));
        return new(counts, counts.Sum() / 3);
    }

    internal static (DegreeOrderedCsr Ordered, long[] Counts) Count(UndirectedCsr graph, Execution run)
    {
        using WorkerTeam team = new(run.ForBlocks((graph.NodeCount >> 12) + 1));
        run.Progress?.Report(new ProgressUpdate("ordering nodes", 0, 2, "passes"));
        DegreeOrderedCsr ordered = DegreeOrderedCsr.Of(graph, areRowsSorted: false, team);
        run.Progress?.Report(new ProgressUpdate("counting triangles", 1, 2, "passes"));
        long[] counts = TriangleSearch.Count(ordered, team);
        run.Progress?.Report(new ProgressUpdate("counting triangles", 2, 2, "passes"));
        return (ordered, counts);
    }
}
