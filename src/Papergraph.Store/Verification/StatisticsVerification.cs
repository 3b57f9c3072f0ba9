namespace Papergraph.Store;

/// <summary>Checks zones and statistics against the data.</summary>
internal static class StatisticsVerification
{
    /// <param name="stored">The statistics of the segment, or null where it has none or they cannot be read.</param>
    /// <param name="content">The segment.</param>
    /// <param name="faults">Takes what does not hold.</param>
    public static void Verify(SegmentStatistics? stored, SegmentContent content, FaultList faults)
    {
        for (int i = 0; i < content.NodeTables.Count; i++)
        {
            NodeTable table = content.NodeTables[i];
            VerifyColumns("nodes " + string.Join(':', table.Labels), table, stored?.NodeTables[i], content, faults);
        }

        for (int i = 0; i < content.EdgeTables.Count; i++)
        {
            EdgeTable table = content.EdgeTables[i];
            VerifyColumns("edges " + table.Type, table, stored?.EdgeTables[i], content, faults);
            if (stored?.EdgeTables[i] is { } edges) faults.Check(() => VerifyEdges(edges, table, content));
        }
    }

    private static void VerifyColumns(string name, Table table, TableStatistics? stored, SegmentContent content, FaultList faults)
    {
        for (int i = 0; i < table.Columns.Count; i++)
        {
            Column column = table.Columns[i];
            ColumnStatistics? statistics = stored?.Columns[i];
            if (statistics is null && column.ZoneMap is null) continue;
            faults.Check(() =>
            {
                ColumnSurvey survey = column.Survey();
                if (survey.Zones is { } zones) column.ZoneMap?.Verify(zones, faults);
                ColumnStatistics actual = survey.For(column);
                if (statistics is not null && statistics != actual)
                    throw content.Sections.Fault($"statistics of {name}, property {column.Name}: {statistics} in place of {actual}");
            });
        }
    }

    private static void VerifyEdges(EdgeTableStatistics stored, EdgeTable table, SegmentContent content)
    {
        EdgeTableStatistics actual = EdgeSurvey.Of(table, content.NodeTables, stored.Columns);
        string? wrong = stored.SelfLoops != actual.SelfLoops ? "the number of self-loops"
            : stored.Outgoing != actual.Outgoing ? "the degrees of sources"
            : stored.Incoming != actual.Incoming ? "the degrees of targets"
            : stored.Endpoints.SequenceEqual(actual.Endpoints) ? null
            : "the number of edges between labels";
        if (wrong is not null) throw content.Sections.Fault($"statistics of edges {table.Type}: {wrong} is not that of the edges");
    }
}
