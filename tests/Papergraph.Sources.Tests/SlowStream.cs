namespace Papergraph.Sources.Tests;

/// <summary>Gives its bytes in pieces of chosen lengths, as a network or a pipe does, and repeats them as often as told.</summary>
internal sealed class SlowStream(byte[] bytes, int pieceLength, long repeats = 1) : Stream
{
    private readonly long _length = bytes.Length * repeats;
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(Math.Min(buffer.Length, pieceLength), _length - _at);
        for (int i = 0; i < count; i++) buffer[i] = bytes[(_at + i) % bytes.Length];
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
