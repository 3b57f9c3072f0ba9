using System.Buffers.Binary;

namespace Papergraph.Store;

/// <summary>The first 64 bytes of a segment: what the file is, and where its directory lies.</summary>
internal readonly record struct SegmentHeader(
    long FileLength, long DirectoryOffset, long DirectoryLength, uint DirectoryChecksum, uint Version = SegmentHeader.FormatVersion)
{
    public const int Size = 64;

    /// <summary>Bytes under one checksum. Small enough that a first look at one row costs some 30 µs, large enough that the checksums
    /// take no room.</summary>
    public const int BlockSize = 1 << BlockBits;
    public const int BlockBits = 18;

    /// <summary>Sections start at multiples of this, so that every element is aligned in the mapped file.</summary>
    public const int Alignment = 64;

    /// <summary>The version that is written; the versions from 1 to it are read.</summary>
    public const uint FormatVersion = 2;

    private const int ChecksumAt = 60;

    private static ReadOnlySpan<byte> Magic => "PGSEGMNT"u8;

    public static long Align(long offset) => (offset + Alignment - 1) & -Alignment;

    public void Write(Span<byte> header)
    {
        header[..Size].Clear();
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], BlockSize);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], FileLength);
        BinaryPrimitives.WriteInt64LittleEndian(header[24..], DirectoryOffset);
        BinaryPrimitives.WriteInt64LittleEndian(header[32..], DirectoryLength);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], DirectoryChecksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header[ChecksumAt..], Crc32C.Compute(header[..ChecksumAt]));
    }

    /// <summary>Reads and checks a header; <paramref name="file"/> is for messages.</summary>
    public static SegmentHeader Read(ReadOnlySpan<byte> header, string file)
    {
        if (!header[..Magic.Length].SequenceEqual(Magic))
            throw StoreErrors.Damaged(file, "header", "it does not begin with the mark of a segment");
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[ChecksumAt..]) != Crc32C.Compute(header[..ChecksumAt]))
            throw StoreErrors.ChecksumMismatch(file, "header");
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (version is 0 or > FormatVersion) throw StoreErrors.NewerFormat(file, version, FormatVersion);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[12..]) != BlockSize)
            throw StoreErrors.Damaged(file, "header", "unknown block size");
        return new(
            BinaryPrimitives.ReadInt64LittleEndian(header[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(header[24..]),
            BinaryPrimitives.ReadInt64LittleEndian(header[32..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[40..]),
            version);
    }
}
