using Papergraph.Algorithms;
using Papergraph.Core;

namespace Papergraph.Benchmarks.Kernels;

internal static class PathCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
        new("sssp", (input, run) => Reached(ShortestPaths.Weighted(Weighted(input), 0, run))),
        new("dijkstra", (input, run) => $"{ShortestPaths.DijkstraDistances(Weighted(input), 0, run).Count(double.IsFinite)} reached"),
    ];

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<KernelInput, DirectedCsr> WeightedGraphs = [];

    // Both directions, so that all is reached; weights 1 to 100 that both directions of an edge share.
    private static DirectedCsr Weighted(KernelInput input) => WeightedGraphs.GetValue(input, static input =>
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

        CsrRows weighted = rows.WithWeights(weights);
        return new(input.Undirected.NodeCount, weighted, weighted);
    });

    private static string Reached(WeightedPaths paths) =>
        $"{paths.Distances.ToArray().Count(double.IsFinite)} reached, sum {paths.Distances.ToArray().Where(double.IsFinite).Sum()}";
}
