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
        return search.Run((search, level, assignment) => ClimbLevels(search, level, assignment, options.Randomness), options.MaxIterations);
    }

    private static bool ClimbLevels(CommunitySearch search, CommunityGraph graph, CommunityAssignment assignment, double randomness)
    {
        bool changed = false;
        while (true)
        {
            changed |= search.MoveNodes(graph, assignment);

            // Communities of one node each: those nodes are parts of the level below, so they are connected.
            if (assignment.Count == graph.NodeCount) break;
            CommunityAssignment parts = CommunityAssignment.Of(graph, search.Refine(graph, assignment, randomness));
            if (parts.Count == graph.NodeCount)
            {
                // No node found a part to join, so aggregation would lead back here. The communities stand, but for those that fall apart.
                parts = CommunityAssignment.Of(graph, ConnectedParts.Of(graph, assignment.Labels));
                changed |= parts.Count > assignment.Count;
                search.AddLevel(parts.Compact());
                return changed;
            }

            int[] labels = parts.Compact();
            search.AddLevel(labels);
            CommunityGraph next = search.Aggregate(graph, labels, parts.Count);
            assignment = CommunityAssignment.Of(next, assignment.Lifted(labels, parts.Count));
            graph = next;
        }

        if (search.HasNoLevel) search.AddLevel(assignment.Compact());
        return changed;
    }
}
