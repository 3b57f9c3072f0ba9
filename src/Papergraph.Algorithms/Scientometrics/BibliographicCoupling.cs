using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Links papers that cite the same papers.</summary>
public static class BibliographicCoupling
{
    /// <summary>Links each two papers that share a reference, as strongly as they share references.</summary>
    /// <remarks>
    /// <para>Definition: c(a,b) = Σ over papers x of f(x)·w(a,x)·w(b,x), a ≠ b, where w is 1 for each citation or its weight, and f is 1 or
    /// the fraction of <see cref="ProjectionCounting"/>. M. M. Kessler, “Bibliographic Coupling between Scientific Papers”, American
    /// Documentation 14(1), 1963, https://doi.org/10.1002/asi.5090140103. Normalised as <see cref="ProjectionOptions.Normalization"/>
    /// says.</para>
    /// <para>Self-loops are left out. Parallel edges are one citation; where edges have weights theirs are added. Nodes that share nothing
    /// are in the result, without links.</para>
    /// <para>Cost: O(Σ k²) time over the numbers k of citations of each paper, half of it when
    /// <see cref="ProjectionOptions.MostPerNode"/> is not given: a paper that everybody cites costs the most and says the least, see
    /// <see cref="ProjectionOptions.MostPerShared"/>. One number for each node and thread, and the links that are kept: those below the
    /// thresholds are never stored. The result is the same to the bit for any number of threads.</para>
    /// <para>Without normalisation the weights are those of igraph's <c>bibcoupling</c>, which returns a dense matrix.</para>
    /// </remarks>
    /// <inheritdoc cref="Cocitation.Compute" path="/param"/>
    /// <inheritdoc cref="Cocitation.Compute" path="/returns"/>
    /// <inheritdoc cref="Cocitation.Compute" path="/exception"/>
    public static UndirectedCsr Compute(DirectedCsr graph, ProjectionOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return SharedItemProjection.Compute(
            "bibliographic coupling", graph.NodeCount, graph.OutgoingRows, graph.IncomingRows, options, execution);
    }
}
