using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Communities by the Louvain method: nodes move to the community where they add most to the quality, communities become the nodes
/// of the next level, and so on until nothing moves.</summary>
/// <remarks>
/// <para>V. Blondel, J.-L. Guillaume, R. Lambiotte &amp; E. Lefebvre, “Fast unfolding of communities in large networks”, Journal of
/// Statistical Mechanics, P10008, 2008, https://doi.org/10.1088/1742-5468/2008/10/P10008, for the qualities that
/// <see cref="QualityFunction"/> names. Unlike the paper it looks at a node again only after a neighbour has moved, as N.
/// Ozaki, H. Tezuka &amp; M. Inaba, “A Simple Acceleration Method for the Louvain Algorithm”, IJCEE 8(3), 2016, and a node may also leave
/// for a community of its own. Large sparse graphs are done in batches on several threads, see <see cref="BatchedMoving"/>; all others,
/// and most upper levels, on one.</para>
/// <para>Communities need not be connected; <see cref="Leiden"/> promises that. It is the faster of the two and loses a little
/// quality.</para>
/// <para>Results are the same to the bit for any number of threads, and change with the seed. Weights count, and are finite and not
/// negative; edges of weight 0 bind nobody. A self-loop counts in degrees (twice) and in the weight of all edges, and never makes a node
/// move. Parallel edges count each. An empty graph has no communities, a graph without edges one for each node, of quality 0.</para>
/// <para>Cost: a few passes over the edges of the first level and less for those above; in memory some 100 bytes a node, a copy of the rows
/// where the graph is large (4 bytes an entry, 12 with weights), and the edges between communities at 24 bytes each. On a citation graph
/// of 1 M nodes and 10.5 M edges a node is looked at 4.2 times, the first time at 8 of its edges.</para>
/// <para>igraph's <c>community_multilevel</c> and networkit's <c>PLM</c> are the same method, for modularity alone.</para>
/// </remarks>
public static class Louvain
{
    /// <summary>Finds communities.</summary>
    /// <param name="graph">Any undirected graph; the empty graph is allowed.</param>
    /// <param name="options">Quality, resolution, seed, starts, iterations; or null for the defaults.</param>
    /// <param name="execution">Threads, cancellation, and progress, told once a level; or null for the defaults.</param>
    /// <returns>The communities, numbered by falling size, with all levels.</returns>
    /// <exception cref="PapergraphException">An option is out of its range (PGA001), a weight is negative or not finite (PGA002), or the
    /// sum of weights is too great (PGA050).</exception>
    /// <exception cref="OverflowException">A community has more than 2²⁸ neighbouring ones, or there are more entries than an array can
    /// hold between communities, or in a large graph whose rows are copied.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static CommunityResult Compute(UndirectedCsr graph, LouvainOptions? options = null, Execution? execution = null)
    {
        options ??= new();
        options.Validate();
        using CommunitySearch search = new("Louvain", graph, options.Quality, options.Resolution, options.Seed, execution);
        return search.Run(ClimbLevels, options.RandomStarts, options.MaxIterations, tolerance: 0);
    }

    private static bool ClimbLevels(CommunitySearch search, CommunityGraph graph, CommunityAssignment assignment)
    {
        (graph, assignment, bool changed) = search.MoveNodes(graph, assignment);
        bool moved = true;
        while (moved)
        {
            graph = search.Climb(graph, assignment.Compact(), assignment.Count);
            (graph, assignment, moved) = search.MoveNodes(graph, CommunityAssignment.Singletons(graph));
            moved &= assignment.Count < graph.NodeCount;
            changed |= moved;
        }

        return changed;
    }
}
