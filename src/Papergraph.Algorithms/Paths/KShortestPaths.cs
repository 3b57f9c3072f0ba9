using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The shortest, second shortest, … loopless path between two nodes.</summary>
public static class KShortestPaths
{
    /// <summary>Most paths that can be asked for.</summary>
    public const int MostPaths = 1_000_000;

    /// <summary>The first paths between two nodes in the order of their length.</summary>
    /// <remarks>
    /// <para>Definition: paths are sequences of distinct nodes; the length of one is the sum of its weights, of parallel edges the lightest.
    /// They are ordered by length, then number of edges, then the sequence of their nodes, so that the answer is one. Lengths that are
    /// equal on paper but not in double precision are not equal here.</para>
    /// <para>Method: J. Y. Yen, “Finding the K shortest loopless paths in a network”, Management Science 17(11), 1971,
    /// https://doi.org/10.1287/mnsc.17.11.712, with the refinement of E. L. Lawler, “A procedure for computing the K best solutions to
    /// discrete optimization problems”, Management Science 18(7), 1972, https://doi.org/10.1287/mnsc.18.7.401: no path is found twice.
    /// Each search is guided by the distances to the target (A*) and ends where it can no longer be among the first. One thread but
    /// for these distances. Cost: one search of the whole graph, then at most count · length searches of what lies near the paths; memory
    /// 52 bytes a node and as many paths as are asked for.</para>
    /// <para>Self-loops are on no path. Without weights each edge weighs 1. For a graph without directions give
    /// <see cref="UndirectedCsr.AsDirected"/>. igraph's <c>k_shortest_paths</c> and NetworkX's <c>shortest_simple_paths</c> give the same
    /// lengths; the order of equally long paths is theirs.</para>
    /// </remarks>
    /// <param name="graph">Any directed graph; weights, where there are any, finite and ≥ 0.</param>
    /// <param name="source">Where the paths begin.</param>
    /// <param name="target">Where they end. The source itself has one path, of length 0.</param>
    /// <param name="count">Most paths to find, 1 to <see cref="MostPaths"/>.</param>
    /// <param name="execution">Cancellation and progress; threads for the first search.</param>
    /// <returns>The paths in their order; fewer than <paramref name="count"/> when there are no more, none when there is none.</returns>
    /// <exception cref="PapergraphException">PGA001: the count is out of range. PGA002: a weight is negative, NaN or infinite. PGA004: an end
    /// is no node.</exception>
    /// <exception cref="OperationCanceledException">The kernel was cancelled.</exception>
    public static IReadOnlyList<WeightedPath> Find(DirectedCsr graph, int source, int target, int count = 10, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(graph);
        if (count is < 1 or > MostPaths) throw AlgorithmErrors.OutOfRange("count", count, $"1 to {MostPaths}");
        if ((uint)source >= (uint)graph.NodeCount) throw AlgorithmErrors.NoSuchNode("source", source, graph.NodeCount);
        if ((uint)target >= (uint)graph.NodeCount) throw AlgorithmErrors.NoSuchNode("target", target, graph.NodeCount);
        EdgeWeightCheck.RequireNonNegative("k shortest paths", graph.OutgoingRows);
        double[] toTarget = ShortestPaths.Distances(graph.Reversed(), target, run with { Progress = null });
        DeviationSearch search = new(graph, target, toTarget, run.Cancellation);
        List<WeightedPath> found = [];
        SortedSet<Deviation> candidates = [];
        search.ExtendBegin(source);
        if (search.Find([source], 0, [], double.PositiveInfinity) is { } first) candidates.Add(first);
        search.LeaveBegin([source]);
        while (candidates.Count > 0 && found.Count < count)
        {
            Deviation best = candidates.Min!;
            candidates.Remove(best);
            found.Add(new(best.Nodes, best.Length));
            run.Progress?.Report(new ProgressUpdate("k shortest paths", found.Count, count, "paths"));
            if (found.Count < count) Branch(best, search, candidates, count - found.Count);
        }

        return found;
    }

    /// <summary>Adds the best path of each of the sets into which the paths behind one that was taken fall apart: those that leave it at
    /// its first node, at its second, and so on. No candidate is kept that cannot be among the paths still wanted.</summary>
    private static void Branch(Deviation taken, DeviationSearch search, SortedSet<Deviation> candidates, int wanted)
    {
        double lengthSoFar = search.LengthOf(taken.Nodes.AsSpan(0, taken.At + 1));
        foreach (int node in taken.Nodes.AsSpan(0, taken.At)) search.ExtendBegin(node);
        for (int at = taken.At; at < taken.Nodes.Length - 1; at++)
        {
            search.ExtendBegin(taken.Nodes[at]);
            int[] forbidden = at == taken.At ? [.. taken.Forbidden, taken.Nodes[at + 1]] : [taken.Nodes[at + 1]];
            double limit = candidates.Count < wanted ? double.PositiveInfinity : candidates.Max!.Length;
            if (search.Find(taken.Nodes.AsSpan(0, at + 1), lengthSoFar, forbidden, limit) is { } next)
            {
                candidates.Add(next);
                if (candidates.Count > wanted) candidates.Remove(candidates.Max!);
            }

            lengthSoFar += search.Weight(taken.Nodes[at], taken.Nodes[at + 1]);
        }

        search.LeaveBegin(taken.Nodes);
    }
}
