namespace Papergraph.Algorithms;

/// <summary>Parameters of <see cref="PageRank"/>.</summary>
public sealed record PageRankOptions
{
    /// <summary>The probability that the surfer follows an edge and does not start anew; 0 to below 1. Default 0.85.</summary>
    public double Damping { get; init; } = 0.85;

    /// <summary>A strong component is done when a sweep changed its ranks by at most this part of their sum (L1 norm); at least 0.
    /// Default 10⁻⁹.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Most sweeps over a strong component; at least 1. Default 500.</summary>
    public int MaxIterations { get; init; } = 500;

    /// <summary>Where the surfer starts, also after a node without edges: a weight ≥ 0 for each node, at least one above 0. They need not
    /// sum to 1. Empty, which is the default: everywhere alike.</summary>
    public ReadOnlyMemory<double> Personalization { get; init; }

    /// <summary>When given, the distribution after exactly so many clicks of a surfer who begins where surfers start, found by the power
    /// method, in place of the distribution after infinitely many; at least 1. That is how LDBC Graphalytics defines PageRank. Default
    /// null.</summary>
    public int? Clicks { get; init; }

    internal void Validate(int nodeCount)
    {
        OptionRange.RequireDamping("damping", Damping);
        OptionRange.RequireTolerance(Tolerance);
        OptionRange.RequireAtLeastOne("max-iterations", MaxIterations);
        if (Clicks is { } clicks) OptionRange.RequireAtLeastOne("clicks", clicks);
        if (!Personalization.IsEmpty) OptionRange.RequireDistribution("personalization", Personalization.Span, nodeCount);
    }
}
