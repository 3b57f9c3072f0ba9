using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What is done with the nodes that searches find.</summary>
internal interface IReachedNodes
{
    /// <summary>Some of the searches have found the node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="distance">How far it is from their sources: at least 1.</param>
    /// <param name="searches">How many of them.</param>
    void Reached(int node, int distance, int searches);

    /// <summary>All nodes of a distance have been told.</summary>
    /// <param name="distance">The distance.</param>
    /// <param name="searches">A bit for each search that has found nodes there.</param>
    void LevelDone(int distance, in Vector512<ulong> searches);
}

/// <summary>Up to 512 breadth-first searches at once, one in each bit of a vector for each node: M. Then et al., “The More the Merrier:
/// Efficient Multi-Source Graph Traversal”, PVLDB 8(4), 2014, https://doi.org/10.14778/2735496.2735507.</summary>
/// <remarks>Levels are searched along the edges while the rim has few, and otherwise by asking each node that not all searches have found.
/// 204 bytes for each node. For one thread; allocates nothing while it runs.</remarks>
internal sealed class BitParallelSearch(int nodeCount, CsrRows forward, CsrRows backward, CancellationToken cancellation)
{
    /// <summary>Most searches at once.</summary>
    public const int Width = 512;

    // Asking is cheaper for each edge, since it only reads and stops early.
    private const int AskingGain = 3;

    private readonly CacheLines<ulong> _seen = new(nodeCount), _rim = new(nodeCount), _next = new(nodeCount);
    private readonly int[] _found = new int[nodeCount];
    private int[] _rimNodes = new int[nodeCount], _nextNodes = new int[nodeCount];
    private int _foundCount;

    /// <summary>Searches from each of the sources and tells whom each level reaches.</summary>
    /// <param name="sources">At most <see cref="Width"/> nodes, none twice.</param>
    /// <param name="reached">Told of everything.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void From<TReached>(ReadOnlySpan<int> sources, ref TReached reached) where TReached : struct, IReachedNodes
    {
        Span<Vector512<ulong>> seen = _seen.All, rim = _rim.All, next = _next.All;
        foreach (int node in _found.AsSpan(0, _foundCount)) seen[node] = default;
        Vector512<ulong> all = default;
        for (int i = 0; i < sources.Length; i++)
        {
            Vector512<ulong> bit = default(Vector512<ulong>).WithElement(i >> 6, 1UL << i);
            seen[sources[i]] |= bit;
            rim[sources[i]] |= bit;
            all |= bit;
            _rimNodes[i] = _found[i] = sources[i];
        }

        _foundCount = sources.Length;

        CsrView edges = new(forward);
        for (int distance = 1, rimCount = sources.Length; rimCount > 0; distance++)
        {
            cancellation.ThrowIfCancellationRequested();
            long rimEdges = 0;
            foreach (int node in _rimNodes.AsSpan(0, rimCount)) rimEdges += edges.Degree(node);
            int nextCount = rimEdges < forward.EdgeCount / AskingGain
                ? Tell(rimCount, seen, rim, next)
                : Ask(all, seen, rim, next);
            foreach (int node in _rimNodes.AsSpan(0, rimCount)) rim[node] = default;
            Vector512<ulong> searches = default;
            foreach (int node in _nextNodes.AsSpan(0, nextCount))
            {
                Vector512<ulong> fresh = next[node], known = seen[node];
                if (known == Vector512<ulong>.Zero) _found[_foundCount++] = node;
                seen[node] = known | fresh;
                searches |= fresh;
                reached.Reached(node, distance, PopCount(fresh));
            }

            if (nextCount > 0) reached.LevelDone(distance, searches);
            Span<Vector512<ulong>> cleared = rim;
            rim = next;
            next = cleared;
            (_rimNodes, _nextNodes, rimCount) = (_nextNodes, _rimNodes, nextCount);
        }
    }

    // From the rim to its neighbours.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Tell(int rimCount, Span<Vector512<ulong>> seen, Span<Vector512<ulong>> rim, Span<Vector512<ulong>> next)
    {
        CsrView edges = new(forward);
        Span<int> nextNodes = _nextNodes;
        int count = 0;
        foreach (int node in _rimNodes.AsSpan(0, rimCount))
        {
            Vector512<ulong> searches = rim[node];
            foreach (int neighbour in edges.Neighbours(node))
            {
                Vector512<ulong> fresh = Vector512.AndNot(searches, seen[neighbour]);
                if (fresh == Vector512<ulong>.Zero) continue;
                Vector512<ulong> known = next[neighbour];
                if (known == Vector512<ulong>.Zero) nextNodes[count++] = neighbour;
                next[neighbour] = known | fresh;
            }
        }

        return count;
    }

    // From each node that not all have found to its neighbours, until it has heard of all.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Ask(Vector512<ulong> all, Span<Vector512<ulong>> seen, Span<Vector512<ulong>> rim, Span<Vector512<ulong>> next)
    {
        CsrView edges = new(backward);
        Span<int> nextNodes = _nextNodes;
        int count = 0;
        for (int node = 0; node < seen.Length; node++)
        {
            Vector512<ulong> wanted = Vector512.AndNot(all, seen[node]);
            if (wanted == Vector512<ulong>.Zero) continue;
            Vector512<ulong> heard = default;
            foreach (int neighbour in edges.Neighbours(node))
            {
                heard |= rim[neighbour];
                if (Vector512.AndNot(wanted, heard) == Vector512<ulong>.Zero) break;
            }

            heard &= wanted;
            if (heard == Vector512<ulong>.Zero) continue;
            next[node] = heard;
            nextNodes[count++] = node;
        }

        return count;
    }

    private static int PopCount(Vector512<ulong> bits)
    {
        int count = 0;
        for (int i = 0; i < Vector512<ulong>.Count; i++) count += BitOperations.PopCount(bits[i]);
        return count;
    }
}
