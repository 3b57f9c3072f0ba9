using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Links papers that are cited together.</summary>
public static class Cocitation
{
    /// <summary>Links each two papers that some paper cites both of, as strongly as there are such papers.</summary>
    /// <remarks>
    /// <para>Definition: c(a,b) = Σ over papers x of f(x)·w(x,a)·w(x,b), a ≠ b, where w is 1 for each citation or its weight, and f is 1 or
    /// the fraction of <see cref="ProjectionCounting"/>. H. Small, “Co-citation in the Scientific Literature”, JASIS 24(4), 1973,
    /// https://doi.org/10.1002/asi.4630240406. Normalised as <see cref="ProjectionOptions.Normalization"/> says.</para>
    /// <para>Self-loops are left out. Parallel edges are one citation; where edges have weights theirs are added. Nodes that share nothing
    /// are in the result, without links.</para>
    /// <para>Cost: O(Σ k²) time over the numbers k of references of each paper, half of it when
    /// <see cref="ProjectionOptions.MostPerNode"/> is not given; one number for each node and thread, and the links that are kept: those
    /// below the thresholds are never stored. The result is the same to the bit for any number of threads.</para>
    /// <para>Without normalisation the weights are those of igraph's <c>cocitation</c>, which returns a dense matrix.</para>
    /// </remarks>
    /// <param name="graph">Citations, from the citing to the cited paper.</param>
    /// <param name="options">What counts, how links are weighed, which are kept.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <returns>The same nodes, linked with weights.</returns>
    /// <exception cref="PapergraphException">An option is outside its range (PGA001), a weight is negative, NaN or infinite (PGA002), or
    /// there are more links than allowed (PGA060).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static UndirectedCsr Compute(DirectedCsr graph, ProjectionOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return SharedItemProjection.Compute("co-citation", graph.NodeCount, graph.IncomingRows, graph.OutgoingRows, options, execution);
    }
}
