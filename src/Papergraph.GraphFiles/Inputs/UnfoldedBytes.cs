using System.IO.Compression;
using Papergraph.Core;

namespace Papergraph.GraphFiles.Inputs;

/// <summary>The content of a gzip file, guarded against files made to unfold without end.</summary>
internal sealed class UnfoldedBytes(GZipStream gzip, StoredBytes stored, GraphFileOptions options) : ForwardStream
{
    /// <summary>Below this many bytes the ratio is not looked at.</summary>
    private const long FreeBytes = 64L << 20;

    /// <summary>Without this switch a file that is cut short ends as if it were whole. It is read once in a process, at the first use of
    /// compression by anybody, so that a program sets it among its runtime options to be sure.</summary>
    static UnfoldedBytes() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private long _count;

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="UnfoldingLimitException">A limit of the options is passed.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = gzip.Read(buffer);
        _count += read;
        if (_count > options.MaxDecompressedBytes) throw new UnfoldingLimitException($"{options.MaxDecompressedBytes} bytes");
        if (_count > FreeBytes && _count / options.MaxCompressionRatio > stored.Count)
            throw new UnfoldingLimitException($"{options.MaxCompressionRatio} times its size");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            gzip.Dispose();
            stored.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>A compressed file unfolds to more than is allowed.</summary>
internal sealed class UnfoldingLimitException(string limit) : IOException
{
    internal string Limit => limit;
}
