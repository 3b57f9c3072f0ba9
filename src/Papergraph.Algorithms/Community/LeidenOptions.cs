namespace Papergraph.Algorithms;

/// <summary>Options of <see cref="Leiden"/>.</summary>
public sealed record LeidenOptions
{
    /// <summary>The function to climb. Default: modularity.</summary>
    public QualityFunction Quality { get; init; } = QualityFunction.Modularity;

    /// <summary>Resolution γ, finite and at least 0; more makes more and smaller communities. Default 1: for modularity the classic
    /// definition. For the constant Potts model it is a density, for most graphs far below 1.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>Seed of the order in which nodes are visited and of the choices of the refinement. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How often to start from scratch, at least 1; the best result counts. Default: 10 for graphs of at most 20,000 edges, where
    /// chance decides much and costs little, 1 for greater ones.</summary>
    public int? RandomStarts { get; init; }

    /// <summary>Most iterations, at least 1: each runs the whole algorithm again from the communities found before, until one changes
    /// nothing. Default 10.</summary>
    public int MaxIterations { get; init; } = 10;

    /// <summary>Ends with the iteration that adds no more than this part of the quality, finite and at least 0. Default 10⁻⁴; with 0 it
    /// goes on until nothing changes.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>θ of the refinement, finite and at least 0, in units of the mean weight of an edge: how freely it chooses parts that are
    /// not the best. 0 takes one of the best. Default 0.01, as in the paper.</summary>
    public double Randomness { get; init; } = 0.01;

    internal void Validate()
    {
        PartitionQuality.RequireResolution(Resolution);
        if (RandomStarts < 1) throw AlgorithmErrors.OutOfRange("random-starts", RandomStarts.Value, "at least 1");
        if (MaxIterations < 1) throw AlgorithmErrors.OutOfRange("max-iterations", MaxIterations, "at least 1");
        if (!(Tolerance >= 0 && double.IsFinite(Tolerance)))
            throw AlgorithmErrors.OutOfRange("tolerance", Tolerance, "finite and at least 0");
        if (!(Randomness >= 0 && double.IsFinite(Randomness)))
            throw AlgorithmErrors.OutOfRange("randomness", Randomness, "finite and at least 0");
    }
}
