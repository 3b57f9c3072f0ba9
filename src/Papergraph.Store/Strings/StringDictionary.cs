using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>The distinct strings of a column, sorted by their bytes, and for each position the number of its string.</summary>
/// <param name="Sorted">Pool index of each distinct string.</param>
/// <param name="Codes">By position; 0 where the row is null.</param>
internal sealed record StringDictionary(int[] Sorted, long[] Codes)
{
    /// <summary>Builds the dictionary, unless plain strings take no more bytes. What front coding saves later does not count: it would
    /// turn columns of distinct keys into dictionaries, whose every look-up then decodes a group.</summary>
    public static StringDictionary? TryBuild(StringPool pool, RowOrder order, BitBuffer? nulls)
    {
        int rows = pool.Count;
        long plainBytes = SizeOfTexts(rows, pool.TotalBytes);
        if (rows == 0 || plainBytes == 0) return null;
        int[] codes = new int[rows];
        List<int> distinct = [];
        long distinctBytes = 0;
        int[] slots = new int[64];
        int last = -1;
        for (int position = 0; position < rows; position++)
        {
            if (nulls is not null && nulls[position]) continue;
            if (last >= 0 && pool.AreOne(order[last], order[position]))
            {
                codes[position] = codes[last];
                continue;
            }

            last = position;
            ReadOnlySpan<byte> text = pool[order[position]];
            int slot = FindSlot(slots, pool, distinct, text);
            if (slots[slot] == 0)
            {
                distinct.Add(order[position]);
                distinctBytes += text.Length;
                if (SizeOfTexts(distinct.Count, distinctBytes) + SizeOfCodes(rows, distinct.Count) >= plainBytes) return null;
                slots[slot] = distinct.Count;
                if (distinct.Count * 2 > slots.Length)
                {
                    slots = Grow(slots.Length * 2, pool, distinct);
                    slot = FindSlot(slots, pool, distinct, text);
                }
            }

            codes[position] = slots[slot] - 1;
        }

        return Sort(pool, distinct, codes, nulls);
    }

    private static StringDictionary Sort(StringPool pool, List<int> distinct, int[] codes, BitBuffer? nulls)
    {
        int[] sorted = [.. distinct];
        pool.Sort(sorted);
        int[] rankOf = new int[pool.Count];
        for (int rank = 0; rank < sorted.Length; rank++) rankOf[sorted[rank]] = rank;
        long[] ranked = new long[codes.Length];
        for (int i = 0; i < codes.Length; i++) ranked[i] = nulls is not null && nulls[i] ? 0 : rankOf[distinct[codes[i]]];
        return new(sorted, ranked);
    }

    /// <summary>The slot of the text, holding its number plus one, or the empty slot where it belongs.</summary>
    private static int FindSlot(int[] slots, StringPool pool, List<int> distinct, ReadOnlySpan<byte> text)
    {
        int mask = slots.Length - 1;
        int slot = (int)StableHash.Hash64(text) & mask;
        while (slots[slot] != 0 && !pool[distinct[slots[slot] - 1]].SequenceEqual(text)) slot = (slot + 1) & mask;
        return slot;
    }

    private static int[] Grow(int size, StringPool pool, List<int> distinct)
    {
        int[] slots = new int[size];
        for (int i = 0; i < distinct.Count; i++) slots[FindSlot(slots, pool, distinct, pool[distinct[i]])] = i + 1;
        return slots;
    }

    private static long SizeOfTexts(long count, long bytes) => bytes + SizeOfPacked(count + 1, (ulong)bytes);

    private static long SizeOfCodes(long rows, int distinct) => SizeOfPacked(rows, (ulong)(distinct - 1));

    private static long SizeOfPacked(long count, ulong greatest) => ((count * PackedIntegerWriter.WidthOf(greatest)) + 7) / 8;
}
