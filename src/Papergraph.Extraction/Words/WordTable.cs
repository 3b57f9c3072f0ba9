using System.Numerics;
using System.Runtime.CompilerServices;

namespace Papergraph.Extraction;

/// <summary>Distinct words, numbered from 0 in the order in which they came, with a hash table over their UTF-8 bytes.</summary>
/// <remarks>Open addressing with linear probing, at most two thirds full; no object for each word. What <see cref="Add"/> calls is compiled
/// in full at once: a table is filled when a program begins, before code that runs often has been found out.</remarks>
internal sealed class WordTable
{
    private byte[] _text;
    private int[] _ends;
    private int[] _slots;

    /// <summary>Creates an empty table with room for about so many words; it grows.</summary>
    public WordTable(int words = 1024)
    {
        _ends = new int[Math.Max(1, words)];
        _text = new byte[_ends.Length * 8];
        _slots = EmptySlots((int)BitOperations.RoundUpToPowerOf2((uint)(_ends.Length * 2L)));
    }

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of a word.</summary>
    public ReadOnlySpan<byte> this[int word]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int start = Start(word);
            return _text.AsSpan(start, _ends[word] - start);
        }
    }

    /// <summary>The number of the word, or −1.</summary>
    public int Find(ReadOnlySpan<byte> word) => _slots[SlotOf(word)];

    /// <summary>The number of the word, which is new when it was not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<byte> word)
    {
        int slot = SlotOf(word);
        if (_slots[slot] >= 0) return _slots[slot];
        if (Count == _ends.Length) Array.Resize(ref _ends, Count * 2);
        int start = Start(Count);
        if (_text.Length - start < word.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, start + word.Length));
        word.CopyTo(_text.AsSpan(start));
        _ends[Count] = start + word.Length;
        _slots[slot] = Count;
        if (++Count * 3L > _slots.Length * 2L) Grow();
        return Count - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Start(int word) => word == 0 ? 0 : _ends[word - 1];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int SlotOf(ReadOnlySpan<byte> word)
    {
        int[] slots = _slots;
        int mask = slots.Length - 1;
        int slot = (int)(Hash(word) >> 32) & mask;
        while (slots[slot] >= 0 && !this[slots[slot]].SequenceEqual(word)) slot = (slot + 1) & mask;
        return slot;
    }

    // FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), for words are short; a multiplication more brings its bits to the upper half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ReadOnlySpan<byte> word)
    {
        unchecked
        {
            ulong hash = 0xCBF29CE484222325;
            foreach (byte unit in word) hash = (hash ^ unit) * 0x100000001B3;
            return hash * 0x9E3779B97F4A7C15;
        }
    }

    private void Grow()
    {
        _slots = EmptySlots(_slots.Length * 2);
        for (int word = 0; word < Count; word++) _slots[SlotOf(this[word])] = word;
    }

    private static int[] EmptySlots(int count)
    {
        int[] slots = new int[count];
        Array.Fill(slots, -1);
        return slots;
    }
}
