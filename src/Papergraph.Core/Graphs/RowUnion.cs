namespace Papergraph.Core;

/// <summary>Makes of the two rows of each node of a directed graph one that has each neighbour once.</summary>
/// <remarks>What most graphs need, and worth its own way: rows are merged without a branch that depends on the data, straight to where they
/// stay, as in a graph without edges in both directions no row becomes shorter than its two together.</remarks>
internal static class RowUnion
{
    private const int BlockSize = 4096;

    internal static UndirectedCsr Of(DirectedCsr graph, bool keepLoops, ParallelOptions bounded)
    {
        int n = graph.NodeCount, blocks = (int)(((long)n + BlockSize - 1) / BlockSize);
        int[] merged = GC.AllocateUninitializedArray<int>(checked((int)(2 * graph.EdgeCount)));
        long[] offsets = new long[n + 1L], loops = new long[blocks];
        RowGrouping.Each(blocks, bounded, block =>
        {
            CsrView outgoing = new(graph.OutgoingRows), incoming = new(graph.IncomingRows);
            for (int node = block * BlockSize; node < Math.Min(n, (block + 1L) * BlockSize); node++)
            {
                ReadOnlySpan<int> there = outgoing.Neighbours(node), back = incoming.Neighbours(node);
                Span<int> row = merged.AsSpan((int)MostBefore(graph, node), there.Length + back.Length);
                offsets[node + 1] = Merge(there, back, keepLoops ? -1 : node, row);
                if (keepLoops && row[..(int)offsets[node + 1]].BinarySearch(node) >= 0) loops[block]++;
            }
        });
        for (int node = 0; node < n; node++) offsets[node + 1] += offsets[node];
        if (offsets[n] == merged.Length) return new(n, CsrRows.OfArrays(offsets, merged), loops.Sum());

        int[] neighbours = GC.AllocateUninitializedArray<int>((int)offsets[n]);
        RowGrouping.Each(blocks, bounded, block =>
        {
            for (int node = block * BlockSize; node < Math.Min(n, (block + 1L) * BlockSize); node++)
            {
                int start = (int)offsets[node], count = (int)offsets[node + 1] - start;
                merged.AsSpan((int)MostBefore(graph, node), count).CopyTo(neighbours.AsSpan(start));
            }
        });
        return new(n, CsrRows.OfArrays(offsets, neighbours), loops.Sum());
    }

    /// <summary>Number of entries that the rows of the nodes before have in both directions.</summary>
    private static long MostBefore(DirectedCsr graph, int node) =>
        graph.OutgoingRows.EntriesBefore(node) + graph.IncomingRows.EntriesBefore(node);

    /// <summary>Writes what is in either row, without <paramref name="left"/>, once and ascending; returns how many that are.</summary>
    private static int Merge(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int left, Span<int> union)
    {
        int i = 0, j = 0, count = 0, last = -1;
        while (i < a.Length && j < b.Length)
        {
            int ofA = a[i], ofB = b[j], least = Math.Min(ofA, ofB);
            // Written in any case; what does not count is written over.
            union[count] = least;
            count += (least != last) & (least != left) ? 1 : 0;
            i += ofA <= ofB ? 1 : 0;
            j += ofB <= ofA ? 1 : 0;
            last = least;
        }

        foreach (int least in i < a.Length ? a[i..] : b[j..])
        {
            union[count] = least;
            count += (least != last) & (least != left) ? 1 : 0;
            last = least;
        }

        return count;
    }
}
