namespace Papergraph.Store;

/// <summary>What there is to know of the tables of a segment as they lie on the disk: to be written as zones and statistics.</summary>
internal sealed class GraphSurvey
{
    private readonly ColumnSurvey[][] _nodeColumns;
    private readonly ColumnSurvey[][] _edgeColumns;
    private readonly IReadOnlyList<NodeTable> _nodeTables;
    private readonly IReadOnlyList<EdgeTable> _edgeTables;
    private readonly EdgeTableStatistics[] _edges;

    private GraphSurvey(IReadOnlyList<NodeTable> nodeTables, IReadOnlyList<EdgeTable> edgeTables, CancellationToken cancellation)
    {
        (_nodeTables, _edgeTables) = (nodeTables, edgeTables);
        _nodeColumns = [.. nodeTables.Select(table => ColumnsOf(table, cancellation))];
        _edgeColumns = [.. edgeTables.Select(table => ColumnsOf(table, cancellation))];
        _edges = [.. edgeTables.Select((table, i) => EdgeSurvey.Of(table, nodeTables, StatisticsOf(table, _edgeColumns[i])))];
    }

    /// <param name="nodeTables">The node tables, opened.</param>
    /// <param name="edgeTables">The edge tables, opened.</param>
    /// <param name="cancellation">Observed once a column.</param>
    public static GraphSurvey Of(
        IReadOnlyList<NodeTable> nodeTables, IReadOnlyList<EdgeTable> edgeTables, CancellationToken cancellation) =>
        new(nodeTables, edgeTables, cancellation);

    /// <summary>Writes zones and statistics.</summary>
    /// <param name="file">The segment.</param>
    /// <param name="layout">Its layout so far.</param>
    /// <returns>The layout in which the tables have zones and the catalogue has the section of the statistics.</returns>
    public SegmentLayout Write(SegmentFileWriter file, SegmentLayout layout)
    {
        NodeTableLayout[] nodeTables =
            [.. layout.NodeTables.Select((of, i) => of with { Columns = WriteZones(file, _nodeTables[i], of.Columns, _nodeColumns[i]) })];
        EdgeTableLayout[] edgeTables =
            [.. layout.EdgeTables.Select((of, i) => of with { Columns = WriteZones(file, _edgeTables[i], of.Columns, _edgeColumns[i]) })];
        NodeTableStatistics[] nodes =
            [.. _nodeTables.Select((table, i) => new NodeTableStatistics(table.Labels, table.Count, StatisticsOf(table, _nodeColumns[i])))];
        LayoutWriter bytes = new();
        StatisticsCodec.Write(bytes, new(nodes, _edges));
        return layout with
        {
            NodeTables = nodeTables,
            EdgeTables = edgeTables,
            Catalog = layout.Catalog with { Statistics = file.WriteSection(bytes.Written) },
        };
    }

    private static ColumnSurvey[] ColumnsOf(Table table, CancellationToken cancellation)
    {
        ColumnSurvey[] surveys = new ColumnSurvey[table.Columns.Count];
        for (int i = 0; i < surveys.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            surveys[i] = table.Columns[i].Survey();
        }

        return surveys;
    }

    private static ColumnStatistics[] StatisticsOf(Table table, ColumnSurvey[] surveys) =>
        [.. surveys.Select((survey, i) => survey.For(table.Columns[i]))];

    private static ColumnLayout[] WriteZones(
        SegmentFileWriter file, Table table, IReadOnlyList<ColumnLayout> layouts, ColumnSurvey[] surveys)
    {
        ColumnLayout[] columns = new ColumnLayout[layouts.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            Column column = table.Columns[i];
            // One zone would say what the statistics say.
            ZoneBounds? zones = column.Type.IsList() || column.Count <= Column.ZoneSize ? null : surveys[i].Zones;
            columns[i] = layouts[i] with { Zones = zones?.Write(file) };
        }

        return columns;
    }
}
