namespace Papergraph.Store;

/// <summary>What a column is made from.</summary>
/// <param name="Sections">The sections of the segment.</param>
/// <param name="Layout">What the directory says of the column.</param>
/// <param name="Rows">Number of rows of the table.</param>
/// <param name="Table">Name of the table, for messages.</param>
internal sealed record ColumnSource(SegmentSections Sections, ColumnLayout Layout, long Rows, string Table)
{
    /// <summary>Name of the column, for messages.</summary>
    public string Name => $"{Table}, property {Layout.Name}";

    public static Column Open(SegmentSections sections, ColumnLayout layout, long rows, string table)
    {
        ColumnSource source = new(sections, layout, rows, table);
        return layout.Type switch
        {
            PropertyType.String => new StringColumn(source),
            PropertyType.Int64 => new Int64Column(source),
            PropertyType.Double => new DoubleColumn(source),
            PropertyType.Boolean => new BooleanColumn(source),
            PropertyType.Date => new DateColumn(source),
            PropertyType.DateTime => new DateTimeColumn(source),
            PropertyType.StringList => new StringListColumn(source),
            PropertyType.Int64List => new Int64ListColumn(source),
            PropertyType.DoubleList => new DoubleListColumn(source),
            _ => new BooleanListColumn(source),
        };
    }

    /// <summary>Number of values: one a row, or all elements of all lists.</summary>
    public long ValueCount => Layout.Lists?.ElementCount ?? Rows;

    public PackedIntegers Integers() => new(Sections, (PackedLayout)Layout.Values, ValueCount, Name);

    public Section Doubles()
    {
        if (ValueCount > long.MaxValue / sizeof(double)) throw Sections.Fault($"{Name} has {ValueCount} values");
        return Sections.Take(((FlatLayout)Layout.Values).Section, ValueCount * sizeof(double), Name);
    }

    public Section Bits() => Sections.Take(((FlatLayout)Layout.Values).Section, BitVector.SizeOf(ValueCount), Name);

    public StringVector Strings() => new(Sections, (StringLayout)Layout.Values, ValueCount, Name);

    public ZoneMap? Zones() => Layout.Zones is not { } zones ? null
        : Layout.Type == PropertyType.Double ? new DoubleZones(Sections, zones, Rows, Name)
        : new IntegerZones(Sections, zones, Rows, Name);

    public ListBoundaries Lists() => new(Sections, Layout.Lists!, Rows, Name);
}
