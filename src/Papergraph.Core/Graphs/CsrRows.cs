namespace Papergraph.Core;

/// <summary>The neighbours of each node in one direction, in compressed sparse rows: the neighbours of all nodes one after another, and
/// where those of each node begin.</summary>
/// <remarks>
/// <para>Rows cover the nodes from <see cref="FirstNode"/> on, <see cref="NodeCount"/> of them; all other nodes have no neighbours. The row
/// of node <c>v</c> is entries <c>Offsets[v − FirstNode]</c> to before <c>Offsets[v − FirstNode + 1]</c>, ascending; a neighbour occurs as
/// often as there are parallel edges.</para>
/// <para>The memory is handed through as it is given, so that mapped files are read in place. Spans end with the memory: whoever owns it
/// says how long it lives. Immutable and safe for any number of threads.</para>
/// <para>Offsets have 64 bits because a citation graph passes 2³¹ edges, and no span is longer than 2³¹ − 1: neighbours come in windows,
/// window k from entry k·2³⁰ on and as long as a span can be. So any 2³⁰ entries lie in one of them.</para>
/// </remarks>
public sealed class CsrRows
{
    /// <summary>Each window of neighbours begins this many bits of entries after the one before.</summary>
    public const int WindowBits = 30;

    private readonly ReadOnlyMemory<long> _offsets;
    private readonly ReadOnlyMemory<int>[] _windows;
    private readonly ReadOnlyMemory<double>[]? _weights;

    /// <summary>Rows over memory that is there already.</summary>
    /// <param name="firstNode">The first node covered.</param>
    /// <param name="offsets">One offset for each node covered, and the number of edges: ascending from 0, not necessarily strictly. The
    /// first and the last are checked here, the others by whoever made them.</param>
    /// <param name="windows">The neighbours: window k holds the entries from k·2³⁰ on, to the end or 2³¹ − 1 of them.</param>
    /// <exception cref="ArgumentException">The offsets are none, do not begin with 0, or end beyond the windows.</exception>
    public CsrRows(int firstNode, ReadOnlyMemory<long> offsets, params ReadOnlyMemory<int>[] windows)
        : this(firstNode, offsets, windows, weights: null) { }

    /// <summary>Rows over memory that is there already, with a weight for each entry.</summary>
    /// <param name="firstNode">The first node covered.</param>
    /// <param name="offsets">As without weights.</param>
    /// <param name="windows">As without weights.</param>
    /// <param name="weights">The weights in windows as those of the neighbours, or null when the edges have none.</param>
    /// <exception cref="ArgumentException">The offsets are none, do not begin with 0, or end beyond the windows; the weights are not as many
    /// as the neighbours.</exception>
    public CsrRows(int firstNode, ReadOnlyMemory<long> offsets, ReadOnlyMemory<int>[] windows, ReadOnlyMemory<double>[]? weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstNode);
        ArgumentNullException.ThrowIfNull(windows);
        if (offsets.IsEmpty || offsets.Span[0] != 0) throw new ArgumentException("The first offset is 0.", nameof(offsets));
        (FirstNode, NodeCount, EdgeCount, _offsets, _windows) = (firstNode, offsets.Length - 1, offsets.Span[^1], offsets, windows);
        long entries = windows.Length == 0 ? 0 : ((long)(windows.Length - 1) << WindowBits) + windows[^1].Length;
        if (EdgeCount < 0 || EdgeCount > entries) throw new ArgumentException("The offsets end beyond the neighbours.", nameof(offsets));
        if (weights is not null && (weights.Length != windows.Length || weights.Where((w, i) => w.Length != windows[i].Length).Any()))
            throw new ArgumentException("There is one weight for each neighbour.", nameof(weights));
        _weights = weights;
    }

    /// <summary>Whether the entries have weights.</summary>
    public bool IsWeighted => _weights is not null;

    /// <summary>The first node that may have neighbours.</summary>
    public int FirstNode { get; }

    /// <summary>Number of nodes from <see cref="FirstNode"/> on that may have neighbours.</summary>
    public int NodeCount { get; }

    /// <summary>Number of entries of all rows: of edges, parallel ones counted each.</summary>
    public long EdgeCount { get; }

    /// <summary>Where the row of each node covered begins, and last where the last row ends: <see cref="NodeCount"/> + 1 numbers.</summary>
    public ReadOnlySpan<long> Offsets => _offsets.Span;

    /// <summary>The neighbours of the node, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The row has more than 2³⁰ entries.</exception>
    public ReadOnlySpan<int> Neighbours(int node)
    {
        uint row = (uint)(node - FirstNode);
        if (row >= (uint)NodeCount) return default;
        ReadOnlySpan<long> offsets = _offsets.Span;
        long start = offsets[(int)row];
        return Entries(start, offsets[(int)row + 1] - start);
    }

    /// <summary>Number of neighbours, parallel edges counted each. O(1).</summary>
    public long Degree(int node)
    {
        uint row = (uint)(node - FirstNode);
        if (row >= (uint)NodeCount) return 0;
        ReadOnlySpan<long> offsets = _offsets.Span;
        return offsets[(int)row + 1] - offsets[(int)row];
    }

    /// <summary>Number of entries of the rows of the nodes before this one.</summary>
    internal long EntriesBefore(int node) => Offsets[Math.Clamp(node - FirstNode, 0, NodeCount)];

    /// <summary>Neighbours of as many rows as one likes at once, for kernels that go through all edges: take <see cref="Offsets"/> and
    /// the entries of a block of nodes, and cut the rows from them.</summary>
    /// <param name="start">The first entry.</param>
    /// <param name="count">Number of entries, at most 2³⁰.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such entries, or there are more than can be had at once.</exception>
    public ReadOnlySpan<int> Entries(long start, long count)
    {
        if (count == 0) return default;
        RequireEntries(start, count);
        return _windows[(int)(start >> WindowBits)].Span.Slice((int)(start & ((1L << WindowBits) - 1)), (int)count);
    }

    /// <summary>The weights of entries; empty when the edges have none.</summary>
    /// <inheritdoc cref="Entries" path="/param"/>
    /// <inheritdoc cref="Entries" path="/exception"/>
    public ReadOnlySpan<double> Weights(long start, long count)
    {
        if (count == 0 || _weights is null) return default;
        RequireEntries(start, count);
        return _weights[(int)(start >> WindowBits)].Span.Slice((int)(start & ((1L << WindowBits) - 1)), (int)count);
    }

    /// <summary>The weights of the entries of a node, in the order of <see cref="Neighbours"/>; empty when the edges have none.</summary>
    /// <inheritdoc cref="Neighbours" path="/exception"/>
    public ReadOnlySpan<double> WeightsOf(int node)
    {
        uint row = (uint)(node - FirstNode);
        if (row >= (uint)NodeCount || _weights is null) return default;
        ReadOnlySpan<long> offsets = _offsets.Span;
        long start = offsets[(int)row];
        return Weights(start, offsets[(int)row + 1] - start);
    }

    /// <summary>The same rows without weights. Nothing is copied.</summary>
    public CsrRows Unweighted() => _weights is null ? this : new(FirstNode, _offsets, _windows, weights: null);

    /// <summary>The same rows with one weight for each entry, given anew.</summary>
    /// <param name="weights">One weight for each entry, in their order.</param>
    /// <exception cref="ArgumentException">They are not as many as the entries.</exception>
    public CsrRows WithWeights(double[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.LongLength != EdgeCount) throw new ArgumentException("There is one weight for each entry.", nameof(weights));
        return new(FirstNode, _offsets, [.. _windows.Select((w, i) => w[..(int)Math.Min(w.Length, EdgeCount - ((long)i << WindowBits))])], Windows(weights));
    }

    /// <summary>The same edges seen from their other end, with their weights. O(nodes + edges), on several threads; the result does not
    /// depend on how many.</summary>
    /// <param name="nodeCount">Number of nodes: no neighbour is as great.</param>
    /// <param name="threads">Most threads to use, or −1 for as many as there are processors.</param>
    /// <param name="cancellation">Observed now and then.</param>
    /// <returns>Rows of the nodes from 0 on, ascending whether or not these are.</returns>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public CsrRows Transposed(int nodeCount, int threads = -1, CancellationToken cancellation = default)
    {
        ParallelOptions bounded = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        (long[] offsets, int[] neighbours, double[]? weights) = RowGrouping.Group(new ReversedRowBlocks(this), nodeCount, bounded);
        return OfArrays(offsets, neighbours, weights: weights);
    }

    /// <summary>Rows over arrays.</summary>
    /// <param name="offsets">One offset for each node covered, and the number of edges.</param>
    /// <param name="neighbours">The neighbours, those of each node ascending.</param>
    /// <param name="firstNode">The first node covered.</param>
    /// <param name="weights">One weight for each neighbour, or null when the edges have none.</param>
    /// <exception cref="ArgumentException">The offsets are none, do not begin with 0, or end beyond the neighbours; the weights are not as
    /// many as the neighbours.</exception>
    public static CsrRows OfArrays(long[] offsets, int[] neighbours, int firstNode = 0, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(neighbours);
        return new(firstNode, offsets, Windows(neighbours), weights is null ? null : Windows(weights));
    }

    private static ReadOnlyMemory<T>[] Windows<T>(T[] all)
    {
        ReadOnlyMemory<T> memory = all;
        return all.Length >> WindowBits == 0 ? [memory] : [memory, memory[(1 << WindowBits)..]];
    }

    private void RequireEntries(long start, long count)
    {
        if ((ulong)start >= (ulong)EdgeCount || (ulong)count > Math.Min(1UL << WindowBits, (ulong)(EdgeCount - start)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"There are {EdgeCount} entries, and a span has at most 2^{WindowBits}.");
        }
    }
}
