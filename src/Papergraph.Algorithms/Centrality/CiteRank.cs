using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Parameters of <see cref="CiteRank"/>.</summary>
public sealed record CiteRankOptions
{
    /// <summary>The probability that a reader goes on to a cited paper; 0 to below 1. Default 0.5, about what the authors
    /// found best.</summary>
    public double FollowProbability { get; init; } = 0.5;

    /// <summary>The age at which a paper is begun with e times more seldom than a new one, in the unit of the ages; above 0. Default 2.6
    /// (years), about what the authors found best for the journals of the American Physical Society.</summary>
    public double DecayAge { get; init; } = 2.6;

    /// <summary>A strong component is done when a sweep changed its scores by at most this part of their sum (L1 norm); at least 0.
    /// Default 10⁻⁹.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Most sweeps over a strong component; at least 1. Default 500.</summary>
    public int MaxIterations { get; init; } = 500;

    internal void Validate()
    {
        OptionRange.RequireDamping("follow-probability", FollowProbability);
        OptionRange.RequirePositive("decay-age", DecayAge);
        OptionRange.RequireTolerance(Tolerance);
        OptionRange.RequireAtLeastOne("max-iterations", MaxIterations);
    }
}

/// <summary>CiteRank: how many readers come to each paper who begin with a recent one and follow citations.</summary>
/// <remarks>
/// <para>Definition: T = ρ + α·Wρ + α²·W²ρ + …, where ρ(v) ∝ exp(−age(v)/τ) sums to 1, α is the probability to follow, and W(v,u) =
/// w(u,v)/W(u), what part of the citations of u goes to v. D. Walker, H. Xie, K.-K. Yan and S. Maslov, “Ranking Scientific Publications
/// Using a Model of Network Traffic”, J. Stat. Mech. P06010, 2007, https://doi.org/10.1088/1742-5468/2007/06/P06010. T is traffic by reader
/// and not normalised: readers stop at papers that cite nothing.</para>
/// <para>PageRank favours old papers, which had time to gather citations; CiteRank ranks by what is read today.</para>
/// <para>Self-loops and parallel edges are edges. Solved as <see cref="PageRank"/> is, at the same cost, the same to the bit for any number
/// of threads.</para>
/// </remarks>
public static class CiteRank
{
    /// <summary>Computes the traffic.</summary>
    /// <param name="graph">From citing to cited papers.</param>
    /// <param name="ages">For each paper its age, at least 0, in any unit; ∞ for papers with which nobody begins, such as those of unknown
    /// age.</param>
    /// <param name="options">Follow probability, decay, tolerance; null for the defaults.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <returns>T by node; the residual is relative to the sum of T.</returns>
    /// <exception cref="PapergraphException">An option or age is outside its range, all ages are infinite, the ages are not as many as the
    /// nodes, or a weight is negative, NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public static IteratedScores Compute(
        DirectedCsr graph, ReadOnlyMemory<double> ages, CiteRankOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        CiteRankOptions chosen = options ?? new();
        chosen.Validate();
        EdgeWeightCheck.RequireNonNegative("CiteRank", graph.OutgoingRows);
        double[] starts = Starts(ages.Span, graph.NodeCount, chosen.DecayAge);
        double[] factors = RowWeight.Inverse("CiteRank", graph, chosen.FollowProbability);
        InfluenceSystem.Solution solution = InfluenceSystem.Solve(
            graph, factors, starts, 0, chosen.Tolerance, chosen.MaxIterations, "citerank", run);
        return new(solution.Scores, solution.Iterations, solution.Residual, solution.Converged);
    }

    private static double[] Starts(ReadOnlySpan<double> ages, int nodeCount, double decayAge)
    {
        if (ages.Length != nodeCount) throw AlgorithmErrors.UnfitLength("ages", ages.Length, nodeCount);
        if (nodeCount == 0) return [];
        double least = double.PositiveInfinity;
        foreach (double age in ages)
        {
            if (!(age >= 0)) throw AlgorithmErrors.OutOfRange("ages", age, "not negative for every node");
            least = Math.Min(least, age);
        }

        if (double.IsInfinity(least)) throw AlgorithmErrors.OutOfRange("ages", least, "finite for at least one node");

        // Counted from the newest paper on: the distribution is the same, and a graph of old papers only does not vanish.
        double[] starts = new double[nodeCount];
        for (int node = 0; node < nodeCount; node++) starts[node] = Math.Exp((least - ages[node]) / decayAge);
        return OptionRange.Normalized(starts);
    }
}
