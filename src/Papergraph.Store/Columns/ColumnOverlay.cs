namespace Papergraph.Store;

/// <summary>What a column of a changed table is made from.</summary>
/// <param name="Table">The table, with its changes.</param>
/// <param name="Key">Name and type of the column.</param>
/// <param name="Stored">The column of the segment, or null when only changes have it.</param>
internal sealed record ColumnOverlay(Table Table, ColumnKey Key, Column? Stored)
{
    public static Column Open(ColumnOverlay overlay) => overlay.Key.Type switch
    {
        PropertyType.String => new StringColumn(overlay),
        PropertyType.Int64 => new Int64Column(overlay),
        PropertyType.Double => new DoubleColumn(overlay),
        PropertyType.Boolean => new BooleanColumn(overlay),
        PropertyType.Date => new DateColumn(overlay),
        PropertyType.DateTime => new DateTimeColumn(overlay),
        PropertyType.StringList => new StringListColumn(overlay),
        PropertyType.Int64List => new Int64ListColumn(overlay),
        PropertyType.DoubleList => new DoubleListColumn(overlay),
        _ => new BooleanListColumn(overlay),
    };
}
