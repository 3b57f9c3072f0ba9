using System.Runtime.CompilerServices;
using Papergraph.Algorithms;
using Papergraph.Core;

namespace Papergraph.Benchmarks.Kernels;

internal static class PathCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
        new("sssp", (input, run) => Reached(ShortestPaths.Weighted(Weighted(input), 0, run))),
        new("dijkstra", (input, run) => $"{ShortestPaths.DijkstraDistances(Weighted(input), 0, run).Count(double.IsFinite)} reached"),
        new("path between two nodes", (input, run) => $"length {ShortestPaths.Between(Weighted(input), 0, input.Directed.NodeCount / 2, run)?.Length}"),
        new("k shortest paths, 20", (input, run) =>
            $"last {KShortestPaths.Find(Weighted(input), 0, input.Directed.NodeCount / 2, 20, run)[^1].Length}") { Runs = 1 },
        new("minimum spanning tree", (input, run) =>
            $"weight {MinimumSpanningTree.Compute(WeightedUndirected(input), run).TotalWeight}"),
        new("topological order", (input, run) => $"acyclic: {TopologicalOrder.Compute(input.Directed, smallestFirst: false, run).IsAcyclic}"),
        new("longest path", (input, run) => $"length {LongestPath.Compute(input.Directed, run).Length}"),
        new("random walks, 1 of 80 from each", (input, run) =>
            $"{RandomWalks.Compute(input.Undirected.AsDirected(), Walk(1), run).Count} walks"),
        new("node2vec walks, 1 of 80 from each, p 1 q 0.5", (input, run) =>
            $"{RandomWalks.Compute(Weighted(input), Walk(0.5), run).Count} walks") { Runs = 1 },
    ];

    private static RandomWalksOptions Walk(double inOut) => new() { WalksPerNode = 1, InOutParameter = inOut };


    private static readonly ConditionalWeakTable<KernelInput, UndirectedCsr> WeightedGraphs = [];

    private static DirectedCsr Weighted(KernelInput input) => WeightedUndirected(input).AsDirected();

    // Without directions, so that all is reached; weights 1 to 100 that both directions of an edge share.
    private static UndirectedCsr WeightedUndirected(KernelInput input) => WeightedGraphs.GetValue(input, static input =>
    {
        CsrRows rows = input.Undirected.Rows;
        double[] weights = new double[rows.EdgeCount];
        int at = 0;
        for (int node = 0; node < input.Undirected.NodeCount; node++)
        {
            foreach (int neighbour in rows.Neighbours(node))
            {
                ulong state = ((ulong)Math.Min(node, neighbour) << 32) + (ulong)Math.Max(node, neighbour);
                weights[at++] = 1 + RandomGraph.Next(ref state, 100);
            }
        }

        return new(input.Undirected.NodeCount, rows.WithWeights(weights), input.Undirected.LoopCount);
    });

    private static string Reached(WeightedPaths paths) =>
        $"{paths.Distances.ToArray().Count(double.IsFinite)} reached, sum {paths.Distances.ToArray().Where(double.IsFinite).Sum()}";
}
