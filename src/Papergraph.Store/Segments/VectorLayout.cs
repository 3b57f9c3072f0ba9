namespace Papergraph.Store;

/// <summary>How a sequence of values of one type is stored. The type is known from the column, so only strings say which way.</summary>
internal abstract record VectorLayout
{
    public abstract void Write(LayoutWriter to);

    public static VectorLayout Read(LayoutReader from, PropertyType type) => type switch
    {
        PropertyType.Double or PropertyType.Boolean => new FlatLayout(from.Int32()),
        PropertyType.String => StringLayout.Read(from),
        _ => PackedLayout.Read(from),
    };
}

/// <summary>Values side by side in one section: 64 bits for a double, one bit for a truth value.</summary>
internal sealed record FlatLayout(int Section) : VectorLayout
{
    public override void Write(LayoutWriter to) => to.Int32(Section);
}

/// <summary>Whole numbers as distances from a line: number i is <c>Least + Rise(Slope, i) + distance i</c>, modulo 2⁶⁴. Width 0 says that
/// all lie on the line and has no section.</summary>
/// <param name="Width">Bits of a distance, 0 to 64.</param>
/// <param name="Least">Where the line begins.</param>
/// <param name="Slope">How much it rises from one number to the next, in units of 2⁻²⁴; 0 in most cases.</param>
/// <param name="Section">The distances one after another, lowest bit first.</param>
internal sealed record PackedLayout(byte Width, long Least, long Slope, int? Section) : VectorLayout
{
    public const int SlopeBits = 24;

    private const byte WidthMask = 0x7F, Slanted = 0x80;

    public static long Rise(long slope, long index) => unchecked(slope * index) >> SlopeBits;

    /// <summary>Bytes of the section of so many numbers.</summary>
    public long SizeOf(long count) => ((count * Width) + 7) >> 3;

    public override void Write(LayoutWriter to)
    {
        to.Byte((byte)(Width | (Slope != 0 ? Slanted : 0)));
        to.Int64(Least);
        if (Slope != 0) to.Int64(Slope);
        if (Section is { } section) to.Int32(section);
    }

    public static PackedLayout Read(LayoutReader from)
    {
        byte head = from.Byte();
        if (from.Version < 2)
        {
            // Format 1 counted whole bytes and knew no slope; numbers of whole bytes lie as they lie now.
            if (head is not (0 or 1 or 2 or 4 or 8)) throw from.Fault("a width of numbers that does not exist");
            return new((byte)(head * 8), from.Int64(), 0, head > 0 ? from.Int32() : null);
        }

        byte width = (byte)(head & WidthMask);
        if (width > 64) throw from.Fault("a width of numbers that does not exist");
        return new(width, from.Int64(), (head & Slanted) != 0 ? from.Int64() : 0, width > 0 ? from.Int32() : null);
    }
}

/// <summary>The values of a column of texts: the texts themselves, or with <see cref="Codes"/> the sorted distinct texts, and for each
/// value the number of its text.</summary>
internal sealed record StringLayout(TextListLayout Texts, PackedLayout? Codes) : VectorLayout
{
    private const byte Plain = 0, Dictionary = 1;

    public override void Write(LayoutWriter to)
    {
        to.Byte(Codes is null ? Plain : Dictionary);
        Texts.Write(to);
        Codes?.Write(to);
    }

    public static StringLayout Read(LayoutReader from)
    {
        byte encoding = from.Byte();
        if (encoding is not (Plain or Dictionary)) throw from.Fault("an unknown encoding of strings");
        return new(TextListLayout.Read(from), encoding == Dictionary ? PackedLayout.Read(from) : null);
    }
}
