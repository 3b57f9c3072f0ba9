using System.Numerics;
using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>How far searches from each of some nodes go, and how many nodes they find at each distance.</summary>
internal sealed class SearchedLevels : IBlockWork
{
    private readonly int _nodeCount;
    private readonly CsrRows _along, _against;
    private readonly CancellationToken _cancellation;
    private readonly BitParallelSearch?[] _searches;
    private readonly long[][] _pairs;
    private ReadOnlyMemory<int> _sources;
    private int[] _depths = [];

    public SearchedLevels(int nodeCount, CsrRows along, CsrRows against, Execution run)
    {
        (_nodeCount, _along, _against, _cancellation) = (nodeCount, along, against, run.Cancellation);
        _searches = new BitParallelSearch?[run.Threads];
        _pairs = [.. Enumerable.Range(0, run.Threads).Select(_ => new long[16])];
    }

    /// <summary>The number of pairs of a source and another node by their distance, of all searches so far; no pairs at 0.</summary>
    public long[] Pairs()
    {
        long[] sum = new long[_pairs.Max(pairs => pairs.Length)];
        foreach (long[] pairs in _pairs)
            for (int distance = 0; distance < pairs.Length; distance++) sum[distance] += pairs[distance];
        return sum[..(Array.FindLastIndex(sum, count => count > 0) + 1)];
    }

    /// <summary>The greatest distance from each of the sources.</summary>
    /// <param name="sources">Nodes, none twice.</param>
    /// <param name="team">Who searches.</param>
    public int[] Depths(ReadOnlyMemory<int> sources, WorkerTeam team)
    {
        (_sources, _depths) = (sources, new int[sources.Length]);
        team.Run(this, (sources.Length + BitParallelSearch.Width - 1) / BitParallelSearch.Width);
        return _depths;
    }

    public void Do(int block, int worker)
    {
        BitParallelSearch search = _searches[worker] ??= new(_nodeCount, _along, _against, _cancellation);
        int first = block * BitParallelSearch.Width, count = Math.Min(BitParallelSearch.Width, _sources.Length - first);
        Levels levels = new(_depths.AsMemory(first, count), _pairs[worker]);
        search.From(_sources.Span.Slice(first, count), ref levels);
        _pairs[worker] = levels.Pairs;
    }

    private struct Levels(Memory<int> depths, long[] pairs) : IReachedNodes
    {
        public long[] Pairs { get; private set; } = pairs;

        public void Reached(int node, int distance, int searches)
        {
            if (distance >= Pairs.Length)
            {
                long[] longer = new long[Math.Max(distance + 1, 2 * Pairs.Length)];
                Pairs.CopyTo(longer, 0);
                Pairs = longer;
            }

            Pairs[distance] += searches;
        }

        public readonly void LevelDone(int distance, in Vector512<ulong> searches)
        {
            for (int i = 0; i < Vector512<ulong>.Count; i++)
                for (ulong bits = searches[i]; bits != 0; bits &= bits - 1)
                    depths.Span[(i << 6) + BitOperations.TrailingZeroCount(bits)] = distance;
        }
    }
}
