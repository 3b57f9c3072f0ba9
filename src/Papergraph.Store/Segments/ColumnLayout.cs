namespace Papergraph.Store;

/// <summary>One column: which rows are null, for a list type where each row's elements begin, and the values or elements.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Type">Type of the values.</param>
/// <param name="NullCount">Number of null rows.</param>
/// <param name="Nulls">Section of the bitmap of null rows; present exactly when there are any.</param>
/// <param name="Lists">Where the rows' elements begin; present exactly when the type is a list.</param>
/// <param name="Values">One value a row, or all elements of all lists.</param>
/// <param name="Zones">Bounds of the values of each zone, if the column has them.</param>
internal sealed record ColumnLayout(
    string Name, PropertyType Type, long NullCount, int? Nulls, ListLayout? Lists, VectorLayout Values, ZonesLayout? Zones = null)
{
    public void Write(LayoutWriter to)
    {
        to.Text(Name);
        to.Byte((byte)Type);
        to.Int64(NullCount);
        if (Nulls is { } nulls) to.Int32(nulls);
        Lists?.Write(to);
        Values.Write(to);
        to.Byte((byte)(Zones is null ? 0 : 1));
        Zones?.Write(to);
    }

    public static ColumnLayout Read(LayoutReader from)
    {
        string name = from.Name();
        byte type = from.Byte();
        if (type is < (byte)PropertyType.String or > (byte)PropertyType.BooleanList) throw from.Fault("an unknown type of property");
        long nullCount = from.Size();
        int? nulls = nullCount > 0 ? from.Int32() : null;
        ListLayout? lists = ((PropertyType)type).IsList() ? ListLayout.Read(from) : null;
        VectorLayout values = VectorLayout.Read(from, ((PropertyType)type).Element());
        return new(name, (PropertyType)type, nullCount, nulls, lists, values, ReadZones(from, (PropertyType)type, values));
    }

    private static ZonesLayout? ReadZones(LayoutReader from, PropertyType type, VectorLayout values)
    {
        byte zones = from.Version < 2 ? (byte)0 : from.Byte();
        if (zones == 0) return null;
        bool ordered = !type.IsList() && type != PropertyType.Boolean && values is not StringLayout { Codes: null };
        if (zones > 1 || !ordered) throw from.Fault("zones of a column that has no zones");
        return ZonesLayout.Read(from, type);
    }
}

/// <summary>The boundaries between the lists of a column: one offset a row and one more, and the number of elements in all.</summary>
internal sealed record ListLayout(long ElementCount, PackedLayout Offsets)
{
    public void Write(LayoutWriter to)
    {
        to.Int64(ElementCount);
        Offsets.Write(to);
    }

    public static ListLayout Read(LayoutReader from) => new(from.Size(), PackedLayout.Read(from));
}
