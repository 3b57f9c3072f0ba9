using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>The neighbours of each node along the edges of one type in one direction (compressed sparse rows).</summary>
/// <remarks>A node that has no such edge, and a number that is no node, has no neighbours. A neighbour occurs as often as there are
/// parallel edges to it. Every id handed out is a node of the graph. Safe for any number of threads.</remarks>
public sealed class Adjacency
{
    private readonly Section _offsets;
    private readonly Section _neighbours;
    private readonly PackedIntegers? _positions;
    private CsrRows? _rows;

    /// <param name="sections">The sections of the segment.</param>
    /// <param name="layout">Where offsets and neighbours lie.</param>
    /// <param name="edgeCount">Number of edges of the table.</param>
    /// <param name="nodeCount">Number of nodes of the graph.</param>
    /// <param name="positions">The position of each edge, or null when the edges lie in the order of the table.</param>
    /// <param name="name">What this is, for messages.</param>
    internal Adjacency(
        SegmentSections sections, AdjacencyLayout layout, long edgeCount, int nodeCount, PackedIntegers? positions, string name)
    {
        (FirstNode, NodeCount, EdgeCount, _positions) = (layout.FirstNode, layout.NodeCount, edgeCount, positions);
        if (NodeCount > nodeCount || FirstNode > nodeCount - NodeCount) throw sections.Fault($"{name} has nodes that the graph has not");
        if (edgeCount > long.MaxValue / sizeof(int)) throw sections.Fault($"{name} has {edgeCount} edges");
        _offsets = sections.Take(layout.Offsets, (NodeCount + 1L) * sizeof(long), name + " offsets");
        _neighbours = sections.Take(layout.Neighbours, edgeCount * sizeof(int), name + " neighbours", limit: nodeCount);
    }

    /// <summary>The first node that may have neighbours.</summary>
    public int FirstNode { get; }

    /// <summary>Number of nodes from <see cref="FirstNode"/> on that may have neighbours.</summary>
    public int NodeCount { get; }

    /// <summary>Number of edges.</summary>
    public long EdgeCount { get; }

    /// <summary>The neighbours of the node, ascending. The span ends with the reader.</summary>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ReadOnlySpan<int> Neighbours(int node)
    {
        (long start, int count) = Range(node);
        return count == 0 ? default : _neighbours.Span<int>(start, count);
    }

    /// <summary>Number of neighbours, parallel edges counted each. O(1).</summary>
    /// <inheritdoc cref="Neighbours" path="/exception"/>
    public int Degree(int node) => Range(node).Count;

    /// <summary>Where the edges to the neighbours lie in the table: the row of the i-th neighbour's edge in the columns.</summary>
    /// <inheritdoc cref="Neighbours" path="/exception"/>
    public EdgePositions Positions(int node)
    {
        (long start, int count) = Range(node);
        return new(_positions, EdgeCount, start, count);
    }

    /// <summary>All rows at once, in place: for algorithms and scans, which then pay for no check at the single node.</summary>
    /// <remarks>The first call checks all blocks and offsets, at some 5 GB/s. The rows end with the reader; using them after it was
    /// disposed raises <see cref="ObjectDisposedException"/>.</remarks>
    /// <inheritdoc cref="Neighbours" path="/exception"/>
    public CsrRows Rows => Volatile.Read(ref _rows) ?? Interlocked.CompareExchange(ref _rows, OpenRows(), null) ?? _rows;

    private CsrRows OpenRows()
    {
        _offsets.VerifyAll();
        _neighbours.VerifyAll();
        ReadOnlyMemory<long> offsets = new SectionMemory<long>(_offsets, 0, NodeCount + 1).Memory;
        long before = 0;
        foreach (long offset in offsets.Span)
        {
            if (offset < before || offset - before > 1L << CsrRows.WindowBits) throw _offsets.Fault($"offset {offset} follows {before}");
            before = offset;
        }

        if (offsets.Span[0] != 0 || before != EdgeCount) throw _offsets.Fault($"they do not span 0 to {EdgeCount}");
        List<ReadOnlyMemory<int>> windows = [];
        for (long first = 0; first < EdgeCount; first += 1L << CsrRows.WindowBits)
            windows.Add(new SectionMemory<int>(_neighbours, first, (int)Math.Min(int.MaxValue, EdgeCount - first)).Memory);
        return new(FirstNode, offsets, [.. windows]);
    }

    private (long Start, int Count) Range(int node)
    {
        long row = (long)node - FirstNode;
        if ((ulong)row >= (ulong)NodeCount) return default;
        ReadOnlySpan<long> bounds = _offsets.Span<long>(row, 2);
        (long start, long end) = (bounds[0], bounds[1]);
        if (start < 0 || start > end || end > EdgeCount || end - start > int.MaxValue)
            throw _offsets.Fault($"node {node} spans edges {start} to {end} of {EdgeCount}");
        return (start, (int)(end - start));
    }

    internal StoreException Fault(string what) => _neighbours.Fault(what);

    /// <summary>Checks that the offsets span all edges and the neighbours of every node ascend.</summary>
    internal void VerifyRows(FaultList faults)
    {
        _positions?.VerifyEnd(faults);
        faults.Check(() =>
        {
            if (_offsets.Read<long>(0) != 0 || _offsets.Read<long>(NodeCount) != EdgeCount)
                throw _offsets.Fault($"they do not span 0 to {EdgeCount}");
        });
        faults.Check(() =>
        {
            bool tight = NodeCount == 0 ? FirstNode == 0 && EdgeCount == 0 : Degree(FirstNode) > 0 && Degree(FirstNode + NodeCount - 1) > 0;
            if (!tight) throw _offsets.Fault("they cover more nodes than have edges");
        });
        faults.Each(NodeCount, row =>
        {
            ReadOnlySpan<int> neighbours = Neighbours(FirstNode + (int)row);
            for (int i = 1; i < neighbours.Length; i++)
            {
                if (neighbours[i] < neighbours[i - 1]) throw Fault($"the neighbours of node {FirstNode + row} do not ascend");
            }
        });
    }
}
