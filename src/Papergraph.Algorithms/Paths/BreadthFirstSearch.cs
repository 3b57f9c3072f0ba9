using System.Numerics;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Direction-optimising breadth-first search (Beamer, Asanović, Patterson 2012) that can be run from one node after
/// another.</summary>
/// <remarks>Who finds a node, and so the order within a level, depends on the threads; its distance does not, and nothing else is
/// told.</remarks>
internal sealed class BreadthFirstSearch
{
    // α and β of the paper, §V: down becomes up when the rim has more than 1/α of the edges that are left, and up becomes down again
    // when the rim has fewer than 1/β of the nodes.
    private const int Alpha = 15, Beta = 18;
    private const int RimBlock = 512, NodeBlock = 1 << 14;

    private readonly int _nodeCount;
    private readonly CsrRows _forward, _backward;
    private readonly WorkerTeam _team;
    private readonly Down _down;
    private readonly Up _up;
    private readonly Gather _gather;
    private readonly int[] _distances;
    private readonly int[][] _found;
    private int[] _rim, _nextRim;
    private ulong[] _rimBits = [], _nextBits = [];
    private int _rimCount, _nextCount, _level;
    private long _rimEdges;

    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="forward">The rows that are gone along.</param>
    /// <param name="backward">The same edges from their other ends.</param>
    /// <param name="team">Who works.</param>
    public BreadthFirstSearch(int nodeCount, CsrRows forward, CsrRows backward, WorkerTeam team)
    {
        (_nodeCount, _forward, _backward, _team) = (nodeCount, forward, backward, team);
        (_distances, _rim, _nextRim) = (new int[nodeCount], new int[nodeCount], new int[nodeCount]);
        _found = [.. Enumerable.Range(0, team.Size).Select(_ => new int[RimBlock])];
        (_down, _up, _gather) = (new(this), new(this), new(this));
    }

    /// <summary>Distances of the last search; −1 for nodes that were not reached.</summary>
    public int[] Distances => _distances;

    /// <summary>Searches from a node.</summary>
    /// <returns>The greatest distance, and a node that has it: the least one.</returns>
    public (int Distance, int Node) From(int source)
    {
        Array.Fill(_distances, -1);
        (_distances[source], _rim[0], _rimCount, _level) = (0, source, 1, 0);
        _rimEdges = _forward.Degree(source);
        long edgesLeft = _forward.EdgeCount;
        (int distance, int farthest) = (0, source);
        while (_rimCount > 0)
        {
            (distance, farthest) = (_level, LeastOfRim());
            if (_rimEdges > edgesLeft / Alpha && _rimCount > RimBlock)
            {
                (distance, farthest) = GoUp();
                if (_rimCount == 0) break;
                continue;
            }

            edgesLeft -= _rimEdges;
            (_nextCount, _rimEdges) = (0, 0);
            _level++;
            _team.Run(_down, (_rimCount + RimBlock - 1) / RimBlock);
            (_rim, _nextRim, _rimCount) = (_nextRim, _rim, _nextCount);
        }

        return (distance, farthest);
    }

    // Level by level against the edges while the rim is wide; leaves the rim as a list again.
    private (int Distance, int Node) GoUp()
    {
        int words = (_nodeCount + 63) / 64, blocks = (_nodeCount + NodeBlock - 1) / NodeBlock;
        if (_rimBits.Length == 0) (_rimBits, _nextBits) = (new ulong[words], new ulong[words]);
        Array.Clear(_rimBits);
        for (int i = 0; i < _rimCount; i++) _rimBits[_rim[i] >> 6] |= 1UL << _rim[i];
        int last;
        do
        {
            _nextCount = 0;
            _level++;
            _team.Run(_up, blocks);
            last = _nextCount;
            (_rimBits, _nextBits) = (_nextBits, _rimBits);
        }
        while (last > _nodeCount / Beta);
        (_nextCount, _rimEdges) = (0, 0);
        if (last == 0)
        {
            // The level before was the last: its nodes are in the bits that were read.
            _rimCount = 0;
            return (_level - 1, Least(_nextBits));
        }

        _team.Run(_gather, blocks);
        (_rim, _nextRim, _rimCount) = (_nextRim, _rim, _nextCount);
        return (_level, Least(_rimBits));
    }

    private int LeastOfRim()
    {
        int least = int.MaxValue;
        foreach (int node in _rim.AsSpan(0, _rimCount)) least = Math.Min(least, node);
        return least;
    }

    private static int Least(ulong[] bits)
    {
        int word = Array.FindIndex(bits, w => w != 0);
        return (word << 6) + BitOperations.TrailingZeroCount(bits[word]);
    }

    private void Append(ReadOnlySpan<int> found, long edges)
    {
        int end = Interlocked.Add(ref _nextCount, found.Length);
        found.CopyTo(_nextRim.AsSpan(end - found.Length));
        Interlocked.Add(ref _rimEdges, edges);
    }

    /// <summary>Finds the neighbours of a block of the rim.</summary>
    private sealed class Down(BreadthFirstSearch search) : IBlockWork
    {
        public void Do(int block, int worker)
        {
            CsrView forward = new(search._forward);
            int[] distances = search._distances;
            Span<int> found = search._found[worker];
            (int count, long edges, int level) = (0, 0, search._level);
            int end = Math.Min(search._rimCount, (block + 1) * RimBlock);
            foreach (int node in search._rim.AsSpan((block * RimBlock)..end))
            {
                foreach (int neighbour in forward.Neighbours(node))
                {
                    if (distances[neighbour] >= 0 || Interlocked.CompareExchange(ref distances[neighbour], level, -1) != -1) continue;
                    if (count == found.Length)
                    {
                        search.Append(found, edges);
                        (count, edges) = (0, 0);
                    }

                    found[count++] = neighbour;
                    edges += forward.Degree(neighbour);
                }
            }

            if (count > 0) search.Append(found[..count], edges);
        }
    }

    /// <summary>Looks for a neighbour at the rim for each node of a block that has not been found.</summary>
    private sealed class Up(BreadthFirstSearch search) : IBlockWork
    {
        public void Do(int block, int worker)
        {
            CsrView backward = new(search._backward);
            (int level, int first, int end) = (search._level, block * NodeBlock, Math.Min(search._nodeCount, (block + 1) * NodeBlock));
            Span<int> distances = search._distances.AsSpan(0, end);
            ReadOnlySpan<ulong> rim = search._rimBits;
            int count = 0;
            for (int start = first; start < end; start += 64)
            {
                ulong word = 0;
                for (int node = start; node < Math.Min(end, start + 64); node++)
                {
                    if (distances[node] >= 0) continue;
                    foreach (int neighbour in backward.Neighbours(node))
                    {
                        if ((rim[neighbour >> 6] >> neighbour & 1) == 0) continue;
                        distances[node] = level;
                        word |= 1UL << node;
                        break;
                    }
                }

                search._nextBits[start >> 6] = word;
                count += BitOperations.PopCount(word);
            }

            Interlocked.Add(ref search._nextCount, count);
        }
    }

    /// <summary>Lists the nodes of the rim that stand in a block.</summary>
    private sealed class Gather(BreadthFirstSearch search) : IBlockWork
    {
        public void Do(int block, int worker)
        {
            CsrView forward = new(search._forward);
            Span<int> found = search._found[worker];
            (int count, long edges) = (0, 0);
            int end = Math.Min(search._rimBits.Length, (block + 1) * (NodeBlock / 64));
            for (int word = block * (NodeBlock / 64); word < end; word++)
            {
                for (ulong bits = search._rimBits[word]; bits != 0; bits &= bits - 1)
                {
                    int node = (word << 6) + BitOperations.TrailingZeroCount(bits);
                    if (count == found.Length)
                    {
                        search.Append(found, edges);
                        (count, edges) = (0, 0);
                    }

                    found[count++] = node;
                    edges += forward.Degree(node);
                }
            }

            if (count > 0) search.Append(found[..count], edges);
        }
    }
}
