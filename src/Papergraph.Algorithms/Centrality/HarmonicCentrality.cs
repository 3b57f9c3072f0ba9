using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Harmonic centrality: the sum of the inverse distances to all other nodes, those that are not reached counting
/// nothing.</summary>
/// <remarks>
/// <para>Definition: h(v) = Σ 1/d(v, u) over the u ≠ v that v reaches, divided by n − 1 unless told otherwise: M. Marchiori, V. Latora,
/// “Harmony in the small-world”, Physica A 285, 2000, https://doi.org/10.1016/S0378-4371(00)00311-3; P. Boldi, S. Vigna, “Axioms for
/// Centrality”, Internet Mathematics 10(3–4), 2014, https://doi.org/10.1080/15427951.2013.865686.</para>
/// <para>Equals HarmonicCloseness of NetworKit and harmonic_centrality of igraph; for directed graphs igraph ignores directions unless
/// told otherwise.</para>
/// <para>Weights, loops, parallel edges and cost are as in <see cref="Closeness"/>. Without weights inverse distances are added as whole
/// multiples of 2⁻⁶³, with weights in the order of one search: scores are bit-identical for any number of threads.</para>
/// </remarks>
public static class HarmonicCentrality
{
    /// <summary>The harmonic centrality of each node of a directed graph.</summary>
    /// <param name="graph">Any directed graph; distances use its weights when it has them.</param>
    /// <param name="options">Direction and normalisation; null for the defaults.</param>
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

    /// <summary>The harmonic centrality of each node of an undirected graph.</summary>
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
            ? DistanceSums.Weighted(n, along, "harmonic centrality", run)
            : DistanceSums.Unweighted(n, along, against, run);
        double others = options.Normalized && n > 1 ? n - 1 : 1;
        return new(Array.ConvertAll(sums.Inverses, sum => sum / others));
    }
}
