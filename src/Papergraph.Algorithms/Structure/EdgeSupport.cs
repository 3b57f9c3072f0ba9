using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Counts for each edge the triangles that it is in, as <see cref="TriangleSearch"/> does for nodes.</summary>
internal sealed class EdgeSupport : IBlockWork
{
    private readonly DegreeOrderedCsr _graph;
    private readonly NodeBlocks _blocks;
    private readonly int[] _supports;

    // For each worker: one more than the edge from the lowest corner to each of its higher neighbours, 0 at all others.
    private readonly int[][] _edges;

    private EdgeSupport(DegreeOrderedCsr graph, NodeBlocks blocks, int workers)
    {
        (_graph, _blocks, _supports) = (graph, blocks, new int[checked((int)graph.Rows.EdgeCount)]);
        _edges = [.. Enumerable.Range(0, workers).Select(_ => new int[graph.Nodes.Length])];
    }

    /// <summary>Counts all triangles.</summary>
    /// <returns>One count for each entry of the rows.</returns>
    public static int[] Count(DegreeOrderedCsr graph, WorkerTeam team)
    {
        NodeBlocks blocks = NodeBlocks.ByEdges(graph.Nodes.Length, graph.Rows, size: 1 << 12);
        EdgeSupport work = new(graph, blocks, team.Size);
        team.Run(work, blocks.Count);
        return work._supports;
    }

    public void Do(int block, int worker)
    {
        (int first, int end) = _blocks[block];
        CsrView rows = new(_graph.Rows);
        ReadOnlySpan<long> starts = _graph.Rows.Offsets;
        int[] edges = _edges[worker];
        for (int lowest = first; lowest < end; lowest++)
        {
            ReadOnlySpan<int> higher = rows.Neighbours(lowest);
            if (higher.Length < 2) continue;
            int start = (int)starts[lowest];
            for (int i = 0; i < higher.Length; i++) edges[higher[i]] = start + i + 1;
            for (int i = 0; i < higher.Length; i++) CountFrom(start + i, (int)starts[higher[i]], rows.Neighbours(higher[i]), edges);
            foreach (int number in higher) edges[number] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountFrom(int side, int start, ReadOnlySpan<int> numbers, int[] edges)
    {
        int found = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            int other = edges[numbers[i]];
            if (other == 0) continue;
            Interlocked.Increment(ref _supports[other - 1]);
            Interlocked.Increment(ref _supports[start + i]);
            found++;
        }

        if (found > 0) Interlocked.Add(ref _supports[side], found);
    }
}
