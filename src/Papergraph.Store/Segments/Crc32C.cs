using System.Buffers.Binary;
using System.Numerics;

namespace Papergraph.Store;

/// <summary>CRC-32C (Castagnoli polynomial 0x1EDC6F41, reflected, initial value and final exclusive-or 0xFFFFFFFF), RFC 3720,
/// appendix B.4.</summary>
internal static class Crc32C
{
    public static uint Compute(ReadOnlySpan<byte> bytes) => Continue(0, bytes);

    /// <summary>The checksum of the bytes behind others, of which <paramref name="before"/> is the checksum.</summary>
    public static uint Continue(uint before, ReadOnlySpan<byte> bytes)
    {
        uint crc = ~before;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte last in bytes) crc = BitOperations.Crc32C(crc, last);
        return ~crc;
    }
}
