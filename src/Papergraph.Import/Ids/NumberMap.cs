namespace Papergraph.Import.Ids;

/// <summary>A map from whole numbers to non-negative integers. Small keys, which most files have, index an array; the others go to a hash
/// table with open addressing.</summary>
internal sealed class NumberMap
{
    private const int LeastDirect = 1 << 12;

    // Value plus one, 0 where there is none. The array may be four times as long as there are keys, so that it is never mostly empty.
    private int[] _direct = new int[LeastDirect];
    private long[] _keys = [];
    private int[] _hashed = [];
    private int _hashedCount;

    public int Count { get; private set; }

    /// <summary>Adds a key that is not there yet.</summary>
    public bool TryAdd(long key, int value)
    {
        if (TryGet(key, out _)) return false;
        Count++;
        if ((ulong)key < (ulong)_direct.Length || TryGrowDirect(key))
        {
            _direct[key] = value + 1;
            return true;
        }

        if ((_hashedCount + 1) * 2 > _keys.Length) GrowHashed();
        int slot = FindSlot(key);
        (_keys[slot], _hashed[slot]) = (key, value + 1);
        _hashedCount++;
        return true;
    }

    public bool TryGet(long key, out int value)
    {
        // A key that came before the array reached it stays in the hash table.
        value = (ulong)key < (ulong)_direct.Length ? _direct[key] - 1 : -1;
        if (value < 0 && _hashedCount > 0) value = _hashed[FindSlot(key)] - 1;
        return value >= 0;
    }

    /// <summary>Replaces each value <c>v</c> by <c>values[v]</c>.</summary>
    public void MapValues(int[] values)
    {
        foreach (int[] stored in (int[][])[_direct, _hashed])
        {
            for (int i = 0; i < stored.Length; i++)
            {
                if (stored[i] > 0) stored[i] = values[stored[i] - 1] + 1;
            }
        }
    }

    private bool TryGrowDirect(long key)
    {
        if (key < 0 || key >= 4L * Count || key >= Array.MaxLength) return false;
        Array.Resize(ref _direct, (int)Math.Min(Array.MaxLength, Math.Max(key + 1, 2L * _direct.Length)));
        return true;
    }

    private void GrowHashed()
    {
        (long[] keys, int[] values) = (_keys, _hashed);
        int size = Math.Max(64, keys.Length * 2);
        (_keys, _hashed) = (new long[size], new int[size]);
        for (int i = 0; i < keys.Length; i++)
        {
            if (values[i] == 0) continue;
            int slot = FindSlot(keys[i]);
            (_keys[slot], _hashed[slot]) = (keys[i], values[i]);
        }
    }

    private int FindSlot(long key)
    {
        int mask = _keys.Length - 1, slot = (int)Mix((ulong)key) & mask;
        while (_hashed[slot] != 0 && _keys[slot] != key) slot = (slot + 1) & mask;
        return slot;
    }

    /// <summary>The finalizer of MurmurHash3: every bit of the key changes about half of those of the result.</summary>
    private static ulong Mix(ulong key)
    {
        unchecked
        {
            key = (key ^ (key >> 33)) * 0xFF51AFD7ED558CCD;
            key = (key ^ (key >> 33)) * 0xC4CEB9FE1A85EC53;
            return key ^ (key >> 33);
        }
    }
}
