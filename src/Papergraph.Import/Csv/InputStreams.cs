using Papergraph.Core;

namespace Papergraph.Import.Csv;

/// <summary>The bytes of a file as stored, counted.</summary>
internal sealed class CountedStream(Stream stored, Action<int> advanced) : ForwardStream
{
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        int read = stored.Read(buffer);
        Count += read;
        advanced(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) stored.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>The content of a compressed file, guarded against files made to unfold without end.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="content">The content, owned by this stream.</param>
/// <param name="stored">The file, owned by this stream.</param>
/// <param name="storedBytes">How many bytes of the file it can have come from so far.</param>
/// <param name="options">The limits.</param>
internal sealed class UnfoldedStream(string path, Stream content, Stream stored, Func<long> storedBytes, ImportOptions options)
    : ForwardStream
{
    /// <summary>Below this many bytes the ratio is not looked at: small files of blanks fold better than any text.</summary>
    private const long FreeBytes = 64L << 20;

    private long _count;

    public override int Read(Span<byte> buffer)
    {
        int read = content.Read(buffer);
        _count += read;
        if (_count > options.MaxDecompressedBytes) throw ImportErrors.UnfoldsTooFar(path, $"{options.MaxDecompressedBytes} bytes");
        if (_count > FreeBytes && _count / options.MaxCompressionRatio > storedBytes())
            throw ImportErrors.UnfoldsTooFar(path, $"{options.MaxCompressionRatio} times its size");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            stored.Dispose();
        }

        base.Dispose(disposing);
    }
}
