using System.Buffers.Binary;

namespace Papergraph.Store;

/// <summary>Some bytes of a key with its entity, so that sorting seldom looks at the columns.</summary>
/// <param name="High">The first 8 of the bytes, filled with zeros.</param>
/// <param name="Low">The next 7, and how many bytes there are from the first of these on, 16 standing for all that is more than 15.</param>
/// <param name="Entity">The entity.</param>
internal readonly record struct SortableKey(ulong High, ulong Low, long Entity) : IComparable<SortableKey>
{
    /// <summary>Number of bytes of a key that are kept.</summary>
    public const int Kept = 15;

    /// <summary>Whether the key has more bytes than are here.</summary>
    public bool IsCut => (byte)Low > Kept;

    /// <summary>The family and the beginning of the payload.</summary>
    public static SortableKey Of(IndexKey key, long entity)
    {
        Span<byte> bytes = stackalloc byte[Kept + 1];
        bytes.Clear();
        bytes[0] = (byte)key.Family;
        key.Payload[..Math.Min(key.Payload.Length, Kept - 1)].CopyTo(bytes[1..]);
        return Of(bytes, key.Payload.Length + 1, entity);
    }

    /// <summary>The bytes of a payload from a place on.</summary>
    public static SortableKey OfRest(ReadOnlySpan<byte> rest, long entity)
    {
        Span<byte> bytes = stackalloc byte[Kept + 1];
        bytes.Clear();
        rest[..Math.Min(rest.Length, Kept)].CopyTo(bytes);
        return Of(bytes, rest.Length, entity);
    }

    /// <summary>Compares the bytes: zero when the keys are equal, or when both are cut and go on differently.</summary>
    public int CompareKeyTo(SortableKey other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>By the bytes, then the entity.</summary>
    public int CompareTo(SortableKey other)
    {
        int order = CompareKeyTo(other);
        return order != 0 ? order : Entity.CompareTo(other.Entity);
    }

    private static SortableKey Of(Span<byte> bytes, int length, long entity)
    {
        bytes[Kept] = (byte)Math.Min(length, Kept + 1);
        return new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..]), entity);
    }
}
