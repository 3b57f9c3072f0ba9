namespace Papergraph.Store.Tests.Simulation;

/// <summary>Bytes that grow where they are written; what was never written is zero.</summary>
internal sealed class GrowingBytes
{
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        int end = checked((int)offset + bytes.Length);
        if (end > Length) SetLength(end);
        bytes.CopyTo(_bytes.AsSpan((int)offset));
    }

    public void SetLength(long length)
    {
        int wanted = checked((int)length);
        if (wanted > _bytes.Length) Array.Resize(ref _bytes, Math.Max(wanted, 2 * _bytes.Length));
        if (wanted < Length) _bytes.AsSpan(wanted, Length - wanted).Clear();
        Length = wanted;
    }

    public void CopyFrom(GrowingBytes other)
    {
        SetLength(0);
        Write(other.Span, 0);
    }
}
