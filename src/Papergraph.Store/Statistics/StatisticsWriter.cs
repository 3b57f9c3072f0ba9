namespace Papergraph.Store;

/// <summary>Surveys the tables of a segment as they lie on the disk, and writes zones and statistics.</summary>
internal static class StatisticsWriter
{
    /// <param name="file">The segment.</param>
    /// <param name="layout">Its layout so far; the tables get zones, and the layout the section of the statistics.</param>
    /// <param name="nodeTables">The node tables, opened.</param>
    /// <param name="edgeTables">The edge tables, opened.</param>
    /// <param name="cancellation">Observed once a column.</param>
    public static SegmentLayout Write(
        SegmentFileWriter file, SegmentLayout layout, IReadOnlyList<NodeTable> nodeTables, IReadOnlyList<EdgeTable> edgeTables,
        CancellationToken cancellation)
    {
        NodeTableStatistics[] nodes = new NodeTableStatistics[nodeTables.Count];
        NodeTableLayout[] nodeLayouts = [.. layout.NodeTables];
        for (int i = 0; i < nodes.Length; i++)
        {
            (List<ColumnLayout> columns, List<ColumnStatistics> statistics) =
                WriteZones(file, nodeTables[i], nodeLayouts[i].Columns, cancellation);
            nodeLayouts[i] = nodeLayouts[i] with { Columns = columns };
            nodes[i] = new(nodeTables[i].Labels, nodeTables[i].Count, statistics);
        }

        EdgeTableStatistics[] edges = new EdgeTableStatistics[edgeTables.Count];
        EdgeTableLayout[] edgeLayouts = [.. layout.EdgeTables];
        for (int i = 0; i < edges.Length; i++)
        {
            (List<ColumnLayout> columns, List<ColumnStatistics> statistics) =
                WriteZones(file, edgeTables[i], edgeLayouts[i].Columns, cancellation);
            edgeLayouts[i] = edgeLayouts[i] with { Columns = columns };
            edges[i] = EdgeSurvey.Of(edgeTables[i], nodeTables, statistics);
        }

        LayoutWriter bytes = new();
        StatisticsCodec.Write(bytes, new(nodes, edges));
        return layout with
        {
            NodeTables = nodeLayouts, EdgeTables = edgeLayouts, Catalog = layout.Catalog with { Statistics = file.WriteSection(bytes.Written) },
        };
    }

    private static (List<ColumnLayout> Columns, List<ColumnStatistics> Statistics) WriteZones(
        SegmentFileWriter file, Table table, IReadOnlyList<ColumnLayout> layouts, CancellationToken cancellation)
    {
        List<ColumnLayout> columns = [];
        List<ColumnStatistics> statistics = [];
        for (int i = 0; i < layouts.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Column column = table.Columns[i];
            ColumnSurvey survey = column.Survey();
            // One zone would say what the statistics say.
            ZoneBounds? zones = column.Type.IsList() || column.Count <= Column.ZoneSize ? null : survey.Zones;
            columns.Add(layouts[i] with { Zones = zones?.Write(file) });
            statistics.Add(survey.For(column));
        }

        return (columns, statistics);
    }
}
