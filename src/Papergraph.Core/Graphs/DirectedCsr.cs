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
    /// <exception cref="ArgumentException">The rows cover nodes that are not there, or differ in the number of edges.</exception>
    public DirectedCsr(int nodeCount, CsrRows outgoing, CsrRows incoming)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        ArgumentNullException.ThrowIfNull(incoming);
        if (outgoing.EdgeCount != incoming.EdgeCount) throw new ArgumentException("Both directions have the same edges.", nameof(incoming));
        if (outgoing.NodeCount > nodeCount || outgoing.FirstNode > nodeCount - outgoing.NodeCount
            || incoming.NodeCount > nodeCount || incoming.FirstNode > nodeCount - incoming.NodeCount)
            throw new ArgumentException("The rows cover nodes that are not there.", nameof(nodeCount));
        (NodeCount, OutgoingRows, IncomingRows) = (nodeCount, outgoing, incoming);
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount { get; }

    /// <summary>Number of directed edges, parallel ones counted each.</summary>
    public long EdgeCount => OutgoingRows.EdgeCount;

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

    /// <summary>Builds a graph from its edges, in any order. O(nodes + edges).</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end of an edge is no node.</exception>
    public static DirectedCsr FromEdges(int nodeCount, ReadOnlySpan<(int Source, int Target)> edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodeCount);
        long[] offsets = new long[nodeCount + 1L];
        foreach ((int source, int target) in edges)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)source, (uint)nodeCount, nameof(edges));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)target, (uint)nodeCount, nameof(edges));
            offsets[target + 1]++;
        }

        for (int node = 0; node < nodeCount; node++) offsets[node + 1] += offsets[node];
        long[] next = offsets[..nodeCount];
        int[] sources = new int[edges.Length];
        foreach ((int source, int target) in edges) sources[next[target]++] = source;
        // Turning rows round sorts them: the incoming rows stand in the order of the edges until they are turned round twice.
        CsrRows outgoing = CsrRows.OfArrays(offsets, sources).Transposed(nodeCount);
        return new(nodeCount, outgoing, outgoing.Transposed(nodeCount));
    }
}
