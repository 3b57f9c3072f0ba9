using System.Buffers.Binary;

namespace Papergraph.Store;

/// <summary>How the postings of a term are laid out; what every byte means stands in <c>docs/formats/store.md</c>.</summary>
internal static class PostingFormat
{
    /// <summary>Most documents of a block; a term with more has a skip entry for each block.</summary>
    public const int BlockSize = 128;

    /// <summary>Bytes of a skip entry: the last node of the block, and where the block ends among the documents' and the positions'
    /// bytes, 32 bits each.</summary>
    public const int SkipSize = 3 * sizeof(uint);

    /// <summary>Positions between two values of a list: so far apart that no phrase reaches from one to the other.</summary>
    public const int ValueGap = 1000;

    /// <summary>Words of one property of one node that are indexed; what follows is not found.</summary>
    public const int MostTokens = 1 << 20;

    private const byte Repeated = 1, More = 2;

    public static int BlockCount(int documents) => (documents + BlockSize - 1) / BlockSize;

    public static int SkipLength(int documents) => documents > BlockSize ? BlockCount(documents) * SkipSize : 0;

    public static void WriteSkip(VarintBuffer to, int lastNode, int documentsEnd, int positionsEnd)
    {
        Span<byte> entry = stackalloc byte[SkipSize];
        BinaryPrimitives.WriteInt32LittleEndian(entry, lastNode);
        BinaryPrimitives.WriteInt32LittleEndian(entry[sizeof(uint)..], documentsEnd);
        BinaryPrimitives.WriteInt32LittleEndian(entry[(2 * sizeof(uint))..], positionsEnd);
        to.Bytes(entry);
    }

    public static (int LastNode, int DocumentsEnd, int PositionsEnd) ReadSkip(ReadOnlySpan<byte> skips, int block)
    {
        ReadOnlySpan<byte> entry = skips.Slice(block * SkipSize, SkipSize);
        return (
            BinaryPrimitives.ReadInt32LittleEndian(entry), BinaryPrimitives.ReadInt32LittleEndian(entry[sizeof(uint)..]),
            BinaryPrimitives.ReadInt32LittleEndian(entry[(2 * sizeof(uint))..]));
    }

    public static void WriteField(VarintBuffer to, int field, int frequency, bool more)
    {
        to.Byte((byte)((field << 2) | (more ? More : 0) | (frequency > 1 ? Repeated : 0)));
        if (frequency > 1) to.Number((uint)(frequency - 2));
    }

    /// <summary>Reads what <see cref="WriteField"/> wrote.</summary>
    /// <returns>False when the bytes end too soon or the frequency is beyond any text.</returns>
    public static bool TryReadField(ReadOnlySpan<byte> bytes, ref int at, out int field, out int frequency, out bool more)
    {
        (field, frequency, more) = (0, 1, false);
        if ((uint)at >= (uint)bytes.Length) return false;
        byte head = bytes[at++];
        (field, more) = (head >> 2, (head & More) != 0);
        if ((head & Repeated) == 0) return true;
        if (!Varint.TryRead(bytes, ref at, out uint beyond) || beyond > MostTokens) return false;
        frequency = (int)beyond + 2;
        return true;
    }
}
