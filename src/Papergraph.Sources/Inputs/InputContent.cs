using System.Text;
using Papergraph.Core;

namespace Papergraph.Sources.Inputs;

/// <summary>An input with its wrappings taken off: decompressed, in UTF-8, without byte order mark.</summary>
/// <param name="Head">The first bytes, at most 64 KiB, by which a format is recognised.</param>
/// <param name="Bytes">All bytes, the head included.</param>
/// <param name="IsFoldedTwice">Whether what was decompressed is compressed again; then it is not read further.</param>
internal sealed record InputContent(ReadOnlyMemory<byte> Head, Stream Bytes, bool IsFoldedTwice)
{
    internal const int HeadLength = 64 << 10;

    /// <exception cref="IOException">The stream failed, or unfolds to more than is allowed.</exception>
    /// <exception cref="InvalidDataException">The compressed data are damaged.</exception>
    public static InputContent Open(StoredStream stored, SourceOptions options)
    {
        Stream stream = stored;
        byte[] head = HeadedStream.Take(stream, HeadLength);
        bool isGzip = IsGzip(head);
        if (isGzip)
        {
            stream = new UnfoldedStream(new HeadedStream(head, stream), stored, options);
            head = HeadedStream.Take(stream, HeadLength);
        }

        (Encoding? encoding, int markLength) = ByteOrderMark(head);
        if (encoding is not null)
        {
            stream = Encoding.CreateTranscodingStream(new HeadedStream(head.AsMemory(markLength), stream), encoding, Encoding.UTF8);
            head = HeadedStream.Take(stream, HeadLength);
            markLength = 0;
        }

        ReadOnlyMemory<byte> content = head.AsMemory(markLength);
        return new InputContent(content, new HeadedStream(content, stream), isGzip && IsGzip(head));
    }

    private static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);

    /// <summary>The encoding to convert from, or null for UTF-8, and how many bytes its mark takes. UTF-32 before UTF-16, whose
    /// little-endian mark is the beginning of the other's.</summary>
    private static (Encoding? Encoding, int MarkLength) ByteOrderMark(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? (null, 3)
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? (Encoding.UTF32, 4)
        : head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4)
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? (Encoding.Unicode, 2)
        : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Encoding.BigEndianUnicode, 2)
        : (null, 0);
}
