using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>A number for each edge.</summary>
/// <param name="Scores">One for each entry of the rows: the outgoing rows of a directed graph, the rows of an undirected one, in which both
/// entries of an edge have its score.</param>
public sealed record EdgeScores(ReadOnlyMemory<double> Scores);

/// <summary>Betweenness: how many shortest paths lead over a node or an edge.</summary>
/// <remarks>
/// <para>Definition: b(v) = Σ σ(s, t | v)/σ(s, t) over the pairs of nodes s, t that differ from v and each other and of which t is reached
/// from s, with σ(s, t) the number of shortest paths and σ(s, t | v) of those over v; pairs are ordered in directed graphs and unordered in
/// undirected ones: L. C. Freeman, “A Set of Measures of Centrality Based on Betweenness”, Sociometry 40(1), 1977,
/// https://doi.org/10.2307/3033543. The ends of a path are not between; for edges all pairs count: M. Girvan, M. E. J. Newman, PNAS 99(12),
/// 2002, https://doi.org/10.1073/pnas.122653799.</para>
/// <para>Computed exactly after U. Brandes, “A Faster Algorithm for Betweenness Centrality”, Journal of Mathematical Sociology 25(2), 2001,
/// https://doi.org/10.1080/0022250X.2001.9990249; without weights for eight sources at a time, in the lanes of
/// vectors, where a trial shows that their searches find the same nodes at the same levels.</para>
/// <para>Weights are lengths; they must be above 0, and lengths of paths are compared exactly: choose whole numbers or powers of two where
/// ties matter. Self-loops change nothing. Parallel edges are paths of their own, as in igraph and NetworKit; merge them first if they
/// should not be.</para>
/// <para>igraph counts as here. NetworKit counts each pair of an undirected graph twice when it does not normalise.</para>
/// <para>Cost: O(nodes · edges), with weights O(nodes · (edges + nodes log nodes)). Memory: a copy of the rows with the nodes numbered by
/// their incoming edges, which keeps what searches share in the cache; 256 bytes a node, or for edges 64 bytes a node and an entry; and for
/// each thread 33 bytes a node and 4 an entry, or 230 bytes a node where searches from different nodes have much in common, or 49 bytes a
/// node with weights. Sums go round a fixed number of accumulators, so that scores are bit-identical for any number of threads, but no more
/// than 32 threads (8 for edges) have work.</para>
/// </remarks>
public static class Betweenness
{
    /// <summary>The betweenness of each node of a directed graph.</summary>
    /// <param name="graph">Any directed graph; lengths are its weights when it has them.</param>
    /// <param name="options">Normalisation; null for the defaults.</param>
    /// <param name="execution">Threads, progress in sources, and cancellation, observed once a level; null for the defaults.</param>
    /// <returns>Scores from 0 on, by node.</returns>
    /// <exception cref="PapergraphException">A weight is not above 0 (PGA002), or there are more shortest paths between two nodes than a
    /// <see cref="double"/> can count (PGA030).</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    /// <exception cref="OverflowException">There are more entries than an array can hold, or more than 2²⁸ − 1 nodes.</exception>
    public static NodeScores Compute(DirectedCsr graph, BetweennessOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double n = graph.NodeCount;
        Execution run = Execution.Of(execution);
        (double[] sums, _) = BetweennessSum.Of(graph.NodeCount, graph.OutgoingRows, graph.IncomingRows, ofEdges: false, run);
        return new(Scaled(sums, 1, (n - 1) * (n - 2), options));
    }

    /// <summary>The betweenness of each node of an undirected graph.</summary>
    /// <inheritdoc cref="Compute(DirectedCsr, BetweennessOptions?, Execution?)"/>
    public static NodeScores Compute(UndirectedCsr graph, BetweennessOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double n = graph.NodeCount;
        (double[] sums, _) = BetweennessSum.Of(graph.NodeCount, graph.Rows, graph.Rows, ofEdges: false, Execution.Of(execution));
        return new(Scaled(sums, 0.5, (n - 1) * (n - 2) / 2, options));
    }

    /// <summary>The betweenness of each edge of a directed graph.</summary>
    /// <inheritdoc cref="Compute(DirectedCsr, BetweennessOptions?, Execution?)"/>
    /// <returns>Scores from 0 on, by entry of the outgoing rows.</returns>
    public static EdgeScores OfEdges(DirectedCsr graph, BetweennessOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double n = graph.NodeCount;
        Execution run = Execution.Of(execution);
        (_, double[] sums) = BetweennessSum.Of(graph.NodeCount, graph.OutgoingRows, graph.IncomingRows, ofEdges: true, run);
        return new(Scaled(sums, 1, n * (n - 1), options));
    }

    /// <summary>The betweenness of each edge of an undirected graph.</summary>
    /// <inheritdoc cref="OfEdges(DirectedCsr, BetweennessOptions?, Execution?)"/>
    /// <returns>Scores from 0 on, by entry of the rows; the two entries of an edge have the same.</returns>
    public static EdgeScores OfEdges(UndirectedCsr graph, BetweennessOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double n = graph.NodeCount;
        (_, double[] sums) = BetweennessSum.Of(graph.NodeCount, graph.Rows, graph.Rows, ofEdges: true, Execution.Of(execution));
        AddBothEntries(graph, sums);
        return new(Scaled(sums, 0.5, n * (n - 1) / 2, options));
    }

    // Nodes come in rising order, so that the entries that lead back from a row to lower nodes are met one after another.
    private static void AddBothEntries(UndirectedCsr graph, double[] sums)
    {
        if (graph.Rows.NodeCount == 0) return;
        ReadOnlySpan<long> offsets = graph.Rows.Offsets;
        int firstNode = graph.Rows.FirstNode;
        long[] next = offsets[..^1].ToArray();
        for (int row = 0; row < next.Length; row++)
        {
            int node = firstNode + row;
            ReadOnlySpan<int> neighbours = graph.Neighbours(node);
            for (int k = 0; k < neighbours.Length; k++)
            {
                if (neighbours[k] <= node) continue;
                long there = offsets[row] + k, back = next[neighbours[k] - firstNode]++;
                sums[there] = sums[back] = sums[there] + sums[back];
            }
        }
    }

    private static double[] Scaled(double[] sums, double factor, double pairs, BetweennessOptions? options)
    {
        if (options is { Normalized: true }) factor = pairs > 0 ? factor / pairs : 0;
        for (int i = 0; i < sums.Length; i++) sums[i] *= factor;
        return sums;
    }
}
