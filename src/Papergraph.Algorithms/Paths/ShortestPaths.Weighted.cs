using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Shortest paths from one node, by number of edges and by weight.</summary>
public static partial class ShortestPaths
{
    // Below this many edges a heap is done before threads have met.
    private const long LeastEdgesForThreads = 1 << 16;

    /// <summary>The shortest paths from one node to all others over edges with weights.</summary>
    /// <remarks>
    /// <para>Definition: d(v) = min over all paths from the source to v of the sum of their weights; edges without weights weigh 1. Sums are
    /// taken along the path in double precision. Adding is monotone also when rounded, so the least sum of each node is one number
    /// whatever the order of work, and distances are bit-identical for any number of threads.</para>
    /// <para>Predecessors: the least node u with d(u) + w(u, v) = d(v) among those nearer to the source than v; where there is none,
    /// because the last edge weighs nothing, the one over which v is reached with the fewest such edges, then the least.</para>
    /// <para>Method: Δ-stepping, U. Meyer and P. Sanders, “Δ-stepping: a parallelizable shortest path algorithm”, Journal of Algorithms
    /// 49(1), 2003, https://doi.org/10.1016/S0196-6774(03)00076-2, with light and heavy edges relaxed together; on small graphs, and when
    /// the weights are such that Δ-stepping relaxes edges over and over, E. W. Dijkstra, “A note on two problems in connexion with
    /// graphs”, Numerische Mathematik 1, 1959, https://doi.org/10.1007/BF01386390, with a heap. Cost: O((nodes + edges) · log nodes) at
    /// worst, near O(nodes + edges) for weights without long tails; 12 bytes a node for the result, about as many again at work, and 4
    /// for each relaxation of an edge that waits.</para>
    /// <para>Self-loops are on no shortest path, of parallel edges the lightest counts. For a graph without directions give
    /// <see cref="UndirectedCsr.AsDirected"/>. A distance beyond the greatest double counts as no path. igraph, NetworKit and NetworkX
    /// have the same distances; where several shortest paths end in a node, each of them keeps the predecessor that it met first.</para>
    /// </remarks>
    /// <param name="graph">Any directed graph; weights, where there are any, finite and ≥ 0.</param>
    /// <param name="source">Where the paths begin.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <exception cref="PapergraphException">PGA002: a weight is negative, NaN or infinite. PGA004: the source is no node.</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static WeightedPaths Weighted(DirectedCsr graph, int source, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(graph);
        if ((uint)source >= (uint)graph.NodeCount) throw AlgorithmErrors.NoSuchNode("source", source, graph.NodeCount);
        EdgeWeightCheck.RequireNonNegative("shortest paths", graph.OutgoingRows);
        double[] distances = Distances(graph, source, run);
        return new(source, distances, ShortestPathTree.Predecessors(graph, source, distances, run));
    }

    /// <summary>A shortest path from one node to another, without looking at more of the graph than must be.</summary>
    /// <remarks>
    /// <para>Definition as of <see cref="Weighted"/>; of several shortest paths always the same one.</para>
    /// <para>Method: Dijkstra's algorithm from both ends, the nearer side first, until no path through what is left can be shorter than
    /// the best found; I. Pohl, “Bi-directional search”, Machine Intelligence 6, 1971. Its two sums are added from either end: a path
    /// that is longer than the shortest by rounding alone (number of edges · 2⁻⁵³ of the length) may be taken for it. One thread. Cost:
    /// O((nodes + edges) · log nodes) at worst, on graphs of small diameter a small part of that; 64 bytes a node.</para>
    /// </remarks>
    /// <param name="graph">Any directed graph; weights, where there are any, finite and ≥ 0.</param>
    /// <param name="source">Where the path begins.</param>
    /// <param name="target">Where it ends; the source itself is allowed.</param>
    /// <param name="execution">Cancellation; threads and progress are not used.</param>
    /// <returns>The path, or null when there is none.</returns>
    /// <exception cref="PapergraphException">PGA002: a weight is negative, NaN or infinite. PGA004: an end is no node.</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static WeightedPath? Between(DirectedCsr graph, int source, int target, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(graph);
        if ((uint)source >= (uint)graph.NodeCount) throw AlgorithmErrors.NoSuchNode("source", source, graph.NodeCount);
        if ((uint)target >= (uint)graph.NodeCount) throw AlgorithmErrors.NoSuchNode("target", target, graph.NodeCount);
        EdgeWeightCheck.RequireNonNegative("shortest paths", graph.OutgoingRows);
        return BidirectionalDijkstra.Find(graph, source, target, run.Cancellation);
    }

    /// <summary>The distances alone; weights have been checked.</summary>
    internal static double[] Distances(DirectedCsr graph, int source, Execution run) =>
        (graph.EdgeCount < LeastEdgesForThreads ? null : DeltaStepping.Distances(graph.OutgoingRows, graph.NodeCount, source, run))
        ?? DijkstraDistances(graph, source, run);

    internal static double[] DijkstraDistances(DirectedCsr graph, int source, Execution run)
    {
        DijkstraSide search = new(graph.OutgoingRows, graph.NodeCount, source, keepPredecessors: false);
        CsrView rows = new(graph.OutgoingRows);
        for (long settled = 0; search.HasNext; settled++)
        {
            if ((settled & 0xFFFF) == 0)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                run.Progress?.Report(new ProgressUpdate("shortest paths", settled, graph.NodeCount, "nodes"));
            }

            search.SettleNext(rows);
        }

        return search.Distances;
    }
}
