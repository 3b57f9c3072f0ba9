using System.Runtime.InteropServices;

namespace Papergraph.Store;

/// <summary>A growing row of bits, eight a byte, lowest first.</summary>
internal sealed class BitBuffer
{
    private readonly List<byte> _bytes = [];

    public int Count { get; private set; }

    public int SetCount { get; private set; }

    public ReadOnlySpan<byte> Bytes => CollectionsMarshal.AsSpan(_bytes);

    public bool this[int index] => (_bytes[index >> 3] >> (index & 7) & 1) != 0;

    public void Add(bool bit)
    {
        if ((Count & 7) == 0) _bytes.Add(0);
        if (bit)
        {
            _bytes[^1] |= (byte)(1 << (Count & 7));
            SetCount++;
        }

        Count++;
    }

    public BitBuffer InOrder(RowOrder order)
    {
        if (order.Rows is null) return this;
        BitBuffer ordered = new();
        for (int i = 0; i < Count; i++) ordered.Add(this[order[i]]);
        return ordered;
    }
}
