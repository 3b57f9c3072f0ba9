using System.Numerics;

namespace Papergraph.Extraction;

/// <summary>Counts fingerprints; made once and used again for paper after paper.</summary>
internal sealed class OccurrenceCounts
{
    private ulong[] _keys = new ulong[1024];
    private int[] _counts = new int[1024];

    /// <summary>Forgets everything and makes room for so many different fingerprints.</summary>
    public void Reset(int most)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, 2 * most));
        if (size > _keys.Length) (_keys, _counts) = (new ulong[size], new int[size]);
        else Array.Clear(_counts);
    }

    public void Add(ulong key)
    {
        int slot = Slot(key);
        _keys[slot] = key;
        _counts[slot]++;
    }

    public int this[ulong key] => _counts[Slot(key)];

    private int Slot(ulong key)
    {
        int mask = _keys.Length - 1, slot = (int)(key ^ (key >> 32)) & mask;
        while (_counts[slot] > 0 && _keys[slot] != key) slot = (slot + 1) & mask;
        return slot;
    }
}
