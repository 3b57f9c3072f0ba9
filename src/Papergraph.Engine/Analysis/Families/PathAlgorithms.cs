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
        new("sssp", "Least weight of a path from --source to each node; without weights, fewest edges.", GraphForm.Directed,
            [Source], WeightedDistances),
        new("shortest-path", "A shortest path from --source to --target, by weight where there is one.", GraphForm.Directed,
            [Source, Target], Shortest),
        new("k-shortest", "The shortest paths without loops from --source to --target, the best --count (10).", GraphForm.Directed,
            [Source, Target, Count], Several),
        new("all-shortest", "All shortest paths from --source to --target, at most --count (1000) of them.", GraphForm.Directed,
            [Source, Target, Count], Every),
        new("diameter", "The greatest number of edges between two nodes, or bounds of it.", GraphForm.Undirected, [], Wide),
        new("path-lengths", "How many edges apart two nodes are: the mean, and what nine of ten pairs are below.", GraphForm.AsGiven,
            [Samples, Seed], Apart),
        new("ego", "What lies within --radius (1) of --source.", GraphForm.Directed, [Source, Radius, Direction], Around),
        new("topological-order", "Places of the nodes in an order in which edges lead forward, or a cycle.", GraphForm.Directed, [], Order),
        new("longest-path", "The longest path of a graph without cycles, by weight where there is one.", GraphForm.Directed, [], Longest),
        new("random-walk", "Random walks, as node2vec makes them.", GraphForm.Directed,
            [Source, WalksPerNode, Length, Return, InOut, Seed], Walk),
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

    private static NodePaths Every(AlgorithmInput input)
    {
        (int source, int target) = Ends(input);
        AllShortestPathsResult found = AllShortestPaths.Find(input.Graph.Directed, source, target, input.Arguments.Whole(Count) ?? 1000, input.Execution);
        return new(
            [new("length", found.Length), new("paths", found.Count), new("complete", found.IsComplete)], found.Paths.Count,
            found.Paths.Select(path => new NodePath(found.Length, path.ToArray())));
    }

    private static AnalysisResult Wide(AlgorithmInput input)
    {
        DiameterBounds.Result bounds = DiameterBounds.Compute(input.Graph.Undirected, input.Execution);
        return new([Fact("lower", bounds.Lower), Fact("upper", bounds.Upper), new("exact", bounds.IsExact), Fact("searches", bounds.Searches)]);
    }

    private static AnalysisResult Apart(AlgorithmInput input)
    {
        PathLengthsOptions standard = new();
        PathLengthsOptions options = new()
        {
            Samples = input.Arguments.Whole(Samples) ?? standard.Samples,
            Seed = input.Arguments.Seed() ?? standard.Seed,
        };
        PathLengthsResult lengths = input.Graph.IsDirected
            ? PathLengths.Compute(input.Graph.Directed, options, input.Execution)
            : PathLengths.Compute(input.Graph.Undirected, options, input.Execution);
        return new(
        [
            new("mean", lengths.Mean), new("effectiveDiameter", lengths.EffectiveDiameter), Fact("sources", lengths.Sources), new("exact", lengths.IsExact),
        ]);
    }

    private static EdgeValues Around(AlgorithmInput input)
    {
        int center = input.Arguments.RequiredNode(Source, input.Graph), radius = input.Arguments.Whole(Radius) ?? 1;
        EgoNetworkResult ego = EgoNetwork.Of(
            input.Graph.Directed, center, radius, input.Direction(otherwise: TraversalDirection.Both), input.Execution);
        IEnumerable<ValuedEdge> edges = EdgeValues.Of(ego.Graph);
        bool isDirected = input.Graph.IsDirected;

        // An edge without direction lies in the directed graph both ways, and is one here; such graphs have no self-loops.
        if (!isDirected) edges = edges.Where(edge => edge.Source < edge.Target);
        long count = isDirected ? ego.Graph.EdgeCount : ego.Graph.EdgeCount / 2;
        return new([Fact("nodes", ego.Nodes.Length), Fact("edges", count)], isDirected, Renumbered(edges, ego.Nodes));
    }

    private static AnalysisResult Order(AlgorithmInput input)
    {
        TopologicalOrderResult order = TopologicalOrder.Compute(input.Graph.Directed, execution: input.Execution);
        if (!order.IsAcyclic) return new NodePaths([new("acyclic", false)], 1, [new(order.Cycle.Length, [.. order.Cycle.ToArray(), order.Cycle.Span[0]])]);
        double[] places = new double[input.Graph.NodeCount];
        for (int place = 0; place < places.Length; place++) places[order.Order.Span[place]] = place;
        return new NodeValues([new("acyclic", true)], [new("place", places, AreWhole: true)], LeastFirst: true);
    }

    private static NodePaths Longest(AlgorithmInput input)
    {
        LongestPathResult longest = LongestPath.Compute(input.Graph.Directed, input.Execution);
        return new([new("length", longest.Length)], 1, [new(longest.Length, longest.Nodes.ToArray())]);
    }

    private static NodePaths Walk(AlgorithmInput input)
    {
        RandomWalksOptions standard = new();
        WalkCorpus walks = RandomWalks.Compute(
            input.Graph.Directed,
            new()
            {
                Starts = input.Arguments.Nodes(Source, input.Graph).ToArray(),
                WalksPerNode = input.Arguments.Whole(WalksPerNode) ?? standard.WalksPerNode,
                Length = input.Arguments.Whole(OptionCatalog.Length) ?? standard.Length,
                ReturnParameter = input.Arguments.Number(Return) ?? standard.ReturnParameter,
                InOutParameter = input.Arguments.Number(InOut) ?? standard.InOutParameter,
                Seed = input.Arguments.Seed() ?? standard.Seed,
            },
            input.Execution);
        return new(
            [Fact("walks", walks.Count)], walks.Count,
            Enumerable.Range(0, walks.Count).Select(walk => new NodePath(walks[walk].Length - 1, walks[walk].ToArray())));
    }

    private static (int Source, int Target) Ends(AlgorithmInput input) =>
        (input.Arguments.RequiredNode(Source, input.Graph), input.Arguments.RequiredNode(Target, input.Graph));

    private static NodePaths Found(IReadOnlyList<WeightedPath> paths) =>
        new([Fact("paths", paths.Count)], paths.Count, paths.Select(path => new NodePath(path.Length, path.Nodes.ToArray())));
}
