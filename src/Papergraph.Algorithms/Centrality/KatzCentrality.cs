using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Parameters of <see cref="KatzCentrality"/>.</summary>
public sealed record KatzCentralityOptions
{
    /// <summary>What a step more weakens a path by; above 0, and below 1/λ for the greatest eigenvalue λ of the graph. Null, the default,
    /// is 0.85 divided by the lesser of the greatest incoming and the greatest outgoing weight of a node, which λ never exceeds.</summary>
    public double? Alpha { get; init; }

    /// <summary>What each node has of its own; above 0. Default 1.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>A strong component is done when a sweep changed its scores by at most this part of their sum (L1 norm); at least 0.
    /// Default 10⁻⁹.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Most sweeps over a strong component; at least 1. Default 1000.</summary>
    public int MaxIterations { get; init; } = 1000;

    internal void Validate()
    {
        if (Alpha is { } alpha) OptionRange.RequirePositive("alpha", alpha);
        OptionRange.RequirePositive("beta", Beta);
        OptionRange.RequireTolerance(Tolerance);
        OptionRange.RequireAtLeastOne("max-iterations", MaxIterations);
    }
}

/// <summary>Katz centrality: all paths that lead to a node, long ones weakened.</summary>
/// <remarks>
/// <para>Definition: x(v) = β + α·Σ_{u→v} w(u,v)·x(u), that is β times the number of walks of k steps that end in v, weighted α^k, over all
/// k ≥ 0. L. Katz, “A New Status Index Derived from Sociometric Analysis”, Psychometrika 18, 1953, https://doi.org/10.1007/BF02289026.
/// Scores are not normalised; networkit scales them to Euclidean norm 1.</para>
/// <para>The sum is finite when α·λ &lt; 1. On a graph without cycles λ is 0 and any α will do. With the default α there is always a
/// solution.</para>
/// <para>Self-loops are edges; parallel edges add up. Solved as <see cref="PageRank"/> is: one substitution where there are no cycles,
/// exact but for rounding, and sweeps over strong components where there are. Cost and determinism are as there.</para>
/// </remarks>
public static class KatzCentrality
{
    /// <summary>Computes the scores.</summary>
    /// <param name="graph">Any directed graph.</param>
    /// <param name="options">Alpha, beta, tolerance; null for the defaults.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <returns>Scores by node; the residual is relative to their sum. That it did not converge can mean that alpha is not below
    /// 1/λ.</returns>
    /// <exception cref="PapergraphException">An option is outside its range, scores grow beyond all bounds because alpha is too great, or a
    /// weight is negative, NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public static IteratedScores Compute(DirectedCsr graph, KatzCentralityOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        KatzCentralityOptions chosen = options ?? new();
        chosen.Validate();
        EdgeWeightCheck.RequireNonNegative("Katz centrality", graph.OutgoingRows);
        double alpha = chosen.Alpha ?? SafeAlpha(graph);
        double[] factors = new double[graph.NodeCount];
        Array.Fill(factors, alpha);
        InfluenceSystem.Solution solution =
            InfluenceSystem.Solve(graph, factors, default, chosen.Beta, chosen.Tolerance, chosen.MaxIterations, "katz", run);
        if (!solution.IsBounded) throw AlgorithmErrors.Unbounded("alpha", alpha);
        return new(solution.Scores, solution.Iterations, solution.Residual, solution.Converged);
    }

    private static double SafeAlpha(DirectedCsr graph)
    {
        double bound = Math.Min(Greatest(graph.OutgoingRows, graph.NodeCount), Greatest(graph.IncomingRows, graph.NodeCount));
        return bound > 0 ? 0.85 / bound : 0.85;
    }

    private static double Greatest(CsrRows rows, int nodeCount)
    {
        CsrView view = new(rows);
        double greatest = 0;
        for (int node = 0; node < nodeCount; node++) greatest = Math.Max(greatest, RowWeight.Of(view, node));
        return greatest;
    }
}
