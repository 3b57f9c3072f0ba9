using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Parameters of <see cref="ArticleRank"/>.</summary>
public sealed record ArticleRankOptions
{
    /// <summary>What part of a score is handed on; 0 to below 1. Default 0.85.</summary>
    public double Damping { get; init; } = 0.85;

    /// <summary>A strong component is done when a sweep changed its scores by at most this part of their sum (L1 norm); at least 0.
    /// Default 10⁻⁹.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Most sweeps over a strong component; at least 1. Default 500.</summary>
    public int MaxIterations { get; init; } = 500;

    internal void Validate()
    {
        OptionRange.RequireDamping("damping", Damping);
        OptionRange.RequireTolerance(Tolerance);
        OptionRange.RequireAtLeastOne("max-iterations", MaxIterations);
    }
}

/// <summary>ArticleRank: PageRank in which a citation by a paper with few references does not count for so much more.</summary>
/// <remarks>
/// <para>Definition: r(v) = (1 − d) + d·Σ_{u→v} w(u,v)·r(u) / (W(u) + W̄), where W(u) is the summed weight of the edges that leave u and W̄
/// its mean over all nodes. J. Li and P. Willett, “ArticleRank: a PageRank-Based Alternative to Numbers of Citations for Analysing Citation
/// Networks”, Aslib Proceedings 61(6), 2009, https://doi.org/10.1108/00012530911005544. Scores are not normalised, and nodes without edges
/// hand nothing on.</para>
/// <para>Self-loops and parallel edges are edges. Solved as <see cref="PageRank"/> is, at the same cost, the same to the bit for any number
/// of threads.</para>
/// </remarks>
public static class ArticleRank
{
    /// <summary>Computes the scores.</summary>
    /// <param name="graph">From citing to cited papers.</param>
    /// <param name="options">Damping and tolerance; null for the defaults.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <returns>Scores by node; the residual is relative to their sum.</returns>
    /// <exception cref="PapergraphException">An option is outside its range, or a weight is negative, NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public static IteratedScores Compute(DirectedCsr graph, ArticleRankOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        ArticleRankOptions chosen = options ?? new();
        chosen.Validate();
        EdgeWeightCheck.RequireNonNegative("ArticleRank", graph.OutgoingRows);
        CsrView outgoing = new(graph.OutgoingRows);
        double mean = 0;
        for (int node = 0; node < graph.NodeCount; node++) mean += RowWeight.Of(outgoing, node) / graph.NodeCount;
        double[] factors = RowWeight.Inverse("ArticleRank", graph, chosen.Damping, mean);
        InfluenceSystem.Solution solution = InfluenceSystem.Solve(
            graph, factors, default, 1 - chosen.Damping, chosen.Tolerance, chosen.MaxIterations, "articlerank", run);
        return new(solution.Scores, solution.Iterations, solution.Residual, solution.Converged);
    }
}
