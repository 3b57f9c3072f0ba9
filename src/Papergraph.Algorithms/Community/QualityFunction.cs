namespace Papergraph.Algorithms;

/// <summary>What makes a partition good: the function that community detection climbs.</summary>
public enum QualityFunction
{
    /// <summary>More edge weight inside communities than degrees alone would put there; see
    /// <see cref="Papergraph.Algorithms.Modularity"/>.</summary>
    Modularity,

    /// <summary>Communities denser inside than the resolution; see <see cref="Papergraph.Algorithms.ConstantPotts"/>. Free of modularity's
    /// resolution limit, and the resolution has a meaning: a density of edges.</summary>
    ConstantPotts,
}
