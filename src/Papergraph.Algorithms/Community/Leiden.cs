using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Communities by the Leiden method: as <see cref="Louvain"/>, but before communities become the nodes of the next level they are
/// refined, and what they fall into becomes the nodes instead. So nodes can still leave together.</summary>
/// <remarks>
/// <para>V. Traag, L. Waltman &amp; N. J. van Eck, “From Louvain to Leiden: guaranteeing well-connected communities”, Scientific Reports 9,
/// 5233, 2019, https://doi.org/10.1038/s41598-019-41695-z, algorithm A.2, for the qualities that <see cref="QualityFunction"/> names.
/// Moving is done in batches where the graph is large and sparse, see <see cref="BatchedMoving"/>; refinement in parallel over communities;
/// aggregation in parallel over parts.</para>
/// <para>Guarantees: every community of every level is connected by edges of positive weight, after any number of iterations. Where a
/// tolerance of 0 was asked for and the result has converged, no move of a single node improves it.</para>
/// <para>Results are the same to the bit for any number of threads, and change with the seed. Weights count, and are finite and not
/// negative; edges of weight 0 bind nobody. A self-loop counts in degrees (twice) and in the weight of all edges, and never makes a node
/// move. Parallel edges count each. An empty graph has no communities, a graph without edges one for each node, of quality 0.</para>
/// <para>Cost: some ten passes over the edges for each iteration; in memory some 150 bytes a node, a copy of the rows where the graph is
/// large (4 bytes an entry, 12 with weights), and up to 24 bytes for each entry that leads from part to part, most of all entries.</para>
/// <para>igraph's <c>community_leiden</c> is the same method on one thread, by default for the constant Potts model and two iterations; its
/// <c>beta</c> corresponds to <see cref="LeidenOptions.Randomness"/>. networkit's <c>ParallelLeiden</c>
/// is for modularity, by default three iterations.</para>
/// </remarks>
public static class Leiden
{
    /// <summary>Finds communities.</summary>
    /// <param name="graph">Any undirected graph; the empty graph is allowed.</param>
    /// <param name="options">Quality, resolution, seed, starts, iterations, randomness; or null for the defaults.</param>
    /// <param name="execution">Threads, cancellation, and progress, told once a level; or null for the defaults.</param>
    /// <returns>The communities, numbered by falling size; the levels are what refinement left at each, and last the communities.</returns>
    /// <exception cref="PapergraphException">An option is out of its range (PGA001), a weight is negative or not finite (PGA002), or the
    /// sum of weights is too great (PGA050).</exception>
    /// <exception cref="OverflowException">A part has more than 2²⁸ neighbouring ones, or there are more entries than an array can hold
    /// between the parts, or in a large graph whose rows are copied.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static CommunityResult Compute(UndirectedCsr graph, LeidenOptions? options = null, Execution? execution = null)
    {
        options ??= new();
        options.Validate();
        using CommunitySearch search = new("Leiden", graph, options.Quality, options.Resolution, options.Seed, execution);
        return search.Run(
            (search, graph, assignment) => ClimbLevels(search, graph, assignment, options.Randomness),
            options.RandomStarts,
            options.MaxIterations,
            options.Tolerance);
    }

    private static bool ClimbLevels(CommunitySearch search, CommunityGraph graph, CommunityAssignment assignment, double randomness)
    {
        bool changed = false;
        while (true)
        {
            (graph, assignment, bool moved) = search.MoveNodes(graph, assignment);
            changed |= moved;
            CommunityAssignment parts = CommunityAssignment.Of(graph, search.Refine(graph, assignment, randomness));
            if (parts.Count == graph.NodeCount)
            {
                // Either each node is a community, or none found a part to join: then the communities stand, but for those that fall apart.
                parts = CommunityAssignment.Of(graph, ConnectedParts.Of(graph, assignment.Labels));
                changed |= parts.Count > assignment.Count;
                search.Climb(graph, parts.Compact(), parts.Count);
                return changed;
            }

            int[] labels = parts.Compact();
            int[] communities = assignment.Lifted(labels, parts.Count);
            graph = search.Climb(graph, labels, parts.Count);
            assignment = CommunityAssignment.Of(graph, communities);
        }
    }
}
