namespace Papergraph.Algorithms;

/// <summary>How fast likeness decays and how exact it is to be.</summary>
public sealed record SimRankOptions
{
    // Steps are the logarithm of the error to the base of the decay; close to 1 they would be without end.
    private const double MostSteps = 100_000;

    /// <summary>C: what two nodes keep of the likeness of their sources. Above 0, below 1, and so far below that likeness falls beneath half
    /// the error within 100,000 steps; default 0.6.</summary>
    public double Decay { get; init; } = 0.6;

    /// <summary>Most that a score may be off. From 10⁻⁶, below 1; default 0.01.</summary>
    public double Error { get; init; } = 0.01;

    /// <summary>Most probability that some score of a set is further off. Above 0, below 1; default 0.01. Without meaning where scores are
    /// not estimated.</summary>
    public double FailureProbability { get; init; } = 0.01;

    /// <summary>Seed of the walks.</summary>
    public ulong Seed { get; init; }

    internal void Validate()
    {
        if (!(Decay is > 0 and < 1)) throw AlgorithmErrors.OutOfRange("decay", Decay, "above 0 and below 1");
        if (!(Error is >= 1e-6 and < 1)) throw AlgorithmErrors.OutOfRange("error", Error, "from 0.000001 to below 1");
        if (!(Math.Log(Error / 2) / Math.Log(Decay) <= MostSteps))
            throw AlgorithmErrors.OutOfRange("decay", Decay, "farther below 1: the error needs more than 100000 steps");
        if (!(FailureProbability is > 0 and < 1))
            throw AlgorithmErrors.OutOfRange("failure-probability", FailureProbability, "above 0 and below 1");
    }
}

/// <summary>How alike each two of some nodes are.</summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Scores">From 0 to 1: row after row, as many as there are nodes; symmetric, 1 on the diagonal.</param>
/// <param name="Error">Most that a score is off.</param>
/// <param name="FailureProbability">Probability that one is further off; 0 where scores are computed and not estimated.</param>
public sealed record SimRankResult(ReadOnlyMemory<int> Nodes, ReadOnlyMemory<double> Scores, double Error, double FailureProbability)
{
    /// <summary>The likeness of two of the nodes, by their places in <see cref="Nodes"/>.</summary>
    public double this[int first, int second] => Scores.Span[(first * Nodes.Length) + second];
}
