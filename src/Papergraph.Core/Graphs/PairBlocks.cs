namespace Papergraph.Core;

/// <summary>The edges of lists, from source to target.</summary>
internal sealed class EdgeBlocks : IPairBlocks
{
    private const int BlockSize = 1 << 17;

    private readonly IReadOnlyList<ReadOnlyMemory<(int Source, int Target)>> _parts;
    private readonly IReadOnlyList<ReadOnlyMemory<double>>? _weights;
    private readonly int _nodeCount;
    private readonly (int Part, int Start)[] _blocks;

    internal EdgeBlocks(
        int nodeCount, IReadOnlyList<ReadOnlyMemory<(int Source, int Target)>> parts, IReadOnlyList<ReadOnlyMemory<double>>? weights)
    {
        (_nodeCount, _parts, _weights) = (nodeCount, parts, weights);
        List<(int, int)> blocks = [];
        for (int part = 0; part < parts.Count; part++)
        {
            PairCount += parts[part].Length;
            for (long start = 0; start < parts[part].Length; start += BlockSize) blocks.Add((part, (int)start));
        }

        _blocks = [.. blocks];
    }

    public int Count => _blocks.Length;

    public long PairCount { get; }

    public bool IsWeighted => _weights is not null;

    /// <summary>Whether all ends of edges are nodes.</summary>
    internal bool AreAmongNodes(ParallelOptions bounded)
    {
        int strays = 0;
        RowGrouping.Each(Count, bounded, block =>
        {
            uint greatest = 0;
            foreach ((int source, int target) in Edges(block)) greatest = Math.Max(greatest, Math.Max((uint)source, (uint)target));
            if (greatest >= (uint)_nodeCount) Interlocked.Increment(ref strays);
        });
        return strays == 0;
    }

    public void CountBuckets(int block, int shift, Span<int> counts)
    {
        foreach ((int source, _) in Edges(block)) counts[source >> shift]++;
    }

    public void Scatter(int block, int shift, Span<int> next, Span<(int Node, int Neighbour)> pairs, Span<double> weights)
    {
        ReadOnlySpan<(int Source, int Target)> edges = Edges(block);
        if (_weights is null)
        {
            foreach ((int Source, int Target) edge in edges) pairs[next[edge.Source >> shift]++] = edge;
            return;
        }

        (int part, int start) = _blocks[block];
        ReadOnlySpan<double> values = _weights[part].Span[start..];
        for (int i = 0; i < edges.Length; i++)
        {
            int at = next[edges[i].Source >> shift]++;
            pairs[at] = edges[i];
            weights[at] = values[i];
        }
    }

    private ReadOnlySpan<(int Source, int Target)> Edges(int block)
    {
        (int part, int start) = _blocks[block];
        ReadOnlySpan<(int Source, int Target)> edges = _parts[part].Span[start..];
        return edges[..Math.Min(BlockSize, edges.Length)];
    }
}

/// <summary>The entries of rows, from neighbour back to node.</summary>
internal sealed class ReversedRowBlocks : IPairBlocks
{
    private const int BlockSize = 1 << 17;

    private readonly CsrRows _rows;
    private readonly int[] _bounds;

    internal ReversedRowBlocks(CsrRows rows)
    {
        _rows = rows;
        List<int> bounds = [0];
        ReadOnlySpan<long> offsets = rows.Offsets;
        long from = 0;
        for (int row = 1; row < rows.NodeCount; row++)
        {
            // Rows without entries cost something too.
            if (offsets[row] - offsets[bounds[^1]] + row - bounds[^1] < BlockSize && offsets[row + 1] - from < 1L << CsrRows.WindowBits) continue;
            bounds.Add(row);
            from = offsets[row];
        }

        if (rows.NodeCount > 0) bounds.Add(rows.NodeCount);
        _bounds = [.. bounds];
    }

    public int Count => _bounds.Length - 1;

    public long PairCount => _rows.EdgeCount;

    public bool IsWeighted => _rows.IsWeighted;

    public void CountBuckets(int block, int shift, Span<int> counts)
    {
        foreach (int neighbour in Entries(block)) counts[neighbour >> shift]++;
    }

    public void Scatter(int block, int shift, Span<int> next, Span<(int Node, int Neighbour)> pairs, Span<double> weights)
    {
        ReadOnlySpan<long> offsets = _rows.Offsets;
        ReadOnlySpan<int> entries = Entries(block);
        long first = offsets[_bounds[block]];
        ReadOnlySpan<double> values = _rows.Weights(first, entries.Length);
        int i = 0;
        for (int row = _bounds[block]; row < _bounds[block + 1]; row++)
        {
            for (int end = (int)(offsets[row + 1] - first); i < end; i++)
            {
                int at = next[entries[i] >> shift]++;
                pairs[at] = (entries[i], _rows.FirstNode + row);
                if (!values.IsEmpty) weights[at] = values[i];
            }
        }
    }

    private ReadOnlySpan<int> Entries(int block)
    {
        long start = _rows.Offsets[_bounds[block]];
        return _rows.Entries(start, _rows.Offsets[_bounds[block + 1]] - start);
    }
}
