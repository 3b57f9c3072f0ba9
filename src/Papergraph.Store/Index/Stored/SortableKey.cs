using System.Buffers.Binary;

namespace Papergraph.Store;

/// <summary>The first bytes of a key with its entity, so that sorting seldom looks at the columns.</summary>
/// <param name="High">Bytes 0 to 7 of the key, filled with zeros.</param>
/// <param name="Low">Bytes 8 to 14, and the length of the key, 16 standing for all that are longer than 15.</param>
/// <param name="Entity">The entity.</param>
internal readonly record struct SortableKey(ulong High, ulong Low, long Entity)
{
    private const int Kept = 15;

    /// <summary>Whether the key has more bytes than are here.</summary>
    public bool IsCut => (byte)Low > Kept;

    public static SortableKey Of(IndexKey key, long entity)
    {
        Span<byte> bytes = stackalloc byte[Kept + 1];
        bytes.Clear();
        bytes[0] = (byte)key.Family;
        key.Payload[..Math.Min(key.Payload.Length, Kept - 1)].CopyTo(bytes[1..]);
        bytes[Kept] = (byte)Math.Min(key.Payload.Length + 1, Kept + 1);
        return new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..]), entity);
    }

    /// <summary>Compares what is here: not zero unless both keys are cut alike or equal.</summary>
    public int CompareKeyTo(SortableKey other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);
}
