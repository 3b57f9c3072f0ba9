namespace Papergraph.Core;

/// <summary>An immutable directed graph in compressed sparse rows, once in each direction: what algorithms run over.</summary>
/// <remarks>Nodes are the numbers from 0 to <see cref="NodeCount"/> − 1. Parallel edges and self-loops are edges like all others. Safe for
/// any number of threads; spans end with the memory that the rows lie in.</remarks>
public sealed class DirectedCsr
{
    /// <summary>A graph of rows that are there already.</summary>
    /// <param name="nodeCount">Number of nodes; those that rows do not cover have no edges in that direction.</param>
    /// <param name="outgoing">From each node to the targets of its edges.</param>
    /// <param name="incoming">From each node to the sources of the edges that end in it: the same edges.</param>
    /// <exception cref="ArgumentException">The rows cover nodes that are not there, differ in the number of edges, or only one of them has
    /// weights.</exception>
    public DirectedCsr(int nodeCount, CsrRows outgoing, CsrRows incoming)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        ArgumentNullException.ThrowIfNull(incoming);
        if (outgoing.EdgeCount != incoming.EdgeCount) throw new ArgumentException("Both directions have the same edges.", nameof(incoming));
        if (outgoing.IsWeighted != incoming.IsWeighted) throw new ArgumentException("Both directions have weights or none.", nameof(incoming));
        if (outgoing.NodeCount > nodeCount || outgoing.FirstNode > nodeCount - outgoing.NodeCount
            || incoming.NodeCount > nodeCount || incoming.FirstNode > nodeCount - incoming.NodeCount)
            throw new ArgumentException("The rows cover nodes that are not there.", nameof(nodeCount));
        (NodeCount, OutgoingRows, IncomingRows) = (nodeCount, outgoing, incoming);
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount { get; }

    /// <summary>Number of directed edges, parallel ones counted each.</summary>
    public long EdgeCount => OutgoingRows.EdgeCount;

    /// <summary>Whether the edges have weights. Kernels that know weights use them when they are there; for the others, and to ignore
    /// them, see <see cref="Unweighted"/>.</summary>
    public bool IsWeighted => OutgoingRows.IsWeighted;

    /// <summary>The rows of targets, for kernels that go through all edges.</summary>
    public CsrRows OutgoingRows { get; }

    /// <summary>The rows of sources, for kernels that go through all edges.</summary>
    public CsrRows IncomingRows { get; }

    /// <summary>Targets of the edges that leave the node, ascending.</summary>
    /// <inheritdoc cref="CsrRows.Neighbours" path="/exception"/>
    public ReadOnlySpan<int> Outgoing(int node) => OutgoingRows.Neighbours(node);

    /// <summary>Sources of the edges that enter the node, ascending.</summary>
    /// <inheritdoc cref="CsrRows.Neighbours" path="/exception"/>
    public ReadOnlySpan<int> Incoming(int node) => IncomingRows.Neighbours(node);

    /// <summary>The same graph without weights. Nothing is copied.</summary>
    public DirectedCsr Unweighted() => IsWeighted ? new(NodeCount, OutgoingRows.Unweighted(), IncomingRows.Unweighted()) : this;

    /// <summary>The same graph with every edge turned round. Nothing is copied.</summary>
    public DirectedCsr Reversed() => new(NodeCount, IncomingRows, OutgoingRows);

    /// <summary>Builds a graph from its edges, in any order; parallel edges keep theirs. O(nodes + edges).</summary>
    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="edges">The edges, parallel ones and self-loops as often as they occur. They are copied; see
    /// <see cref="FromEdgeParts"/> where that matters.</param>
    /// <param name="weights">One weight for each edge, or null when they have none.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end of an edge is no node.</exception>
    /// <exception cref="ArgumentException">The weights are not as many as the edges.</exception>
    public static DirectedCsr FromEdges(int nodeCount, ReadOnlySpan<(int Source, int Target)> edges, double[]? weights = null) =>
        FromEdgeParts(nodeCount, [edges.ToArray()], weights is null ? null : [weights]);

    /// <summary>Builds a graph from its edges, which come in parts, in any order; parallel edges keep theirs.</summary>
    /// <remarks>O(nodes + edges), and sorting each row, on several threads; the result does not depend on how many. Temporarily 8 bytes an
    /// edge, 16 with weights, besides the edges and the graph.</remarks>
    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="parts">The edges, parallel ones and self-loops as often as they occur.</param>
    /// <param name="weights">In parts of the same lengths one weight for each edge, or null when they have none.</param>
    /// <param name="threads">Most threads to use, or −1 for as many as there are processors.</param>
    /// <param name="cancellation">Observed now and then.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end of an edge is no node.</exception>
    /// <exception cref="ArgumentException">The weights are not as many as the edges.</exception>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static DirectedCsr FromEdgeParts(
        int nodeCount,
        IReadOnlyList<ReadOnlyMemory<(int Source, int Target)>> parts,
        IReadOnlyList<ReadOnlyMemory<double>>? weights = null,
        int threads = -1,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodeCount);
        ArgumentNullException.ThrowIfNull(parts);
        if (weights is not null && !weights.Select(w => w.Length).SequenceEqual(parts.Select(p => p.Length)))
            throw new ArgumentException("There is one weight for each edge.", nameof(weights));
        ParallelOptions bounded = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        EdgeBlocks edges = new(nodeCount, parts, weights);
        if (!edges.AreAmongNodes(bounded))
            throw new ArgumentOutOfRangeException(nameof(parts), $"An end of an edge is not among the {nodeCount} nodes.");
        (long[] offsets, int[] targets, double[]? values) = RowGrouping.Group(edges, nodeCount, bounded);
        RowOrder.Sort(offsets, targets, values, bounded);
        CsrRows outgoing = CsrRows.OfArrays(offsets, targets, weights: values);
        return new(nodeCount, outgoing, outgoing.Transposed(nodeCount, threads, cancellation));
    }
}
