namespace Papergraph.Store;

/// <summary>Writes statistics as the bytes of a section, and reads them. Names, types and counts are those of the tables and not
/// repeated.</summary>
internal static class StatisticsCodec
{
    public static void Write(LayoutWriter to, SegmentStatistics statistics)
    {
        foreach (NodeTableStatistics table in statistics.NodeTables) WriteColumns(to, table.Columns);
        foreach (EdgeTableStatistics table in statistics.EdgeTables)
        {
            to.Int64(table.SelfLoops);
            Write(to, table.Outgoing);
            Write(to, table.Incoming);
            to.List(table.Endpoints, (w, edges) =>
            {
                w.Int32(edges.Source);
                w.Int32(edges.Target);
                w.Int64(edges.Count);
            });
            WriteColumns(to, table.Columns);
        }
    }

    /// <exception cref="StoreException">The bytes are not those of statistics of these tables.</exception>
    public static SegmentStatistics Read(LayoutReader from, IReadOnlyList<NodeTable> nodeTables, IReadOnlyList<EdgeTable> edgeTables)
    {
        NodeTableStatistics[] nodes = new NodeTableStatistics[nodeTables.Count];
        for (int i = 0; i < nodes.Length; i++)
            nodes[i] = new(nodeTables[i].Labels, nodeTables[i].Count, ReadColumns(from, nodeTables[i]));
        EdgeTableStatistics[] edges = new EdgeTableStatistics[edgeTables.Count];
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = new(
                edgeTables[i].Type, edgeTables[i].Count, from.Size(), ReadHistogram(from), ReadHistogram(from),
                from.List(r => ReadEndpoints(r, nodes.Length)), ReadColumns(from, edgeTables[i]));
        }

        return from.AtEnd ? new(nodes, edges) : throw from.Fault("bytes after the last statistics");
    }

    private static void WriteColumns(LayoutWriter to, IReadOnlyList<ColumnStatistics> columns)
    {
        foreach (ColumnStatistics column in columns)
        {
            to.Int64(column.ValueCount);
            to.Int64(column.Distinct);
            to.Byte((byte)(column.DistinctIsExact ? 1 : 0));
            to.Int64(column.TextBytes);
            to.Byte((byte)(column.Least is null ? 0 : 1));
            if (column.Least is { } least) WriteValue(to, least);
            if (column.Greatest is { } greatest) WriteValue(to, greatest);
        }
    }

    private static ColumnStatistics[] ReadColumns(LayoutReader from, Table table)
    {
        ColumnStatistics[] statistics = new ColumnStatistics[table.Columns.Count];
        for (int i = 0; i < statistics.Length; i++)
        {
            Column column = table.Columns[i];
            (long values, long distinct, byte exact, long textBytes, byte bounded) =
                (from.Size(), from.Size(), from.Byte(), from.Size(), from.Byte());
            if (exact > 1 || bounded > 1) throw from.Fault("a mark that is neither 0 nor 1");
            object? least = bounded == 1 ? ReadValue(from, column.Type.Element()) : null;
            object? greatest = bounded == 1 ? ReadValue(from, column.Type.Element()) : null;
            statistics[i] = new(
                column.Name, column.Type, column.Count - column.NullCount, column.NullCount,
                values, distinct, exact == 1, least, greatest, textBytes);
        }

        return statistics;
    }

    private static void Write(LayoutWriter to, DegreeHistogram histogram)
    {
        to.List(histogram.Counts, (w, count) => w.Int64(count));
        to.Int64(histogram.Greatest);
    }

    private static DegreeHistogram ReadHistogram(LayoutReader from) => new(from.List(r => r.Size()), from.Size());

    private static EndpointCount ReadEndpoints(LayoutReader from, int tables)
    {
        EndpointCount edges = new(from.Int32(), from.Int32(), from.Size());
        return edges.Source < tables && edges.Target < tables ? edges : throw from.Fault("a table that does not exist");
    }

    private static void WriteValue(LayoutWriter to, object value)
    {
        switch (value)
        {
            case string text: to.Text(text); break;
            case long number: to.Int64(number); break;
            case double number: to.Int64(BitConverter.DoubleToInt64Bits(number)); break;
            case DateOnly date: to.Int64(Epoch.DaysOf(date)); break;
            case DateTimeOffset instant: to.Int64(Epoch.MicrosecondsOf(instant)); break;
            default: to.Byte((byte)((bool)value ? 1 : 0)); break;
        }
    }

    private static object ReadValue(LayoutReader from, PropertyType type) => type switch
    {
        PropertyType.String => from.Text(),
        PropertyType.Int64 => from.Int64(),
        PropertyType.Double => BitConverter.Int64BitsToDouble(from.Int64()),
        PropertyType.Date => Epoch.DateOf(from.Int64()) ?? throw from.Fault("a number that is no date"),
        PropertyType.DateTime => Epoch.InstantOf(from.Int64()) ?? throw from.Fault("a number that is no instant"),
        _ => from.Byte() != 0,
    };
}
