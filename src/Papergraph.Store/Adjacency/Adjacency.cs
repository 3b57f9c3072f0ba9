using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>The neighbours of each node along the edges of one type in one direction (compressed sparse rows).</summary>
/// <remarks>A node that has no such edge, and a number that is no node, has no neighbours. A neighbour occurs as often as there are
/// parallel edges to it; the edges to one neighbour lie in the order of their positions. Every id handed out is a node of the graph. Safe
/// for any number of threads. A node whose edges were changed since the segment was written costs a look-up, and O(degree) at the first
/// reading.</remarks>
public sealed class Adjacency
{
    // Null when the segment has no edge of the type.
    private readonly Section? _offsets;
    private readonly Section? _neighbours;
    private readonly PackedIntegers? _positions;
    private readonly int _storedFirst;
    private readonly int _storedNodes;
    private readonly long _storedEdges;

    // The rows of nodes whose edges have changed, or null when none has.
    private readonly IdMap<AdjacencyRow>? _changed;
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
        (_storedFirst, _storedNodes, _storedEdges) = (FirstNode, NodeCount, EdgeCount);
        if (NodeCount > nodeCount || FirstNode > nodeCount - NodeCount) throw sections.Fault($"{name} has nodes that the graph has not");
        if (edgeCount > long.MaxValue / sizeof(int)) throw sections.Fault($"{name} has {edgeCount} edges");
        _offsets = sections.Take(layout.Offsets, (NodeCount + 1L) * sizeof(long), name + " offsets");
        _neighbours = sections.Take(layout.Neighbours, edgeCount * sizeof(int), name + " neighbours", limit: nodeCount);
    }

    /// <summary>The adjacency of an edge type that the segment does not have.</summary>
    internal Adjacency()
    {
    }

    private Adjacency(Adjacency before, int node, AdjacencyRow row, long edgeCount)
    {
        (_offsets, _neighbours, _positions) = (before._offsets, before._neighbours, before._positions);
        (_storedFirst, _storedNodes, _storedEdges) = (before._storedFirst, before._storedNodes, before._storedEdges);
        _changed = (before._changed ?? IdMap<AdjacencyRow>.Empty).With(node, row);
        (int first, int end) = before.NodeCount == 0
            ? (node, node + 1)
            : (Math.Min(before.FirstNode, node), Math.Max(before.FirstNode + before.NodeCount, node + 1));
        (FirstNode, NodeCount, EdgeCount) = (first, end - first, edgeCount);
    }

    /// <summary>The first node that may have neighbours.</summary>
    public int FirstNode { get; }

    /// <summary>Number of nodes from <see cref="FirstNode"/> on that may have neighbours.</summary>
    public int NodeCount { get; }

    /// <summary>Number of edges.</summary>
    public long EdgeCount { get; }

    /// <summary>Whether <see cref="Rows"/> are those of the segment in place: no edge was changed since it was written.</summary>
    public bool IsInPlace => _changed is null && _offsets is not null;

    /// <summary>The neighbours of the node, ascending. The span ends with the reader.</summary>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ReadOnlySpan<int> Neighbours(int node) =>
        _changed?.Find(node) is { } row ? Merged(node, row).Neighbours : StoredNeighbours(node);

    /// <summary>Number of neighbours, parallel edges counted each. O(1).</summary>
    /// <inheritdoc cref="Neighbours" path="/exception"/>
    public int Degree(int node) => Range(node).Count + (_changed?.Find(node)?.Gained ?? 0);

    /// <summary>Where the edges to the neighbours lie in the table: the row of the i-th neighbour's edge in the columns.</summary>
    /// <inheritdoc cref="Neighbours" path="/exception"/>
    public EdgePositions Positions(int node) =>
        _changed?.Find(node) is { } row ? new(Merged(node, row).Positions) : StoredPositions(node);

    /// <summary>The adjacency with one edge more.</summary>
    internal Adjacency With(int node, EdgeEnd end) => new(this, node, RowOf(node).With(end), EdgeCount + 1);

    /// <summary>The adjacency with one edge less.</summary>
    internal Adjacency Without(int node, EdgeEnd end) =>
        new(this, node, RowOf(node).Without(end, isStored: end.Position < _storedEdges), EdgeCount - 1);

    /// <summary>The nodes that an edge of the segment connects, for an adjacency whose edges lie in the order of the table.</summary>
    internal (int Node, int Neighbour) StoredEnds(long position)
    {
        // The last row that begins at or before the position; rows without edges before it begin there too, so the last is the one.
        (long low, long high) = (0, _storedNodes - 1);
        while (low < high)
        {
            long middle = (low + high + 1) / 2;
            if (_offsets!.Read<long>(middle) <= position) low = middle;
            else high = middle - 1;
        }

        return (_storedFirst + (int)low, _neighbours!.Read<int>(position));
    }

    private AdjacencyRow RowOf(int node) => _changed?.Find(node) ?? AdjacencyRow.Unchanged;

    private AdjacencyRow.MergedRow Merged(int node, AdjacencyRow row) => row.Merge(StoredNeighbours(node), StoredPositions(node));

    private ReadOnlySpan<int> StoredNeighbours(int node)
    {
        (long start, int count) = Range(node);
        return count == 0 ? default : _neighbours!.Span<int>(start, count);
    }

    private EdgePositions StoredPositions(int node)
    {
        (long start, int count) = Range(node);
        return new(_positions, _storedEdges, start, count);
    }

    /// <summary>All rows at once, for algorithms and scans, which then pay for no check at the single node: those of the segment in place,
    /// without a copy; where edges were changed since, a merged copy.</summary>
    /// <remarks>The first call checks all blocks and offsets, at some 3 GB/s. Rows in place end with the reader; using them after it was
    /// disposed raises <see cref="ObjectDisposedException"/>.</remarks>
    /// <exception cref="StoreException">The file is damaged here, or there are changes and more edges than an array can hold.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public CsrRows Rows => Volatile.Read(ref _rows) ?? Interlocked.CompareExchange(ref _rows, OpenRows(), null) ?? _rows;

    private CsrRows OpenRows() => IsInPlace ? StoredRows(_offsets!, _neighbours!) : MergedRows();

    private CsrRows StoredRows(Section offsetSection, Section neighbours)
    {
        offsetSection.VerifyAll();
        neighbours.VerifyAll();
        ReadOnlyMemory<long> offsets = new SectionMemory<long>(offsetSection, 0, NodeCount + 1).Memory;
        long before = 0;
        foreach (long offset in offsets.Span)
        {
            if (offset < before || offset - before > 1L << CsrRows.WindowBits)
                throw offsetSection.Fault($"offset {offset} follows {before}");
            before = offset;
        }

        if (offsets.Span[0] != 0 || before != EdgeCount) throw offsetSection.Fault($"they do not span 0 to {EdgeCount}");
        List<ReadOnlyMemory<int>> windows = [];
        for (long first = 0; first < EdgeCount; first += 1L << CsrRows.WindowBits)
            windows.Add(new SectionMemory<int>(neighbours, first, (int)Math.Min(int.MaxValue, EdgeCount - first)).Memory);
        return new(FirstNode, offsets, [.. windows]);
    }

    private CsrRows MergedRows()
    {
        if (EdgeCount > Array.MaxLength) throw StoreErrors.TooManyChangedEdges(EdgeCount);
        long[] offsets = new long[NodeCount + 1];
        int[] neighbours = new int[EdgeCount];
        for (int row = 0; row < NodeCount; row++)
        {
            ReadOnlySpan<int> merged = Neighbours(FirstNode + row);
            merged.CopyTo(neighbours.AsSpan((int)offsets[row]));
            offsets[row + 1] = offsets[row] + merged.Length;
        }

        return CsrRows.OfArrays(offsets, neighbours, FirstNode);
    }

    private (long Start, int Count) Range(int node)
    {
        long row = (long)node - _storedFirst;
        if ((ulong)row >= (ulong)_storedNodes) return default;
        ReadOnlySpan<long> bounds = _offsets!.Span<long>(row, 2);
        (long start, long end) = (bounds[0], bounds[1]);
        if (start < 0 || start > end || end > _storedEdges || end - start > int.MaxValue)
            throw _offsets.Fault($"node {node} spans edges {start} to {end} of {_storedEdges}");
        return (start, (int)(end - start));
    }

    internal StoreException Fault(string what) => _neighbours!.Fault(what);

    /// <summary>Checks that the offsets span all edges and the neighbours of every node ascend.</summary>
    internal void VerifyRows(FaultList faults)
    {
        _positions?.VerifyEnd(faults);
        faults.Check(() =>
        {
            if (_offsets!.Read<long>(0) != 0 || _offsets.Read<long>(NodeCount) != EdgeCount)
                throw _offsets.Fault($"they do not span 0 to {EdgeCount}");
        });
        faults.Check(() =>
        {
            bool tight = NodeCount == 0 ? FirstNode == 0 && EdgeCount == 0 : Degree(FirstNode) > 0 && Degree(FirstNode + NodeCount - 1) > 0;
            if (!tight) throw _offsets!.Fault("they cover more nodes than have edges");
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
