namespace Papergraph.Engine.Neighborhoods;

/// <summary>How far and through what to look around a node.</summary>
public sealed record NeighborhoodOptions
{
    /// <summary>Most edges between the centre and a neighbour, 1 to 5.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Most neighbours reported at each distance, 1 to 10,000.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Report only nodes with one of these labels; empty for all. Nodes of other labels are still passed through.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Follow only edges of these types; empty for all.</summary>
    public IReadOnlyList<string> EdgeTypes { get; init; } = [];

    /// <summary>Pass only papers of this year or later, or null.</summary>
    public int? FromYear { get; init; }

    /// <summary>Pass only papers of this year or earlier, or null.</summary>
    public int? ToYear { get; init; }

    /// <summary>Which way edges are followed.</summary>
    public EdgeDirection Direction { get; init; }

    /// <summary>Follow only edges at least this confident, 0 to 1; edges without a confidence count as certain.</summary>
    public double MinConfidence { get; init; }
}

/// <summary>Which way edges are followed.</summary>
public enum EdgeDirection
{
    /// <summary>With and against the direction of the edge.</summary>
    Both,

    /// <summary>As the edge points.</summary>
    Out,

    /// <summary>Against the direction of the edge.</summary>
    In,
}

/// <summary>A node near the centre.</summary>
/// <param name="Node">The node.</param>
/// <param name="Depth">Fewest edges from the centre.</param>
/// <param name="Score">How well connected it is: the chance that a short random walk ends there, damped for nodes that are near everything. Comparable within one depth.</param>
/// <param name="Via">Edges that lead to it from the distance before, by type and direction, with how many of each.</param>
/// <param name="From">The node before it through which most of the score came.</param>
public sealed record Neighbor(NodeSummary Node, int Depth, double Score, IReadOnlyList<EdgeCount> Via, NodeSummary From);

/// <summary>A number of edges of one type and direction.</summary>
/// <param name="Type">Edge type.</param>
/// <param name="Outgoing">Whether the edges lead from the nearer node to the farther.</param>
/// <param name="Count">How many.</param>
public readonly record struct EdgeCount(string Type, bool Outgoing, long Count);

/// <summary>What lies around a node.</summary>
/// <param name="Center">Where the walk began.</param>
/// <param name="Neighbors">By depth, then score descending, then id.</param>
/// <param name="Reached">Nodes found at each depth that the filters admit, from depth 1, also those beyond the limit.</param>
/// <param name="IsTruncated">Whether so many nodes were reached that only the best of them were walked on from.</param>
public sealed record Neighborhood(NodeSummary Center, IReadOnlyList<Neighbor> Neighbors, IReadOnlyList<long> Reached, bool IsTruncated);
