namespace Papergraph.Extraction;

/// <summary>How a conditional random field is trained.</summary>
internal sealed record CrfTrainingOptions
{
    /// <summary>Strength λ of the Gaussian prior: λ/2 · |w|² is added to the negative log-likelihood.</summary>
    public double Prior { get; init; } = 4;

    /// <summary>Attributes of fewer tokens are left out.</summary>
    public int LeastCount { get; init; } = 3;

    /// <summary>Attributes to keep at most: those whose weights change the scores of the corpus most.</summary>
    public int MostAttributes { get; init; } = 150_000;

    /// <summary>Steps of optimisation at most.</summary>
    public int Iterations { get; init; } = 100;

    /// <summary>Threads at most; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
