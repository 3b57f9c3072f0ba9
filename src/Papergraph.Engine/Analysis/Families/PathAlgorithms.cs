using Papergraph.Algorithms;
using Papergraph.Engine.Analysis.Results;
using static Papergraph.Engine.Analysis.Families.AlgorithmInputs;
using static Papergraph.Engine.Analysis.OptionCatalog;

namespace Papergraph.Engine.Analysis.Families;

/// <summary>How nodes are reached from each other.</summary>
internal static class PathAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All =
    [
        new("bfs", "Fewest edges from --source to each node.", GraphForm.Directed, [Source], Distances),
        new("sssp", "Least weight of a path from --source to each node; without weights, fewest edges.", GraphForm.Directed, [Source], WeightedDistances),
        new("shortest-path", "A shortest path from --source to --target, by weight where there is one.", GraphForm.Directed, [Source, Target], Shortest),
        new("k-shortest", "The shortest paths without loops from --source to --target, the best --count (10).", GraphForm.Directed, [Source, Target, Count], Several),
    ];

    private static NodeValues Distances(AlgorithmInput input)
    {
        int source = input.Arguments.RequiredNode(Source, input.Graph);
        ReadOnlySpan<int> edges = ShortestPaths.BreadthFirst(input.Graph.Directed, source, input.Execution).Span;
        double[] distances = new double[edges.Length];
        for (int node = 0; node < distances.Length; node++) distances[node] = edges[node] < 0 ? double.NaN : edges[node];
        return Reached(distances, areWhole: true);
    }

    private static NodeValues WeightedDistances(AlgorithmInput input)
    {
        int source = input.Arguments.RequiredNode(Source, input.Graph);
        double[] distances = ShortestPaths.Weighted(input.Graph.Directed, source, input.Execution).Distances.ToArray();
        for (int node = 0; node < distances.Length; node++)
            if (double.IsInfinity(distances[node])) distances[node] = double.NaN;
        return Reached(distances, areWhole: false);
    }

    private static NodeValues Reached(double[] distances, bool areWhole)
    {
        double[] reached = [.. distances.Where(distance => !double.IsNaN(distance))];
        return new(
            [Fact("reached", reached.Length), new("farthest", reached.DefaultIfEmpty(0).Max())], [new("distance", distances, areWhole)], LeastFirst: true);
    }

    private static NodePaths Shortest(AlgorithmInput input)
    {
        (int source, int target) = Ends(input);
        return Found(ShortestPaths.Between(input.Graph.Directed, source, target, input.Execution) is { } path ? [path] : []);
    }

    private static NodePaths Several(AlgorithmInput input)
    {
        (int source, int target) = Ends(input);
        return Found(KShortestPaths.Find(input.Graph.Directed, source, target, input.Arguments.Whole(Count) ?? 10, input.Execution));
    }

    private static (int Source, int Target) Ends(AlgorithmInput input) =>
        (input.Arguments.RequiredNode(Source, input.Graph), input.Arguments.RequiredNode(Target, input.Graph));

    private static NodePaths Found(IReadOnlyList<WeightedPath> paths) =>
        new([Fact("paths", paths.Count)], [.. paths.Select(path => new NodePath(path.Length, path.Nodes.ToArray()))]);
}
