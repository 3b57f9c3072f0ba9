using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>PageRank: how often a surfer who follows edges at random, and now and then starts anew, is at each node.</summary>
/// <remarks>
/// <para>Definition: r(v) = (1 − d)·p(v) + d·( Σ_{u→v} r(u)·w(u,v)/W(u) + D·p(v) ), where d is the damping, p the distribution of starts
/// (1/n each unless personalised), W(u) the summed weight of the edges that leave u, and D the total rank of nodes that no weight leaves.
/// That is the Google matrix whose dangling nodes lead where starts lead: A. Langville and C. Meyer, “Deeper Inside PageRank”, Internet
/// Mathematics 1(3), 2004, §3, https://doi.org/10.1080/15427951.2004.10129091. Ranks sum to 1.</para>
/// <para>A self-loop is an edge like all others. Parallel edges weigh in as often as they occur, or by their summed weights. Direction
/// counts: for a graph without directions give <see cref="UndirectedCsr.AsDirected"/>.</para>
/// <para>With such dangling nodes r is the solution y of y = p + d·Pᵀy, divided by its sum (P is the matrix of w(u,v)/W(u) with empty
/// rows for dangling nodes; G. Del Corso, A. Gullí and F. Romani, “Fast PageRank Computation via a Sparse Linear System”, Internet
/// Mathematics 2(3), 2005, https://doi.org/10.1080/15427951.2005.10129108). A citation graph without cycles is solved by one
/// substitution in topological order, exact but for rounding; cycles are solved by strong components, each iterated
/// until a sweep changes it by at most the tolerance. Then the L1 distance to the exact ranks is at most about d/(1 − d) times
/// the residual that is returned.</para>
/// <para>Cost: O(nodes + edges) for all outside of cycles, and as much a sweep within; 36 bytes a node, about 65 more when
/// there are cycles. Results are the same to the bit for any number of threads. An empty graph has no ranks.</para>
/// <para>igraph (its PRPACK), graph-tool and networkit give the same ranks, on graphs with dangling nodes and self-loops too; so does
/// igraph with starts of its own.</para>
/// </remarks>
public static class PageRank
{
    /// <summary>Computes the ranks.</summary>
    /// <param name="graph">Any directed graph; weights, when it has some, are taken for how likely the surfer takes an edge.</param>
    /// <param name="options">Damping, tolerance, personalisation; null for the defaults.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <returns>Ranks by node. Iterations are the sweeps over the strong component that took most, 1 when there are no cycles; the residual
    /// is the L1 norm of what the last sweeps over all strong components changed, 0 when there are no cycles.</returns>
    /// <exception cref="PapergraphException">An option is outside its range, or a weight is negative, NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public static IteratedScores Compute(DirectedCsr graph, PageRankOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        PageRankOptions chosen = options ?? new();
        chosen.Validate(graph.NodeCount);
        EdgeWeightCheck.RequireNonNegative("PageRank", graph.OutgoingRows);
        double[] factors = RowWeight.Inverse("PageRank", graph, chosen.Damping);
        double[] starts = OptionRange.Normalized(chosen.Personalization.Span);
        if (chosen.Clicks is { } clicks)
        {
            (double[] distribution, double change) = PowerIteration.Run(graph, factors, starts, chosen.Damping, clicks, run);
            return new(distribution, clicks, change, change <= chosen.Tolerance);
        }

        InfluenceSystem.Solution solution = InfluenceSystem.Solve(
            graph, factors, starts, 1.0 / graph.NodeCount, chosen.Tolerance, chosen.MaxIterations, "pagerank", run);
        double[] ranks = solution.Scores;
        double sum = 0;
        foreach (double rank in ranks) sum += rank;
        for (int node = 0; node < ranks.Length; node++) ranks[node] /= sum;
        return new(ranks, solution.Iterations, solution.Residual, solution.Converged);
    }
}
