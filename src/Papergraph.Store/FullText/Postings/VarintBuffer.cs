namespace Papergraph.Store;

/// <summary>A growing array of bytes and variable-length numbers.</summary>
internal sealed class VarintBuffer
{
    private byte[] _bytes = new byte[256];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Byte(byte value)
    {
        if (Count == _bytes.Length) Grow(1);
        _bytes[Count++] = value;
    }

    public void Number(uint value)
    {
        if (_bytes.Length - Count < Varint.MaxLength) Grow(Varint.MaxLength);
        for (; value >= 0x80; value >>= 7) _bytes[Count++] = (byte)(value | 0x80);
        _bytes[Count++] = (byte)value;
    }

    public void Bytes(ReadOnlySpan<byte> values)
    {
        if (_bytes.Length - Count < values.Length) Grow(values.Length);
        values.CopyTo(_bytes.AsSpan(Count));
        Count += values.Length;
    }

    private void Grow(int least) =>
        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)Count + least, _bytes.Length * 2L)));
}
