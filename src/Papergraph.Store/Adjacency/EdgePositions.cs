namespace Papergraph.Store;

/// <summary>The positions in their table of the edges between one node and its neighbours, in the order of the neighbours.</summary>
public readonly ref struct EdgePositions
{
    private readonly PackedIntegers? _positions;
    private readonly long _edgeCount;
    private readonly long _start;

    // The positions themselves, of a node whose edges have changed since the segment was written.
    private readonly long[]? _merged;

    internal EdgePositions(PackedIntegers? positions, long edgeCount, long start, int count) =>
        (_positions, _edgeCount, _start, Count) = (positions, edgeCount, start, count);

    internal EdgePositions(long[] merged) => (_merged, Count) = (merged, merged.Length);

    /// <summary>Number of edges; equal to the number of neighbours.</summary>
    public int Count { get; }

    /// <summary>Position of the edge to the i-th neighbour: its row in the columns of the edge table.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neighbour.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    public long this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            if (_merged is not null) return _merged[index];
            if (_positions is null) return _start + index;
            long position = _positions[_start + index];
            return (ulong)position < (ulong)_edgeCount
                ? position
                : throw _positions.Fault($"edge {_start + index} has position {position} of {_edgeCount}");
        }
    }
}
