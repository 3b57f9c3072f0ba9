using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Distinct byte strings, numbered in the order in which they first came: a hash table with open addressing over one pool of
/// bytes, no object a string.</summary>
internal sealed class TermTable
{
    private readonly StringPool _terms = new();
    private readonly List<uint> _hashes = [];

    // Number of the term plus one, 0 where there is none.
    private int[] _slots = new int[64];

    public int Count => _hashes.Count;

    /// <summary>The term of this number.</summary>
    public ReadOnlySpan<byte> this[int number] => _terms[number];

    /// <summary>The number of the term, which is added when it is new.</summary>
    public int NumberOf(ReadOnlySpan<byte> term)
    {
        uint hash = (uint)StableHash.Hash64(term);
        int mask = _slots.Length - 1, slot = (int)hash & mask;
        for (; _slots[slot] > 0; slot = (slot + 1) & mask)
        {
            int number = _slots[slot] - 1;
            if (_hashes[number] == hash && _terms[number].SequenceEqual(term)) return number;
        }

        _terms.Add(term);
        _hashes.Add(hash);
        _slots[slot] = _hashes.Count;
        if (_hashes.Count * 2L > _slots.Length && _slots.Length < 1 << 30) Grow();
        return _hashes.Count - 1;
    }

    /// <summary>The numbers of all terms in ascending order of their bytes.</summary>
    public int[] Sort()
    {
        int[] numbers = new int[Count];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = i;
        _terms.Sort(numbers);
        return numbers;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        int mask = _slots.Length - 1;
        for (int i = 0; i < _hashes.Count; i++)
        {
            int slot = (int)_hashes[i] & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }
}
