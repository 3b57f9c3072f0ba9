namespace Papergraph.Extraction;

/// <summary>How a sum of trees is trained.</summary>
internal sealed record BoostedTreesOptions
{
    public int Trees { get; init; } = 80;

    /// <summary>Questions on the way to an answer.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>Share of each tree's answers that is added.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Added to the curvature of each answer, against chance.</summary>
    public double Prior { get; init; } = 5;

    /// <summary>Curvature that must be on either side of a question.</summary>
    public double LeastWeight { get; init; } = 4;
}
