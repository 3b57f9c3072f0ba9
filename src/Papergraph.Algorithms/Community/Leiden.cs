using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Communities by the Leiden method.</summary>
public static class Leiden
{
    /// <summary>Finds communities.</summary>
    public static CommunityResult Compute(UndirectedCsr graph, LeidenOptions? options = null, Execution? execution = null)
    {
        options ??= new();
        options.Validate();
        using CommunitySearch search = new("Leiden", graph, options.Quality, options.Resolution, options.Seed, execution);
        return search.Run(
            (search, graph, assignment) => ClimbLevels(search, graph, assignment, options.Randomness), options.MaxIterations, options.Tolerance);
    }

    private static bool ClimbLevels(CommunitySearch search, CommunityGraph graph, CommunityAssignment assignment, double randomness)
    {
        bool changed = false;
        while (true)
        {
            changed |= search.MoveNodes(graph, assignment);
            (graph, assignment) = search.Gather(graph, assignment);
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
