using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Counts for each node the triangles that it is in.</summary>
/// <remarks>The forward algorithm with marks: the higher neighbours of a node are marked in a bit field, and the higher neighbours of each
/// of them looked up in it (M. Latapy, “Main-memory triangle computations for very large (sparse (power-law)) graphs”, Theor. Comput.
/// Sci. 407, 2008, https://doi.org/10.1016/j.tcs.2008.07.017, new-vertex-listing over ordered rows). Each triangle is found once, at its
/// lowest corner. Counts are whole numbers, so the order in which threads add does not matter.</remarks>
internal sealed class TriangleSearch : IBlockWork
{
    private readonly DegreeOrderedCsr _graph;
    private readonly NodeBlocks _blocks;
    private readonly long[] _counts;
    private readonly ulong[][] _marks;

    private TriangleSearch(DegreeOrderedCsr graph, NodeBlocks blocks, int workers)
    {
        int n = graph.Nodes.Length;
        (_graph, _blocks, _counts) = (graph, blocks, new long[n]);
        _marks = [.. Enumerable.Range(0, workers).Select(_ => new ulong[(n >> 6) + 1])];
    }

    /// <summary>Counts all triangles.</summary>
    /// <returns>The number of triangles that each node of the graph is in, indexed by node as it was before it was numbered anew.</returns>
    public static long[] Count(DegreeOrderedCsr graph, WorkerTeam team)
    {
        NodeBlocks blocks = NodeBlocks.ByEdges(graph.Nodes.Length, graph.Rows, size: 1 << 12);
        TriangleSearch search = new(graph, blocks, team.Size);
        team.Run(search, blocks.Count);
        long[] counts = new long[graph.Nodes.Length];
        for (int number = 0; number < counts.Length; number++) counts[graph.Nodes[number]] = search._counts[number];
        return counts;
    }

    public void Do(int block, int worker)
    {
        (int first, int end) = _blocks[block];
        CsrView rows = new(_graph.Rows);
        ulong[] marks = _marks[worker];
        for (int lowest = first; lowest < end; lowest++)
        {
            ReadOnlySpan<int> higher = rows.Neighbours(lowest);
            if (higher.Length < 2) continue;
            foreach (int number in higher) marks[number >> 6] |= 1UL << number;
            long found = 0;
            for (int i = 0; i < higher.Length; i++)
            {
                rows.WarmNext(higher, i);
                int closed = CountMarked(rows.Neighbours(higher[i]), marks);
                if (closed == 0) continue;
                Interlocked.Add(ref _counts[higher[i]], closed);
                found += closed;
            }

            if (found > 0) Interlocked.Add(ref _counts[lowest], found);
            foreach (int number in higher) marks[number >> 6] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountMarked(ReadOnlySpan<int> numbers, ulong[] marks)
    {
        int count = 0;
        foreach (int number in numbers)
        {
            if ((marks[number >> 6] >> number & 1) == 0) continue;
            Interlocked.Increment(ref _counts[number]);
            count++;
        }

        return count;
    }
}
