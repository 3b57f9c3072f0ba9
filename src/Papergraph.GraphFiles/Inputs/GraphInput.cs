using System.IO.Compression;
using Papergraph.Core;

namespace Papergraph.GraphFiles.Inputs;

/// <summary>A file with its wrappings taken off: decompressed, without byte order mark.</summary>
internal sealed class GraphInput : IDisposable
{
    private const int HeadLength = 64 << 10;

    private readonly Stream _stream;

    private GraphInput(string path, Stream stream, ReadOnlyMemory<byte> head)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        (Path, Extension, Head, _stream) = (path, System.IO.Path.GetExtension(name).ToLowerInvariant(), head, stream);
        Bytes = new HeadedStream(head, stream);
    }

    internal string Path { get; }

    /// <summary>The extension of the name in small letters with its dot, without that of compression; empty when there is none.</summary>
    internal string Extension { get; }

    /// <summary>The first bytes, at most 64 KiB.</summary>
    internal ReadOnlyMemory<byte> Head { get; }

    /// <summary>All bytes, the head among them.</summary>
    internal Stream Bytes { get; }

    /// <exception cref="PapergraphException">There is no such file, or it is UTF-16.</exception>
    internal static GraphInput Open(string path, GraphFileOptions options, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        if (!File.Exists(path)) throw GraphFileErrors.NoSuchFile(path);
        StoredBytes stored = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0), progress, cancellation);
        try
        {
            byte[] head = HeadedStream.Take(stored, HeadLength);
            Stream stream = stored;
            if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]))
            {
                stream = new UnfoldedBytes(new GZipStream(new HeadedStream(head, stored), CompressionMode.Decompress), stored, options);
                head = HeadedStream.Take(stream, HeadLength);
            }

            ReadOnlySpan<byte> start = head;
            if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
                || start.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) throw GraphFileErrors.WideText(path);
            return new(path, stream, head.AsMemory(start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0));
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    public void Dispose() => _stream.Dispose();
}
