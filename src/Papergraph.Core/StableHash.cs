using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Papergraph.Core;

/// <summary>Hashes that are the same in every process, on every machine and in every version: they are written to disk.</summary>
/// <remarks>
/// <para><see cref="Hash64(ReadOnlySpan{byte})"/> is XXH64 with seed 0, little-endian input (Y. Collet, “xxHash fast digest algorithm”,
/// specification 0.2.0, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md): fast, well spread, not resistant to
/// deliberate collisions, so whoever looks something up by it compares the full key as well.</para>
/// <para><see cref="Hex128(ReadOnlySpan{byte})"/> is the first half of SHA-256 (FIPS 180-4): the name of a content.</para>
/// </remarks>
public static class StableHash
{
    private const ulong Prime1 = 0x9E3779B185EBCA87, Prime2 = 0xC2B2AE3D27D4EB4F, Prime3 = 0x165667B19E3779F9,
        Prime4 = 0x85EBCA77C2B2AE63, Prime5 = 0x27D4EB2F165667C5;

    /// <summary>XXH64 of the bytes, seed 0.</summary>
    public static ulong Hash64(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ReadOnlySpan<byte> rest = bytes;
            ulong hash;
            if (rest.Length >= 32)
            {
                ulong a = Prime1 + Prime2, b = Prime2, c = 0, d = 0UL - Prime1;
                while (rest.Length >= 32)
                {
                    a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(rest));
                    b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));
                    c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(rest[16..]));
                    d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(rest[24..]));
                    rest = rest[32..];
                }

                hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7)
                    + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
                hash = Merge(Merge(Merge(Merge(hash, a), b), c), d);
            }
            else
            {
                hash = Prime5;
            }

            hash += (ulong)bytes.Length;
            for (; rest.Length >= 8; rest = rest[8..])
                hash = (BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest)), 27) * Prime1) + Prime4;
            if (rest.Length >= 4)
            {
                hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1), 23) * Prime2) + Prime3;
                rest = rest[4..];
            }

            foreach (byte last in rest)
                hash = BitOperations.RotateLeft(hash ^ (last * Prime5), 11) * Prime1;

            hash = (hash ^ (hash >> 33)) * Prime2;
            hash = (hash ^ (hash >> 29)) * Prime3;
            return hash ^ (hash >> 32);
        }
    }

    /// <summary>XXH64 of the UTF-8 form of the text, seed 0.</summary>
    public static ulong Hash64(ReadOnlySpan<char> text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> utf8 = most <= 1024 ? stackalloc byte[most] : new byte[most];
        return Hash64(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    /// <summary>The first 128 bits of SHA-256 of the bytes, as 32 lower-case hexadecimal digits.</summary>
    public static string Hex128(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    /// <summary>The first 128 bits of SHA-256 of the UTF-8 form of the text, as 32 lower-case hexadecimal digits.</summary>
    public static string Hex128(string text) => Hex128(Encoding.UTF8.GetBytes(text));

    private static ulong Round(ulong accumulator, ulong lane) =>
        unchecked(BitOperations.RotateLeft(accumulator + (lane * Prime2), 31) * Prime1);

    private static ulong Merge(ulong hash, ulong accumulator) => unchecked(((hash ^ Round(0, accumulator)) * Prime1) + Prime4);
}
