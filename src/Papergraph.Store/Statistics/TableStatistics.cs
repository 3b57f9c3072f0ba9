namespace Papergraph.Store;

/// <summary>What a planner wants to know of a table.</summary>
/// <param name="Count">Number of nodes or edges.</param>
/// <param name="Columns">Of each column, in the order of the table.</param>
public abstract record TableStatistics(long Count, IReadOnlyList<ColumnStatistics> Columns)
{
    /// <summary>The statistics of the column of this name, or null.</summary>
    public ColumnStatistics? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);
}

/// <summary>What a planner wants to know of the nodes with one set of labels.</summary>
/// <param name="Labels">The labels.</param>
/// <param name="Count">Number of nodes.</param>
/// <param name="Columns">Of each column.</param>
public sealed record NodeTableStatistics(IReadOnlyList<string> Labels, long Count, IReadOnlyList<ColumnStatistics> Columns)
    : TableStatistics(Count, Columns);

/// <summary>What a planner wants to know of the edges of one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Count">Number of edges.</param>
/// <param name="SelfLoops">Number of edges from a node to itself.</param>
/// <param name="Outgoing">How many edges leave the nodes; its nodes are the distinct sources.</param>
/// <param name="Incoming">How many edges enter the nodes; its nodes are the distinct targets.</param>
/// <param name="Endpoints">How many edges lead from which set of labels to which, ascending by source and then target; sets without edges
/// are left out.</param>
/// <param name="Columns">Of each column.</param>
public sealed record EdgeTableStatistics(
    string Type,
    long Count,
    long SelfLoops,
    DegreeHistogram Outgoing,
    DegreeHistogram Incoming,
    IReadOnlyList<EndpointCount> Endpoints,
    IReadOnlyList<ColumnStatistics> Columns)
    : TableStatistics(Count, Columns);

/// <summary>How many edges of a type lead from one set of labels to another.</summary>
/// <param name="Source">Index of the node table of the sources.</param>
/// <param name="Target">Index of the node table of the targets.</param>
/// <param name="Count">Number of edges.</param>
public readonly record struct EndpointCount(int Source, int Target, long Count);
