using System.Buffers;

namespace Papergraph.Core;

/// <summary>Puts the neighbours of each row in ascending order; entries of parallel edges keep theirs.</summary>
internal static class RowOrder
{
    private const int BlockSize = 1 << 13, ShortRow = 32;

    internal static void Sort(long[] offsets, int[] neighbours, double[]? weights, ParallelOptions bounded)
    {
        int rows = offsets.Length - 1;
        RowGrouping.Each((int)(((long)rows + BlockSize - 1) / BlockSize), bounded, block =>
        {
            for (int row = block * BlockSize; row < Math.Min(rows, (block + 1L) * BlockSize); row++)
            {
                Span<int> entries = neighbours.AsSpan((int)offsets[row]..(int)offsets[row + 1]);
                if (weights is not null) Sort(entries, weights.AsSpan((int)offsets[row]..(int)offsets[row + 1]));
                else if (entries.Length <= ShortRow) Insert(entries);
                else entries.Sort();
            }
        });
    }

    private static void Insert(Span<int> entries)
    {
        for (int i = 1; i < entries.Length; i++)
        {
            int entry = entries[i], at = i;
            for (; at > 0 && entries[at - 1] > entry; at--) entries[at] = entries[at - 1];
            entries[at] = entry;
        }
    }

    private static void Sort(Span<int> entries, Span<double> weights)
    {
        if (entries.Length <= ShortRow)
        {
            Insert(entries, weights);
            return;
        }

        // Where an entry stands decides between equal ones: the keys are all different, and the order is that of a stable sort.
        long[] keys = ArrayPool<long>.Shared.Rent(entries.Length);
        for (int i = 0; i < entries.Length; i++) keys[i] = ((long)entries[i] << 32) | (uint)i;
        keys.AsSpan(0, entries.Length).Sort(weights);
        for (int i = 0; i < entries.Length; i++) entries[i] = (int)(keys[i] >> 32);
        ArrayPool<long>.Shared.Return(keys);
    }

    private static void Insert(Span<int> entries, Span<double> weights)
    {
        for (int i = 1; i < entries.Length; i++)
        {
            (int entry, double weight, int at) = (entries[i], weights[i], i);
            for (; at > 0 && entries[at - 1] > entry; at--) (entries[at], weights[at]) = (entries[at - 1], weights[at - 1]);
            (entries[at], weights[at]) = (entry, weight);
        }
    }
}
