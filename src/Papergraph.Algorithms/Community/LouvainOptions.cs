namespace Papergraph.Algorithms;

/// <summary>Options of <see cref="Louvain"/>.</summary>
public sealed record LouvainOptions
{
    /// <summary>The function to climb. Default: modularity.</summary>
    public QualityFunction Quality { get; init; } = QualityFunction.Modularity;

    /// <summary>Resolution γ, finite and at least 0; more makes more and smaller communities. Default 1: for modularity the classic
    /// definition. For the constant Potts model it is a density, for most graphs far below 1.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>Seed of the order in which nodes are visited. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How often to start from scratch, at least 1; the best result counts. Default: 10 for graphs of at most 20,000 edges, where
    /// chance decides much and costs little, 1 for greater ones.</summary>
    public int? RandomStarts { get; init; }

    /// <summary>Most iterations, at least 1: each runs the whole algorithm again from the communities found before, until one changes
    /// nothing. Default 1, as in the paper.</summary>
    public int MaxIterations { get; init; } = 1;

    internal void Validate()
    {
        PartitionQuality.RequireResolution(Resolution);
        if (RandomStarts < 1) throw AlgorithmErrors.OutOfRange("random-starts", RandomStarts.Value, "at least 1");
        if (MaxIterations < 1) throw AlgorithmErrors.OutOfRange("max-iterations", MaxIterations, "at least 1");
    }
}
