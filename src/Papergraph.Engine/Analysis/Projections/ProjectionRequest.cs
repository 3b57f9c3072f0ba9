using Papergraph.Algorithms;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>What of a stored graph is to be analysed.</summary>
public sealed record ProjectionRequest
{
    /// <summary>The patterns, whose nodes and edges are taken together. None: <c>Paper-CITES-Paper</c> where the graph has such edges, else
    /// all nodes and edges. A pattern of shared neighbours stands alone.</summary>
    public IReadOnlyList<ProjectionPattern> Patterns { get; init; } = [];

    /// <summary>Whether papers that are only cited are left out.</summary>
    public bool WithoutPlaceholders { get; init; }

    /// <summary>The edge property that holds the weights, <c>count</c> for the number of parallel edges, or null or <c>none</c> for
    /// none.</summary>
    public string? Weight { get; init; }

    /// <summary>Whether directions are dropped.</summary>
    public bool Undirected { get; init; }


    /// <summary>How nodes that share neighbours are linked, where the pattern ties them by that.</summary>
    public ProjectionOptions SharedNeighbours { get; init; } = new();

    /// <summary>The name of <see cref="Weight"/> that means the number of parallel edges.</summary>
    public const string CountWeight = "count";

    /// <summary>The name of <see cref="Weight"/> that means none.</summary>
    public const string NoWeight = "none";

    /// <summary>The edge property that holds the weights, if one does.</summary>
    internal string? WeightProperty => Weight is CountWeight or NoWeight ? null : Weight;
}
