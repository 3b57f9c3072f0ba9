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

/// <summary>Whole numbers as distances from the least, 0, 1, 2, 4 or 8 bytes each. Width 0 says that all are equal and has no
/// section.</summary>
internal sealed record PackedLayout(byte Width, long Least, int? Section) : VectorLayout
{
    public override void Write(LayoutWriter to)
    {
        to.Byte(Width);
        to.Int64(Least);
        if (Section is { } section) to.Int32(section);
    }

    public static PackedLayout Read(LayoutReader from)
    {
        byte width = from.Byte();
        if (width is not (0 or 1 or 2 or 4 or 8)) throw from.Fault("a width of numbers that does not exist");
        return new(width, from.Int64(), width > 0 ? from.Int32() : null);
    }
}

/// <summary>Texts one after another with their boundaries; with <see cref="Codes"/>, the sorted distinct texts, and for each value the
/// number of its text.</summary>
internal sealed record StringLayout(long TextCount, PackedLayout Offsets, int Bytes, PackedLayout? Codes) : VectorLayout
{
    private const byte Plain = 0, Dictionary = 1;

    public override void Write(LayoutWriter to)
    {
        to.Byte(Codes is null ? Plain : Dictionary);
        to.Int64(TextCount);
        Offsets.Write(to);
        to.Int32(Bytes);
        Codes?.Write(to);
    }

    public static StringLayout Read(LayoutReader from)
    {
        byte encoding = from.Byte();
        if (encoding is not (Plain or Dictionary)) throw from.Fault("an unknown encoding of strings");
        return new(from.Size(), PackedLayout.Read(from), from.Int32(), encoding == Dictionary ? PackedLayout.Read(from) : null);
    }
}
