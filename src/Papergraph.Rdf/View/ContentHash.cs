using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Papergraph.Rdf;

/// <summary>Hashes what is said of a node or an edge: the first 128 bits of the SHA-256 of names and values, each with its length or type
/// before it, so that different things have different bytes.</summary>
internal sealed class ContentHash(BinaryWriter bytes)
{
    public const int Digits = 32;

    public ContentHash() : this(new BinaryWriter(new MemoryStream()))
    {
    }

    public void Add(ReadOnlySpan<byte> text)
    {
        bytes.Write(text.Length);
        bytes.Write(text);
    }

    /// <summary>Adds the values that a row has.</summary>
    public void Add(PropertyView[] properties, long row)
    {
        foreach (PropertyView property in properties)
        {
            if (property.Column.Value(row) is not { } value) continue;
            Add(property.Predicate);
            bytes.Write((byte)property.Column.Type);
            AddValue(value);
        }
    }

    /// <summary>The hash of what was added since the last call.</summary>
    public UInt128 Take()
    {
        MemoryStream stream = (MemoryStream)bytes.BaseStream;      // flushes the writer
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length), digest);
        stream.SetLength(0);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    public static void Format(UInt128 hash, Span<byte> digits) => hash.TryFormat(digits, out _, "x32", CultureInfo.InvariantCulture);

    private void AddValue(object value)
    {
        switch (value)
        {
            case string text: bytes.Write(text); break;
            case long number: bytes.Write(number); break;
            case double number: bytes.Write(number); break;
            case bool truth: bytes.Write(truth); break;
            case DateOnly date: bytes.Write(date.DayNumber); break;
            case DateTimeOffset time: bytes.Write(time.UtcTicks); break;
            case Array items:
                bytes.Write(items.Length);
                foreach (object item in items) AddValue(item);
                break;
            default: throw new UnreachableException();
        }
    }
}
