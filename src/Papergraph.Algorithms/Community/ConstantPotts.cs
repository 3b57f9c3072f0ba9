using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Quality of a partition in the constant Potts model: the edge weight inside its groups, less what they would hold if each pair
/// of nodes weighed γ.</summary>
/// <remarks>
/// <para>Definition: H = Σ_c [ e_c − γ·n_c·(n_c − 1)/2 ], where e_c is the weight of the edges inside group c and n_c the number of its
/// nodes: V. Traag, P. Van Dooren &amp; Y. Nesterov, “Narrow scope for resolution-limit-free community detection”, Physical Review E 84,
/// 016114, 2011, https://doi.org/10.1103/PhysRevE.84.016114. It is a sum of weights, not divided by their total.</para>
/// <para>A self-loop counts once in e_c, a parallel edge as an edge of its own.</para>
/// </remarks>
public static class ConstantPotts
{
    /// <summary>The quality of a partition. O(nodes + edges), in parallel; the same to the bit for any number of threads.</summary>
    /// <inheritdoc cref="Modularity.Of"/>
    public static double Of(UndirectedCsr graph, Partition partition, double resolution = 1, Execution? execution = null) =>
        PartitionQuality.Of("the constant Potts model", QualityFunction.ConstantPotts, graph, partition, resolution, execution);
}
