using System.Buffers.Binary;

namespace Papergraph.Store;

/// <summary>The bytes of a commit log: a header, then one frame for each commit.</summary>
internal static class LogFormat
{
    public const int HeaderSize = 24, FrameHeaderSize = 32, Alignment = 8;

    /// <summary>The most bytes that one commit may have.</summary>
    public const int MaxPayload = 1 << 30;

    private const uint FormatVersion = 1, FrameMark = 0x4D435047;   // "GPCM"

    private const int HeaderChecksumAt = 20, FrameChecksumAt = 28;

    private static ReadOnlySpan<byte> Magic => "PGCOMLOG"u8;

    /// <summary>Bytes that a frame takes, its padding included.</summary>
    public static long FrameLength(int payload) => (FrameHeaderSize + (long)payload + Alignment - 1) & -Alignment;

    /// <summary>The header of a log of changes to a segment.</summary>
    public static byte[] Header(SegmentReference segment)
    {
        byte[] header = new byte[HeaderSize];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), FormatVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), segment.DirectoryChecksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(HeaderChecksumAt), Crc32C.Compute(header.AsSpan(0, HeaderChecksumAt)));
        return header;
    }

    /// <summary>Checks a header and returns the place behind it.</summary>
    /// <exception cref="StoreException">It is damaged, of a newer format, or of a log of changes to another segment.</exception>
    public static LogPosition ReadHeader(ReadOnlySpan<byte> header, SegmentReference segment, string file)
    {
        if (header.Length < HeaderSize || !header.StartsWith(Magic))
            throw StoreErrors.Damaged(file, "header", "it does not begin with the mark of a commit log");
        ReadOnlySpan<byte> covered = header[..HeaderChecksumAt];
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[HeaderChecksumAt..]) != Crc32C.Compute(covered))
            throw StoreErrors.ChecksumMismatch(file, "header");
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (version != FormatVersion) throw StoreErrors.NewerFormat(file, version, FormatVersion);
        return BinaryPrimitives.ReadUInt32LittleEndian(header[12..]) == segment.DirectoryChecksum
            ? new(HeaderSize, 0, Crc32C.Compute(covered))
            : throw StoreErrors.Damaged(file, "header", $"it is not the log of changes to '{segment.Name}'");
    }

    /// <summary>Writes the header of the frame that comes at <paramref name="at"/>, and returns the place behind the frame.</summary>
    public static LogPosition WriteFrameHeader(Span<byte> header, LogPosition at, long durable, ReadOnlySpan<byte> payload)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, FrameMark);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], payload.Length);
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], at.Commits + 1);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], durable);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], Crc32C.Compute(payload));
        BinaryPrimitives.WriteUInt32LittleEndian(header[FrameChecksumAt..], FrameChecksum(header, at.Length));
        return Behind(header, at, payload.Length);
    }

    /// <summary>Reads the header of a frame.</summary>
    /// <param name="header">The bytes there, at least <see cref="FrameHeaderSize"/>.</param>
    /// <param name="offset">Where they lie in the file.</param>
    /// <returns>What it says, or null when it is no whole header of this place.</returns>
    public static FrameHeader? ReadFrameHeader(ReadOnlySpan<byte> header, long offset)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != FrameMark
            || BinaryPrimitives.ReadUInt32LittleEndian(header[FrameChecksumAt..]) != FrameChecksum(header, offset))
            return null;
        int payload = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        return payload is < 0 or > MaxPayload
            ? null
            : new(payload, BinaryPrimitives.ReadInt64LittleEndian(header[8..]), BinaryPrimitives.ReadInt64LittleEndian(header[16..]),
                BinaryPrimitives.ReadUInt32LittleEndian(header[24..]));
    }

    /// <summary>The place behind the frame with this header.</summary>
    public static LogPosition Behind(ReadOnlySpan<byte> header, LogPosition at, int payload) =>
        new(at.Length + FrameLength(payload), at.Commits + 1, Crc32C.Continue(at.Checksum, header[..FrameChecksumAt]));

    // The place is part of it, so that a frame is none anywhere else: not within the payload of another, and not in a block that the
    // disk put where it does not belong.
    private static uint FrameChecksum(ReadOnlySpan<byte> header, long offset)
    {
        Span<byte> place = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(place, offset);
        return Crc32C.Continue(Crc32C.Compute(header[..FrameChecksumAt]), place);
    }
}

/// <summary>What the header of a frame says.</summary>
/// <param name="Payload">Bytes of the payload.</param>
/// <param name="Commit">Number of the commit, from 1.</param>
/// <param name="Durable">How many bytes of the log were known to be on the disk when the frame was written.</param>
/// <param name="Checksum">Checksum of the payload.</param>
internal readonly record struct FrameHeader(int Payload, long Commit, long Durable, uint Checksum);
