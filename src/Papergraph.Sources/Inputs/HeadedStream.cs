namespace Papergraph.Sources.Inputs;

/// <summary>Bytes that were already taken from a stream to look at, and then the stream.</summary>
internal sealed class HeadedStream(ReadOnlyMemory<byte> head, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> _head = head;

    /// <summary>Takes the first <paramref name="count"/> bytes, fewer only where the stream is shorter.</summary>
    public static byte[] Take(Stream stream, int count)
    {
        byte[] head = new byte[count];
        int length = stream.ReadAtLeast(head, count, throwOnEndOfStream: false);
        return head[..length];
    }

    public override int Read(Span<byte> buffer)
    {
        if (_head.IsEmpty) return rest.Read(buffer);
        int count = Math.Min(buffer.Length, _head.Length);
        _head.Span[..count].CopyTo(buffer);
        _head = _head[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }
}
