using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>How far the neighbours of nodes are neighbours of each other.</summary>
/// <param name="Local">The local clustering coefficient of each node, indexed by node, from 0 to 1.</param>
/// <param name="Average">The mean of the local coefficients of all nodes; 0 for the empty graph.</param>
/// <param name="Transitivity">The global coefficient, from 0 to 1.</param>
/// <param name="Triangles">The number of triangles of the graph.</param>
public sealed record ClusteringResult(ReadOnlyMemory<double> Local, double Average, double Transitivity, long Triangles);

/// <summary>Clustering coefficients: the part of the pairs of neighbours that are neighbours of each other.</summary>
/// <remarks>
/// <para>Definition: local C(v) = 2·t(v) / (d(v)·(d(v) − 1)), where t(v) is the number of triangles at v and d(v) that of its neighbours
/// (D. Watts and S. Strogatz, “Collective dynamics of ‘small-world’ networks”, Nature 393, 1998, https://doi.org/10.1038/30918); 0 where
/// d(v) &lt; 2. Transitivity is 3·triangles / Σ d(v)·(d(v) − 1)/2, the part of all paths of length two that are closed (M. Newman,
/// S. Strogatz and D. Watts, Phys. Rev. E 64, 026118, 2001, https://doi.org/10.1103/PhysRevE.64.026118); 0 where there are none. Nodes with
/// less than two neighbours count in the average as 0.</para>
/// <para>Self-loops and weights do not count, and parallel edges count as one. See <see cref="Triangles"/> for method and cost.</para>
/// </remarks>
public static class ClusteringCoefficient
{
    /// <summary>Computes the coefficients of an undirected graph.</summary>
    /// <param name="graph">Any undirected graph; the empty graph is allowed.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    public static ClusteringResult Compute(UndirectedCsr graph, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (DegreeOrderedCsr ordered, long[] counts) = Triangles.Count(graph, Execution.Of(execution));
        return Of(counts, ordered.Degrees, pairsOfOne: 0.5, counts.Sum() / 3);
    }

    /// <summary>Computes the coefficients of a directed graph: the part of the ordered pairs of neighbours between which there is an edge
    /// in that direction. A neighbour is who is pointed to or points, whichever it is.</summary>
    /// <remarks>Definition: LCC of the LDBC Graphalytics benchmark (A. Iosup et al., “The LDBC Graphalytics Benchmark”,
    /// https://arxiv.org/abs/2011.15028, §2.3.5): |{(u, w) ∈ N(v)² : u → w}| / (|N(v)|·(|N(v)| − 1)); 0 where |N(v)| &lt; 2. Where every
    /// edge goes both ways this is the coefficient of the undirected graph.</remarks>
    /// <param name="graph">Any directed graph; the empty graph is allowed.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    /// <returns>The coefficients; triangles are counted without directions.</returns>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    /// <exception cref="OverflowException">There are more edges than an array can hold.</exception>
    public static ClusteringResult Directed(DirectedCsr graph, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Execution run = Execution.Of(execution);
        UndirectedCsr undirected = UndirectedCsr.Of(graph.Unweighted(), threads: run.Threads, cancellation: run.Cancellation);
        using WorkerTeam team = new(run.ForBlocks((graph.NodeCount >> 12) + 1));
        DegreeOrderedCsr ordered = DegreeOrderedCsr.Of(undirected, areRowsSorted: false, team);
        (long[] counts, long triangles) = DirectedTriangleSearch.Count(graph, ordered, team);
        return Of(counts, ordered.Degrees, pairsOfOne: 1, triangles);
    }

    private static ClusteringResult Of(long[] counts, int[] degrees, double pairsOfOne, long triangles)
    {
        double[] local = new double[counts.Length];
        double sum = 0, allPairs = 0;
        long closed = 0;
        for (int node = 0; node < local.Length; node++)
        {
            double pairs = pairsOfOne * degrees[node] * (degrees[node] - 1.0);
            if (pairs > 0) local[node] = counts[node] / pairs;
            sum += local[node];
            allPairs += pairs;
            closed += counts[node];
        }

        return new(local, local.Length == 0 ? 0 : sum / local.Length, allPairs > 0 ? closed / allPairs : 0, triangles);
    }
}
