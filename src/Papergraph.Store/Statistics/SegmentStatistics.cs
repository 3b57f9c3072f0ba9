namespace Papergraph.Store;

/// <summary>What a planner wants to know of a graph, counted when its segment was written.</summary>
/// <param name="NodeTables">Of each node table, in the order of <see cref="GraphReader.NodeTables"/>.</param>
/// <param name="EdgeTables">Of each edge table, in the order of <see cref="GraphReader.EdgeTables"/>.</param>
public sealed record SegmentStatistics(IReadOnlyList<NodeTableStatistics> NodeTables, IReadOnlyList<EdgeTableStatistics> EdgeTables)
{
    /// <summary>Number of nodes that have the label, whatever others they have.</summary>
    public long NodeCount(string label) =>
        NodeTables.Where(table => table.Labels.Contains(label, StringComparer.Ordinal)).Sum(table => table.Count);

    /// <summary>The statistics of the edges of a type, or null when there is no such table.</summary>
    public EdgeTableStatistics? Edges(string type) => EdgeTables.FirstOrDefault(table => table.Type == type);

    /// <summary>Number of edges of a type from nodes with one label to nodes with another.</summary>
    /// <param name="sourceLabel">A label of the sources, or null for any.</param>
    /// <param name="type">Type of the edges.</param>
    /// <param name="targetLabel">A label of the targets, or null for any.</param>
    public long EdgeCount(string? sourceLabel, string type, string? targetLabel) => Edges(type)?.Endpoints
        .Where(edges => HasLabel(edges.Source, sourceLabel) && HasLabel(edges.Target, targetLabel))
        .Sum(edges => edges.Count) ?? 0;

    private bool HasLabel(int table, string? label) => label is null || NodeTables[table].Labels.Contains(label, StringComparer.Ordinal);
}
