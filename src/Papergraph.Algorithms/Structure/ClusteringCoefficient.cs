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
        double[] local = new double[counts.Length];
        double sum = 0, paths = 0;
        for (int node = 0; node < local.Length; node++)
        {
            double pairs = 0.5 * ordered.Degrees[node] * (ordered.Degrees[node] - 1.0);
            if (pairs > 0) local[node] = counts[node] / pairs;
            sum += local[node];
            paths += pairs;
        }

        long closed = counts.Sum();
        return new(local, local.Length == 0 ? 0 : sum / local.Length, paths > 0 ? closed / paths : 0, closed / 3);
    }
}
