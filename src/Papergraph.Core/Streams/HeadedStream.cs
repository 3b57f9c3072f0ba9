namespace Papergraph.Core;

/// <summary>Bytes that were already taken from a stream to look at, and then the stream.</summary>
/// <param name="head">The bytes that were taken.</param>
/// <param name="rest">What comes behind them; owned by this stream.</param>
public sealed class HeadedStream(ReadOnlyMemory<byte> head, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> _head = head;

    /// <summary>Takes the first <paramref name="count"/> bytes, fewer only where the stream is shorter.</summary>
    public static byte[] Take(Stream stream, int count)
    {
        byte[] head = new byte[count];
        int length = stream.ReadAtLeast(head, count, throwOnEndOfStream: false);
        return head[..length];
    }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        if (_head.IsEmpty) return rest.Read(buffer);
        int count = Math.Min(buffer.Length, _head.Length);
        _head.Span[..count].CopyTo(buffer);
        _head = _head[count..];
        return count;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }
}
