using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>U. Brandes' accumulation (2001) for eight sources at once, one in each lane of a vector for each node, level by
/// level.</summary>
/// <remarks>
/// <para>σ is the number of shortest paths from the source to a node, δ the dependency of the source on it. With g = (1 + δ)/σ the
/// recursion of the paper is g(v) = 1/σ(v) + Σ g(w) over the w that follow v, and δ(v) = σ(v)·Σ g(w). Neither sum needs to look at
/// distances: a neighbour of an unseen node is at the rim or has no paths yet, a neighbour of v is one level on or has no g yet. So all
/// are added, as long as what a level yields is only written when the level is done.</para>
/// <para>Each level goes from the rim to its neighbours or the other way, by the number of entries that are read. For one thread;
/// allocates nothing once the list of levels is as long as it must be.</para>
/// </remarks>
internal sealed class BatchedBrandes(int nodeCount, CsrRows along, CsrRows against, CancellationToken cancellation) : IPathDependencies
{
    // Telling neighbours writes what asking them only reads.
    private const int TellingCost = 2;

    private readonly CacheLines<double> _paths = new(nodeCount), _gains = new(nodeCount), _sums = new(nodeCount);
    private readonly byte[] _seen = new byte[nodeCount], _wanted = new byte[nodeCount];

    // The nodes of each level one level after another, each with the lanes in which it is there.
    private int[] _nodes = new int[nodeCount];
    private byte[] _lanes = new byte[nodeCount];
    private int[] _starts = new int[16];
    private int _count, _levels;

    private static Vector512<long> LaneBits { get; } = Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128);

    public int Width => Vector512<double>.Count;

    public void Add(ReadOnlySpan<int> sources, Span<double> nodes, Span<double> edges)
    {
        CountPaths(sources);
        for (int level = _levels - 1; level >= (edges.IsEmpty ? 1 : 0); level--)
        {
            cancellation.ThrowIfCancellationRequested();
            if (level < _levels - 1) SumGains(level);
            if (!edges.IsEmpty) AddToEdges(level, edges);
            Settle(level, nodes);
        }

        Clear();
    }

    /// <summary>In how many of the searches from these sources a node is found at one level, on average: what doing them at once
    /// saves.</summary>
    public double Overlap(ReadOnlySpan<int> sources)
    {
        CountPaths(sources);
        long lanes = 0;
        foreach (byte of in _lanes.AsSpan(0, _count)) lanes += BitOperations.PopCount(of);
        Clear();
        return (double)lanes / _count;
    }

    private void CountPaths(ReadOnlySpan<int> sources)
    {
        byte everyLane = (byte)((1 << sources.Length) - 1);
        long unseenEntries = against.EdgeCount;
        (_count, _levels) = (0, 0);
        for (int lane = 0; lane < sources.Length; lane++)
        {
            _sums.All[sources[lane]] = Vector512.ConditionalSelect(LanesOf((byte)(1 << lane)), Vector512<double>.One, default);
            _wanted[sources[lane]] = (byte)(1 << lane);
            _nodes[_count++] = sources[lane];
        }

        for (int start = 0; start < _count;)
        {
            cancellation.ThrowIfCancellationRequested();
            unseenEntries -= TakePaths(start, everyLane);
            if (_levels + 2 > _starts.Length) Array.Resize(ref _starts, 2 * _starts.Length);
            (_starts[_levels++], _starts[_levels]) = (start, _count);
            if (_nodes.Length < _count + nodeCount)
            {
                Array.Resize(ref _nodes, Math.Max(_count + nodeCount, (int)Math.Min(2L * _nodes.Length, Array.MaxLength)));
                Array.Resize(ref _lanes, _nodes.Length);
            }

            (int first, start) = (start, _count);
            if (TellingCost * Entries(along, first, start) < unseenEntries) TellPaths(first, start);
            else AskPaths(everyLane);
        }
    }

    // The nodes from start on are a level: their sums are the paths to them. Returns the entries of those that no lane has left to find.
    private long TakePaths(int start, byte everyLane)
    {
        Span<Vector512<double>> paths = _paths.All, sums = _sums.All;
        CsrView back = new(against);
        long entries = 0;
        for (int i = start; i < _count; i++)
        {
            int node = _nodes[i];
            byte lanes = _lanes[i] = _wanted[node];
            paths[node] += sums[node] & LanesOf(lanes);
            sums[node] = default;
            _wanted[node] = 0;
            _seen[node] |= lanes;
            if (_seen[node] == everyLane) entries += back.Degree(node);
        }

        return entries;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TellPaths(int first, int end)
    {
        Span<Vector512<double>> paths = _paths.All, sums = _sums.All;
        CsrView edges = new(along);
        Span<byte> seen = _seen, wanted = _wanted;
        for (int i = first; i < end; i++)
        {
            byte lanes = _lanes[i];
            Vector512<double> told = paths[_nodes[i]] & LanesOf(lanes);
            foreach (int neighbour in edges.Neighbours(_nodes[i]))
            {
                byte fresh = (byte)(lanes & ~seen[neighbour]);
                if (fresh == 0) continue;
                if (wanted[neighbour] == 0) _nodes[_count++] = neighbour;
                wanted[neighbour] |= fresh;
                sums[neighbour] += told;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AskPaths(byte everyLane)
    {
        Span<Vector512<double>> paths = _paths.All, sums = _sums.All;
        CsrView edges = new(against);
        Span<byte> seen = _seen;
        for (int node = 0; node < seen.Length; node++)
        {
            byte unseen = (byte)(everyLane & ~seen[node]);
            if (unseen == 0) continue;
            Vector512<double> sum = default;
            foreach (int neighbour in edges.Neighbours(node)) sum += paths[neighbour];
            byte fresh = (byte)(unseen & Vector512.GreaterThan(sum, Vector512<double>.Zero).ExtractMostSignificantBits());
            if (fresh == 0) continue;
            sums[node] = sum;
            _wanted[node] = fresh;
            _nodes[_count++] = node;
        }
    }

    // For each node of the level, the sum of the gains of those that follow it.
    private void SumGains(int level)
    {
        (int first, int end, int next) = (_starts[level], _starts[level + 1], _starts[level + 2]);
        if (TellingCost * Entries(against, end, next) < Entries(along, first, end)) TellGains(first, end, next);
        else AskGains(first, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TellGains(int first, int end, int next)
    {
        Span<Vector512<double>> gains = _gains.All, sums = _sums.All;
        CsrView edges = new(against);
        Span<byte> wanted = _wanted;
        for (int i = first; i < end; i++) wanted[_nodes[i]] = _lanes[i];
        for (int i = end; i < next; i++)
        {
            byte lanes = _lanes[i];
            Vector512<double> told = gains[_nodes[i]] & LanesOf(lanes);
            foreach (int neighbour in edges.Neighbours(_nodes[i]))
                if ((wanted[neighbour] & lanes) != 0) sums[neighbour] += told;
        }

        for (int i = first; i < end; i++) wanted[_nodes[i]] = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AskGains(int first, int end)
    {
        Span<Vector512<double>> gains = _gains.All, sums = _sums.All;
        CsrView edges = new(along);
        for (int i = first; i < end; i++)
        {
            Vector512<double> sum = default;
            foreach (int neighbour in edges.Neighbours(_nodes[i])) sum += gains[neighbour];
            sums[_nodes[i]] = sum;
        }
    }

    private void AddToEdges(int level, Span<double> edges)
    {
        Span<Vector512<double>> paths = _paths.All, gains = _gains.All;
        for (int i = _starts[level]; i < _starts[level + 1]; i++)
        {
            int node = _nodes[i];
            Vector512<double> count = paths[node] & LanesOf(_lanes[i]);
            long start = along.Offsets[node - along.FirstNode];
            ReadOnlySpan<int> neighbours = along.Neighbours(node);
            for (int k = 0; k < neighbours.Length; k++) edges[(int)start + k] += Sum(count * gains[neighbours[k]]);
        }
    }

    // The sums of the level are complete: they become dependencies and gains.
    private void Settle(int level, Span<double> scores)
    {
        Span<Vector512<double>> paths = _paths.All, gains = _gains.All, sums = _sums.All;
        for (int i = _starts[level]; i < _starts[level + 1]; i++)
        {
            int node = _nodes[i];
            Vector512<double> lanes = LanesOf(_lanes[i]), sum = sums[node];
            if (level > 0) scores[node] += Sum((paths[node] * sum) & lanes);
            gains[node] += ((Vector512<double>.One / paths[node]) + sum) & lanes;
            sums[node] = default;
        }
    }

    private void Clear()
    {
        Span<Vector512<double>> paths = _paths.All, gains = _gains.All;
        foreach (int node in _nodes.AsSpan(0, _count))
        {
            paths[node] = gains[node] = default;
            _seen[node] = 0;
        }
    }

    private long Entries(CsrRows rows, int first, int end)
    {
        CsrView view = new(rows);
        long entries = 0;
        foreach (int node in _nodes.AsSpan(first..end)) entries += view.Degree(node);
        return entries;
    }

    private static Vector512<double> LanesOf(byte lanes) =>
        Vector512.Equals(Vector512.Create((long)lanes) & LaneBits, LaneBits).AsDouble();

    // In an order of its own, so that every processor adds the same.
    private static double Sum(Vector512<double> lanes)
    {
        Vector256<double> four = lanes.GetLower() + lanes.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
