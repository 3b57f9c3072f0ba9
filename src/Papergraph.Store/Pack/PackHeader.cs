using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Papergraph.Store;

/// <summary>The first 128 bytes of a pack (<c>docs/formats/pack.md</c>): what follows is a segment, and which.</summary>
/// <param name="SegmentLength">Length of the segment in bytes; it reaches to the end of the file.</param>
/// <param name="DirectoryChecksum">CRC-32C of its directory.</param>
/// <param name="Digest">SHA-256 of the segment: what the pack is called.</param>
internal sealed record PackHeader(long SegmentLength, uint DirectoryChecksum, byte[] Digest)
{
    /// <summary>A multiple of <see cref="SegmentHeader.Alignment"/>, so that everything in the segment is aligned in the mapped file.
    /// </summary>
    public const int Size = 128;

    private const uint FormatVersion = 1;

    private const int VersionAt = 8, LengthAt = 16, DirectoryChecksumAt = 24, DigestAt = 32, ChecksumAt = Size - sizeof(uint);

    private static ReadOnlySpan<byte> Magic => "PGSNPACK"u8;

    /// <summary>The digest as 64 hexadecimal digits.</summary>
    public string Id => Convert.ToHexStringLower(Digest);

    public static bool IsBeginning(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    public byte[] ToBytes()
    {
        byte[] header = new byte[Size];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(VersionAt), FormatVersion);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(LengthAt), SegmentLength);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(DirectoryChecksumAt), DirectoryChecksum);
        Digest.CopyTo(header, DigestAt);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(ChecksumAt), Crc32C.Compute(header.AsSpan(0, ChecksumAt)));
        return header;
    }

    /// <summary>Reads the header of a file that <see cref="IsBeginning"/> says is a pack.</summary>
    /// <exception cref="StoreException">It is damaged or of a newer format.</exception>
    public static PackHeader Read(ReadOnlySpan<byte> header, string file, long fileLength)
    {
        if (header.Length < Size) throw StoreErrors.Damaged(file, "header", "the file is too short to hold one");
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[ChecksumAt..]) != Crc32C.Compute(header[..ChecksumAt]))
            throw StoreErrors.ChecksumMismatch(file, "header");
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(header[VersionAt..]);
        if (version != FormatVersion) throw StoreErrors.NewerFormat(file, version, FormatVersion);
        long length = BinaryPrimitives.ReadInt64LittleEndian(header[LengthAt..]);
        if (length < SegmentHeader.Size || length != fileLength - Size) throw StoreErrors.WrongLength(file, fileLength, length + Size);
        return new(
            length, BinaryPrimitives.ReadUInt32LittleEndian(header[DirectoryChecksumAt..]),
            header.Slice(DigestAt, SHA256.HashSizeInBytes).ToArray());
    }
}
