using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The diameter of an undirected graph: the greatest distance between two nodes that are connected.</summary>
/// <remarks>
/// <para>iFUB: P. Crescenzi, R. Grossi, M. Habib, L. Lanzi, A. Marino, “On computing the diameter of real-world undirected graphs”,
/// Theoretical Computer Science 514, 2013, https://doi.org/10.1016/j.tcs.2012.09.018. Four sweeps find a long path and a node u in the
/// middle of another; then the nodes farthest from u are searched from, level by level inward, until no path between the rest can be longer
/// than one that has been found: such a path is at most twice as long as their distance from u. In a graph of several components each is
/// bounded so, as long as it may have a longer path than those before.</para>
/// <para>Exact unless the number of searches runs out, which takes graphs without a centre, such as a long circle. Weights are not looked
/// at; self-loops and parallel edges change nothing; the empty graph has diameter 0.</para>
/// <para>Cost: O(edges) for each sweep, and for the other searches as <see cref="Eccentricity"/>; real networks mostly need few. 204 bytes
/// a node for each thread and 9 more. The same for any number of threads.</para>
/// </remarks>
public static class DiameterBounds
{
    private const int SearchesAtOnce = BitParallelSearch.Width;

    /// <summary>Between what the diameter lies.</summary>
    /// <param name="Lower">Length of the longest shortest path found.</param>
    /// <param name="Upper">No shortest path is longer.</param>
    /// <param name="Searches">Number of nodes searched from.</param>
    public sealed record Result(int Lower, int Upper, int Searches)
    {
        /// <summary>Whether <see cref="Lower"/> is the diameter.</summary>
        public bool IsExact => Lower == Upper;
    }

    /// <summary>Bounds the diameter, until the bounds meet or the searches run out.</summary>
    /// <param name="graph">Any undirected graph.</param>
    /// <param name="execution">Threads and cancellation, observed once a level or every few thousand nodes; null for the defaults.</param>
    /// <param name="mostSearches">Most nodes to search from at the levels of a component, at least 0; a component searches from five
    /// before.</param>
    /// <exception cref="PapergraphException"><paramref name="mostSearches"/> is negative (PGA001).</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static Result Compute(UndirectedCsr graph, Execution? execution = null, int mostSearches = 10_000)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (mostSearches < 0) throw AlgorithmErrors.OutOfRange("most-searches", mostSearches, "at least 0");
        Execution run = Execution.Of(execution);
        LevelSearch search = new(graph.NodeCount, run.Cancellation, graph.Rows);
        using WorkerTeam team = new(run);
        SearchedLevels levels = new(graph.NodeCount, graph.Rows, graph.Rows, run);
        (int lower, int upper, int searches) = (0, 0, 0);
        foreach ((int bound, int node) in Components(graph, search))
        {
            searches++;
            if (bound <= lower) continue;
            (lower, int reached, int more) = OfComponent(search, levels, team, node, lower, mostSearches);
            (upper, searches) = (Math.Max(upper, reached), searches + more);
        }

        return new(lower, Math.Max(lower, upper), searches);
    }

    // A node of most neighbours of each component, and a bound on the diameter there; those with the greatest bound first.
    private static List<(int Bound, int Node)> Components(UndirectedCsr graph, LevelSearch search)
    {
        List<(int Bound, int Node)> components = [];
        bool[] seen = new bool[graph.NodeCount];
        for (int node = 0; node < seen.Length; node++)
        {
            if (seen[node]) continue;
            search.From(node);
            int hub = node;
            foreach (int found in search.Nodes)
            {
                seen[found] = true;
                if (graph.Rows.Degree(found) > graph.Rows.Degree(hub)) hub = found;
            }

            components.Add((PathLengthBound.OfSearched(search), hub));
        }

        components.Sort((a, b) => a.Bound != b.Bound ? b.Bound.CompareTo(a.Bound) : a.Node.CompareTo(b.Node));
        return components;
    }

    // The greatest length found, here or before, and what no path here exceeds.
    private static (int Lower, int Upper, int Searches) OfComponent(
        LevelSearch search, SearchedLevels levels, WorkerTeam team, int hub, int lower, int mostSearches)
    {
        search.From(hub);
        int centre = hub;
        for (int sweep = 0; sweep < 2; sweep++)
        {
            search.From(search.Nodes[^1]);
            lower = Math.Max(lower, search.Depth);
            centre = Middle(search);
            search.From(centre);
        }

        const int Sweeps = 5;
        int searches = 0;
        for (int distance = search.Depth; distance > 0 && lower < 2 * distance; distance--)
        {
            int[] level = search.Level(distance).ToArray();
            for (int first = 0; first < level.Length && lower < 2 * distance; first += SearchesAtOnce)
            {
                ReadOnlyMemory<int> batch = level.AsMemory(first, Math.Min(SearchesAtOnce, level.Length - first));
                if (searches + batch.Length > mostSearches) return (lower, 2 * distance, searches + Sweeps);
                lower = Math.Max(lower, levels.Depths(batch, team).Max());
                searches += batch.Length;
            }
        }

        return (lower, lower, searches + Sweeps);
    }

    // Half-way from the farthest node back to the source.
    private static int Middle(LevelSearch search)
    {
        int node = search.Nodes[^1];
        for (int distance = search.Depth - 1; distance >= (search.Depth + 1) / 2; distance--) node = search.Nearer(node);
        return node;
    }
}
