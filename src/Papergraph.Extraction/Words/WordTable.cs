using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Distinct words, numbered from 0 in the order in which they came, with a hash table over their UTF-8 bytes.</summary>
/// <remarks>Open addressing with linear probing, at most two thirds full; no object for each word.</remarks>
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
        _slots = EmptySlots((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(_ends.Length * 2L)));
    }

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of a word.</summary>
    public ReadOnlySpan<byte> this[int word] => _text.AsSpan(Start(word).._ends[word]);

    /// <summary>The number of the word, or −1.</summary>
    public int Find(ReadOnlySpan<byte> word) => _slots[SlotOf(word)];

    /// <summary>The number of the word, which is new when it was not there.</summary>
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

    private int Start(int word) => word == 0 ? 0 : _ends[word - 1];

    private int SlotOf(ReadOnlySpan<byte> word)
    {
        int mask = _slots.Length - 1;
        int slot = (int)StableHash.Hash64(word) & mask;
        while (_slots[slot] >= 0 && !this[_slots[slot]].SequenceEqual(word)) slot = (slot + 1) & mask;
        return slot;
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
