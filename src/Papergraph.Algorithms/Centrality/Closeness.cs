using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Closeness: how near a node is to all others.</summary>
/// <remarks>
/// <para>Definition: a node that reaches r other nodes at distances that add up to Σ has closeness (r/(n − 1))·(r/Σ), 0 when r is 0: S.
/// Wasserman, K. Faust, “Social Network Analysis”, 1994, §5.2.2, https://doi.org/10.1017/CBO9780511815478. In a connected graph that is (n
/// − 1)/Σ: L. C. Freeman, “Centrality in social networks: conceptual clarification”, Social Networks 1(3), 1978,
/// https://doi.org/10.1016/0378-8733(78)90021-7. <see cref="ClosenessVariant"/> has the others.</para>
/// <para>The default equals NetworKit's GENERALIZED variant (normalised or not). igraph 0.10 goes over r as
/// <see cref="ClosenessVariant.PerComponent"/> (normalised, ignoring directions unless told otherwise) and answers NaN where this answers
/// 0.</para>
/// <para>Weights are lengths; they must be above 0. Self-loops change nothing, of parallel edges the shortest counts.</para>
/// <para>Without weights: breadth-first searches, 512 at once in the bits of vectors (see Then et al., “The More the Merrier”, PVLDB 2014,
/// https://doi.org/10.14778/2735496.2735507): O(nodes · edges · levels / 512) at worst, and for each thread 236 bytes a node, of which
/// there may be 2²⁸ − 1. With weights: Dijkstra's algorithm from each node, O(nodes · (edges + nodes log nodes)), 41 bytes a node for each
/// thread. Distances are added as whole numbers, or in the order of one search: scores are bit-identical for any number of threads.</para>
/// </remarks>
public static class Closeness
{
    /// <summary>The closeness of each node of a directed graph.</summary>
    /// <param name="graph">Any directed graph; distances use its weights when it has them.</param>
    /// <param name="options">Direction and variant; null for the defaults.</param>
    /// <param name="execution">Threads, progress in nodes, and cancellation, observed once a level; null for the defaults.</param>
    /// <returns>Scores from 0 on, by node.</returns>
    /// <exception cref="PapergraphException">An option is outside its range (PGA001), or a weight is not above 0 (PGA002).</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static NodeScores Compute(DirectedCsr graph, ClosenessOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= ClosenessOptions.Default;
        options.Validate();
        Execution run = Execution.Of(execution);
        (CsrRows along, CsrRows against) = TraversedRows.Of(graph, options.Direction, run);
        return Scores(graph.NodeCount, along, against, options, run);
    }

    /// <summary>The closeness of each node of an undirected graph.</summary>
    /// <inheritdoc cref="Compute(DirectedCsr, ClosenessOptions?, Execution?)"/>
    public static NodeScores Compute(UndirectedCsr graph, ClosenessOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= ClosenessOptions.Default;
        options.Validate();
        return Scores(graph.NodeCount, graph.Rows, graph.Rows, options, Execution.Of(execution));
    }

    private static NodeScores Scores(int n, CsrRows along, CsrRows against, ClosenessOptions options, Execution run)
    {
        DistanceSums sums = along.IsWeighted
            ? DistanceSums.Weighted(n, along, "closeness", run)
            : DistanceSums.Unweighted(n, along, against, run);
        double[] scores = new double[n];
        for (int node = 0; node < n; node++)
        {
            (double reached, double sum) = (sums.Reached[node], sums.Distances[node]);
            if (reached == 0) continue;
            scores[node] = options.Variant switch
            {
                ClosenessVariant.PerComponent => reached / sum,
                ClosenessVariant.InverseSum => 1 / sum,
                _ => reached / (n - 1) * (reached / sum),
            };
        }

        return new(scores);
    }
}
