using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Modularity of a partition: how much more edge weight lies inside its groups than the nodes' degrees alone would put
/// there.</summary>
/// <remarks>
/// <para>Definition: Q = Σ_c [ e_c / m − γ·(K_c / 2m)² ], where m is the weight of all edges, e_c of those inside group c, and K_c the sum
/// of its nodes' degrees: M. Newman &amp; M. Girvan, “Finding and evaluating community structure in networks”, Physical Review E 69,
/// 026113, 2004, https://doi.org/10.1103/PhysRevE.69.026113, with the resolution γ of J. Reichardt &amp; S. Bornholdt, “Statistical
/// mechanics of community detection”, Physical Review E 74, 016110, 2006, https://doi.org/10.1103/PhysRevE.74.016110 (configuration null
/// model).</para>
/// <para>A self-loop counts once in m and e_c and twice in the degree of its node, a parallel edge as an edge of its own. A graph without
/// edges, or whose weights are all 0, has modularity 0 (igraph answers NaN). For γ = 1 values lie from −1/2 to below 1.</para>
/// <para>igraph and networkit count self-loops alike: one at an end of a path of three nodes, cut behind the second, gives all three
/// −1/18.</para>
/// </remarks>
public static class Modularity
{
    /// <summary>The modularity of a partition. O(nodes + edges), in parallel; the same to the bit for any number of threads.</summary>
    /// <param name="graph">Any undirected graph; weights are finite and not negative.</param>
    /// <param name="partition">A partition of its nodes.</param>
    /// <param name="resolution">γ, finite and at least 0.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <exception cref="PapergraphException">A weight is negative or not finite (PGA002), their sum is too great (PGA050), the partition is
    /// of another number of nodes (PGA003), or the resolution is out of its range (PGA001).</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public static double Of(UndirectedCsr graph, Partition partition, double resolution = 1, Execution? execution = null) =>
        PartitionQuality.Of("modularity", QualityFunction.Modularity, graph, partition, resolution, execution);
}
