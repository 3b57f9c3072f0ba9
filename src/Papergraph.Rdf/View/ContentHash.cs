using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Papergraph.Rdf;

/// <summary>Hashes what is said of something: the first 128 bits of the SHA-256 of its triples in canonical N-Triples.</summary>
/// <param name="triples">Where they are collected, in memory.</param>
internal sealed class ContentHash(MemoryStream triples)
{
    public const int Digits = 32;

    /// <summary>Takes the triples.</summary>
    public NTriplesWriter Writer { get; } = new(triples);

    /// <summary>The hash of the triples written since the last call.</summary>
    public UInt128 Take()
    {
        Writer.Complete();
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(triples.GetBuffer().AsSpan(0, (int)triples.Length), digest);
        triples.SetLength(0);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    public static void Format(UInt128 hash, Span<byte> digits) => hash.TryFormat(digits, out _, "x32", CultureInfo.InvariantCulture);
}
