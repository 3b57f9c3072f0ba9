using System.IO.Compression;
using Papergraph.Core;

namespace Papergraph.Sources.Inputs;

/// <summary>The content of a gzip file (RFC 1952, any number of members), guarded against files made to unfold without end.</summary>
/// <param name="folded">The bytes as stored, from the first on.</param>
/// <param name="stored">Tells how many stored bytes have been taken.</param>
/// <param name="options">The limits.</param>
internal sealed class UnfoldedStream(Stream folded, StoredStream stored, SourceOptions options) : ForwardStream
{
    /// <summary>Below this many bytes the ratio is not looked at: small files of blanks fold better than any text.</summary>
    private const long FreeBytes = 64L << 20;

    /// <summary>Without this switch a file that is cut short ends as if it were whole. It is read once in a process, at the first use of
    /// compression by anybody, so that a program sets it among its runtime options to be sure.</summary>
    static UnfoldedStream() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private readonly GZipStream _gzip = new(folded, CompressionMode.Decompress);
    private long _count;

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="UnfoldingLimitException">A limit of the options is passed.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = _gzip.Read(buffer);
        _count += read;
        if (_count > options.MaxDecompressedBytes)
            throw new UnfoldingLimitException($"{options.MaxDecompressedBytes} bytes");
        if (_count > FreeBytes && _count / options.MaxCompressionRatio > stored.Count)
            throw new UnfoldingLimitException($"{options.MaxCompressionRatio} times its size");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _gzip.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A compressed input unfolds to more than is allowed.</summary>
internal sealed class UnfoldingLimitException(string limit) : IOException($"it unfolds to more than {limit}");
