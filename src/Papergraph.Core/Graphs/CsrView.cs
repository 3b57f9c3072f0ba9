using System.Runtime.CompilerServices;

namespace Papergraph.Core;

/// <summary>Rows made ready for a kernel that looks up the neighbours of many nodes, in any order: the memory is asked for once instead of
/// at each look-up.</summary>
/// <remarks>Lives on the stack of one thread; make one in each. Neighbours whose entries end beyond 2³⁰ are found through
/// <see cref="CsrRows"/>, more slowly.</remarks>
public readonly ref struct CsrView
{
    private const int RowsAtOnce = 16;

    private readonly CsrRows _rows;
    private readonly ReadOnlySpan<long> _offsets;
    private readonly ReadOnlySpan<int> _entries;
    private readonly ReadOnlySpan<double> _weights;
    private readonly int _firstNode;

    /// <summary>A view of the rows.</summary>
    public CsrView(CsrRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _rows = rows;
        _offsets = rows.Offsets;
        _firstNode = rows.FirstNode;
        long first = Math.Min(rows.EdgeCount, 1L << CsrRows.WindowBits);
        _entries = rows.Entries(0, first);
        _weights = rows.Weights(0, first);
    }

    /// <summary>Whether the entries have weights.</summary>
    public bool IsWeighted => _rows.IsWeighted;

    /// <inheritdoc cref="CsrRows.Neighbours"/>
    public ReadOnlySpan<int> Neighbours(int node)
    {
        int row = node - _firstNode;
        if ((uint)row >= (uint)(_offsets.Length - 1)) return default;
        long start = _offsets[row], end = _offsets[row + 1];
        return (ulong)end <= (ulong)_entries.Length ? _entries[(int)start..(int)end] : _rows.Entries(start, end - start);
    }

    /// <inheritdoc cref="CsrRows.WeightsOf"/>
    public ReadOnlySpan<double> Weights(int node)
    {
        int row = node - _firstNode;
        if ((uint)row >= (uint)(_offsets.Length - 1)) return default;
        long start = _offsets[row], end = _offsets[row + 1];
        return (ulong)end <= (ulong)_weights.Length ? _weights[(int)start..(int)end] : _rows.Weights(start, end - start);
    }

    /// <inheritdoc cref="CsrRows.Degree"/>
    public long Degree(int node)
    {
        int row = node - _firstNode;
        return (uint)row >= (uint)(_offsets.Length - 1) ? 0 : _offsets[row + 1] - _offsets[row];
    }
    /// <summary>Asks for the rows of the nodes that come next, sixteen at once: a kernel that goes through rows in no order would else
    /// wait for the memory of one row before it asks for that of the next.</summary>
    /// <param name="nodes">The nodes in the order in which their rows are needed.</param>
    /// <param name="at">The place of the node that comes now; call it for each in turn.</param>
    public void WarmNext(ReadOnlySpan<int> nodes, int at)
    {
        if (at % RowsAtOnce == 0) Warm(nodes.Slice(at, Math.Min(RowsAtOnce, nodes.Length - at)));
    }

    // Returns what it has read, so that the reads are not left out.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private int Warm(ReadOnlySpan<int> nodes)
    {
        int read = 0;
        foreach (int node in nodes)
        {
            ReadOnlySpan<int> row = Neighbours(node);
            if (row.Length > 0) read ^= row[0] ^ row[^1];
        }

        return read;
    }
}
