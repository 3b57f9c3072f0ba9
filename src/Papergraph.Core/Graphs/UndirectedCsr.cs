namespace Papergraph.Core;

/// <summary>What becomes of several edges between the same two nodes.</summary>
public enum ParallelEdges
{
    /// <summary>One edge stands for them; weights, where there are any, are added.</summary>
    Merge,

    /// <summary>One edge stands for them and weighs as many as they are, or the sum of their weights.</summary>
    Count,

    /// <summary>Each stays an edge.</summary>
    Keep,
}

/// <summary>An immutable undirected graph in compressed sparse rows: each edge stands in the row of both its ends, a self-loop once in its own.</summary>
/// <remarks>Nodes are the numbers from 0 to <see cref="NodeCount"/> − 1. Rows ascend. Safe for any number of threads; spans end with the
/// memory that the rows lie in.</remarks>
public sealed class UndirectedCsr
{
    private const int BlockSize = 4096;

    /// <summary>A graph of rows that are there already.</summary>
    /// <param name="nodeCount">Number of nodes; those that rows do not cover have no edges.</param>
    /// <param name="rows">From each node to its neighbours. That they are symmetric is the caller's word.</param>
    /// <param name="loopCount">Number of self-loops among the entries.</param>
    /// <exception cref="ArgumentException">The rows cover nodes that are not there, or cannot be symmetric by their number.</exception>
    public UndirectedCsr(int nodeCount, CsrRows rows, long loopCount)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.NodeCount > nodeCount || rows.FirstNode > nodeCount - rows.NodeCount)
            throw new ArgumentException("The rows cover nodes that are not there.", nameof(nodeCount));
        if (loopCount < 0 || loopCount > rows.EdgeCount || ((rows.EdgeCount - loopCount) & 1) != 0)
            throw new ArgumentException("An edge that is no self-loop stands in two rows.", nameof(loopCount));
        (NodeCount, Rows, LoopCount) = (nodeCount, rows, loopCount);
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount { get; }

    /// <summary>From each node to its neighbours, ascending.</summary>
    public CsrRows Rows { get; }

    /// <summary>Number of self-loops.</summary>
    public long LoopCount { get; }

    /// <summary>Number of edges, each counted once.</summary>
    public long EdgeCount => ((Rows.EdgeCount - LoopCount) / 2) + LoopCount;

    /// <summary>Whether the edges have weights.</summary>
    public bool IsWeighted => Rows.IsWeighted;

    /// <summary>The neighbours of the node, ascending; a self-loop makes a node its own neighbour once.</summary>
    /// <inheritdoc cref="CsrRows.Neighbours" path="/exception"/>
    public ReadOnlySpan<int> Neighbours(int node) => Rows.Neighbours(node);

    /// <summary>The same graph without weights. Nothing is copied.</summary>
    public UndirectedCsr Unweighted() => IsWeighted ? new(NodeCount, Rows.Unweighted(), LoopCount) : this;

    /// <summary>The graph with an edge in either direction for each of these. Nothing is copied.</summary>
    public DirectedCsr AsDirected() => new(NodeCount, Rows, Rows);

    /// <summary>Builds a graph from its edges, in any order; which end is named first does not matter.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <inheritdoc cref="DirectedCsr.FromEdges" path="/param"/>
    /// <inheritdoc cref="DirectedCsr.FromEdges" path="/exception"/>
    public static UndirectedCsr FromEdges(
        int nodeCount,
        ReadOnlySpan<(int Source, int Target)> edges,
        double[]? weights = null,
        ParallelEdges parallel = ParallelEdges.Merge,
        bool keepLoops = false) => Of(DirectedCsr.FromEdges(nodeCount, edges, weights), parallel, keepLoops);

    /// <summary>A directed graph without its directions.</summary>
    /// <remarks>O(nodes + edges), on several threads; the result does not depend on how many.</remarks>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="parallel">What becomes of several edges between the same two nodes, whatever their directions.</param>
    /// <param name="keepLoops">Whether self-loops stay. Most definitions of network science leave them out.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellation">Observed once per block of nodes.</param>
    /// <exception cref="OverflowException">There are more entries than an array can hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static UndirectedCsr Of(
        DirectedCsr graph,
        ParallelEdges parallel = ParallelEdges.Merge,
        bool keepLoops = false,
        int threads = -1,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int n = graph.NodeCount, blocks = (int)(((long)n + BlockSize - 1) / BlockSize);
        ParallelOptions bounded = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        if (parallel == ParallelEdges.Merge && !graph.IsWeighted) return RowUnion.Of(graph, keepLoops, bounded);
        RowMerge merge = new(graph, parallel, keepLoops);
        long[] offsets = new long[n + 1L];
        long[] loops = new long[blocks];
        RowGrouping.Each(blocks, bounded, block =>
        {
            for (int node = block * BlockSize; node < Math.Min(n, (block + 1) * BlockSize); node++)
                offsets[node + 1] = merge.Count(node, ref loops[block]);
        });
        for (int node = 0; node < n; node++) offsets[node + 1] += offsets[node];
        int[] neighbours = new int[checked((int)offsets[n])];
        double[]? weights = merge.IsWeighted ? new double[neighbours.Length] : null;
        RowGrouping.Each(blocks, bounded, block =>
        {
            for (int node = block * BlockSize; node < Math.Min(n, (block + 1) * BlockSize); node++)
            {
                (int start, int end) = ((int)offsets[node], (int)offsets[node + 1]);
                merge.Fill(node, neighbours.AsSpan(start..end), weights is null ? default : weights.AsSpan(start..end));
            }
        });
        return new(n, CsrRows.OfArrays(offsets, neighbours, weights: weights), loops.Sum());
    }
}
