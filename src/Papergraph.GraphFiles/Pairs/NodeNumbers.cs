using System.Collections;
using System.Globalization;
using System.Numerics;

namespace Papergraph.GraphFiles.Pairs;

/// <summary>Numbers as names; texts are made when they are asked for.</summary>
internal sealed class NumberNames(int[] numbers) : IReadOnlyList<string>
{
    public int Count => numbers.Length;

    public string this[int index] => numbers[index].ToString(CultureInfo.InvariantCulture);

    public IEnumerator<string> GetEnumerator() => numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Turns the numbers that nodes have in a file into 0, 1, 2 and so on, in their order.</summary>
internal static class NodeNumbers
{
    /// <summary>Below this number, and where they lie less than this many times as far apart as ends of edges are many, numbers are marked
    /// in a map of bits, otherwise sorted: a map of all numbers up to 2³¹ would take a quarter of a gigabyte for a single edge.</summary>
    private const int FreeNumbers = 1 << 24, MostSpread = 32;

    /// <summary>Renumbers pairs in place.</summary>
    /// <param name="parts">The pairs.</param>
    /// <param name="further">Numbers of nodes that need not have edges.</param>
    /// <param name="bounded">How many threads to use.</param>
    /// <returns>Number of nodes, and their numbers, or null when these are 0, 1, 2 and so on already.</returns>
    internal static (int Count, int[]? Numbers) Compact(IReadOnlyList<EdgePart> parts, int[] further, ParallelOptions bounded)
    {
        int greatest = further.Length == 0 ? -1 : further.Max();
        long ends = further.Length;
        int[] greatestOf = new int[parts.Count];
        Parallel.For(0, parts.Count, bounded, part =>
        {
            int most = -1;
            foreach ((int source, int target) in parts[part].Pairs) most = Math.Max(most, Math.Max(source, target));
            greatestOf[part] = most;
        });
        foreach (int most in greatestOf) greatest = Math.Max(greatest, most);
        ends += parts.Sum(part => 2L * part.Pairs.Length);
        bool isDense = greatest < Math.Max(FreeNumbers, MostSpread * ends);
        int[] numbers = isDense ? OfBits(parts, further, greatest, bounded) : Sorted(parts, further, ends);
        if (numbers.Length == greatest + 1L) return (numbers.Length, null);
        Renumber(parts, numbers, greatest, bounded);
        return (numbers.Length, numbers);
    }

    private static int[] OfBits(IReadOnlyList<EdgePart> parts, int[] further, int greatest, ParallelOptions bounded)
    {
        ulong[] all = new ulong[((long)greatest + 64) / 64];
        foreach (int number in further) all[number >> 6] |= 1UL << number;
        Parallel.For(0, parts.Count, bounded, part =>
        {
            foreach ((int source, int target) in parts[part].Pairs)
            {
                Mark(ref all[source >> 6], 1UL << source);
                Mark(ref all[target >> 6], 1UL << target);
            }
        });
        int[] numbers = new int[all.Sum(word => (long)BitOperations.PopCount(word))];
        int count = 0;
        for (int word = 0; word < all.Length; word++)
            for (ulong rest = all[word]; rest != 0; rest &= rest - 1) numbers[count++] = (word << 6) + BitOperations.TrailingZeroCount(rest);
        return numbers;
    }

    /// <summary>Nearly all bits are there already when they are looked at.</summary>
    private static void Mark(ref ulong word, ulong bit)
    {
        if ((Volatile.Read(ref word) & bit) == 0) Interlocked.Or(ref word, bit);
    }

    private static int[] Sorted(IReadOnlyList<EdgePart> parts, int[] further, long ends)
    {
        int[] numbers = new int[ends];
        further.CopyTo(numbers, 0);
        int count = further.Length;
        foreach (EdgePart part in parts)
            foreach ((int source, int target) in part.Pairs) (numbers[count++], numbers[count++]) = (source, target);
        Array.Sort(numbers);
        int distinct = 0;
        for (int i = 0; i < numbers.Length; i++)
            if (i == 0 || numbers[i] != numbers[i - 1]) numbers[distinct++] = numbers[i];
        return numbers[..distinct];
    }

    private static void Renumber(IReadOnlyList<EdgePart> parts, int[] numbers, int greatest, ParallelOptions bounded)
    {
        // A table where numbers lie close together, a search where they do not.
        int[]? places = greatest < FreeNumbers || greatest / 4 < numbers.Length ? new int[greatest + 1L] : null;
        for (int place = 0; places is not null && place < numbers.Length; place++) places[numbers[place]] = place;
        Parallel.For(0, parts.Count, bounded, part =>
        {
            foreach (ref (int Source, int Target) pair in parts[part].Pairs.AsSpan())
                pair = (Place(pair.Source), Place(pair.Target));
        });

        int Place(int number) => places is null ? Array.BinarySearch(numbers, number) : places[number];
    }
}
