using Papergraph.Core;

namespace Papergraph.Import.Ids;

/// <summary>A map from byte strings to non-negative integers: a hash table with open addressing over one pool of bytes, no object a key.
/// </summary>
internal sealed class TextMap
{
    private readonly BytePool _keys = new();
    private readonly List<int> _values = [];
    private readonly List<uint> _hashes = [];

    // Number of the key plus one, 0 where there is none.
    private int[] _slots = new int[64];

    public int Count => _values.Count;

    public static ulong HashOf(ReadOnlySpan<byte> key) => StableHash.Hash64(key);

    /// <summary>Adds a key that is not there yet.</summary>
    /// <param name="key">The key, copied.</param>
    /// <param name="hash">Its <see cref="HashOf"/>.</param>
    /// <param name="value">What it leads to.</param>
    public bool TryAdd(ReadOnlySpan<byte> key, ulong hash, int value)
    {
        int slot = FindSlot(key, (uint)hash);
        if (_slots[slot] != 0) return false;
        _keys.Add(key);
        _values.Add(value);
        _hashes.Add((uint)hash);
        _slots[slot] = _values.Count;
        if (_values.Count * 2L > _slots.Length) Grow();
        return true;
    }

    public bool TryGet(ReadOnlySpan<byte> key, out int value)
    {
        int number = _slots[FindSlot(key, (uint)HashOf(key))] - 1;
        value = number < 0 ? -1 : _values[number];
        return number >= 0;
    }

    /// <summary>Replaces each value <c>v</c> by <c>values[v]</c>.</summary>
    public void MapValues(int[] values)
    {
        for (int i = 0; i < _values.Count; i++) _values[i] = values[_values[i]];
    }

    private int FindSlot(ReadOnlySpan<byte> key, uint hash)
    {
        int mask = _slots.Length - 1, slot = (int)hash & mask;
        while (_slots[slot] is > 0 and int number && (_hashes[number - 1] != hash || !_keys[number - 1].SequenceEqual(key)))
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        int size = (int)Math.Min(1L << 30, _slots.Length * 2L);
        if (size == _slots.Length) return;   // only denser from here on
        _slots = new int[size];
        int mask = size - 1;
        for (int i = 0; i < _hashes.Count; i++)
        {
            int slot = (int)_hashes[i] & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }
}
