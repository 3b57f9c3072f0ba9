using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Communities by the Louvain method.</summary>
public static class Louvain
{
    /// <summary>Finds communities.</summary>
    public static CommunityResult Compute(UndirectedCsr graph, LouvainOptions? options = null, Execution? execution = null)
    {
        options ??= new();
        options.Validate();
        using CommunitySearch search = new("Louvain", graph, options.Quality, options.Resolution, options.Seed, execution);
        return search.Run(ClimbLevels, options.MaxIterations, tolerance: 0);
    }

    private static bool ClimbLevels(CommunitySearch search, CommunityGraph graph, CommunityAssignment assignment)
    {
        bool changed = search.MoveNodes(graph, assignment);
        bool moved = true;
        while (moved)
        {
            graph = search.Climb(graph, assignment.Compact(), assignment.Count);
            assignment = CommunityAssignment.Singletons(graph);
            moved = search.MoveNodes(graph, assignment);
            changed |= moved;
        }

        return changed;
    }
}
