using System.Globalization;
using Papergraph.Algorithms;

namespace Papergraph.Benchmarks.Kernels;

internal static class CentralityCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
        new("pagerank", (input, execution) => Said(PageRank.Compute(input.Directed, execution: execution))) { Runs = 6 },
        new("pagerank undirected", (input, execution) => Said(PageRank.Compute(input.Undirected.AsDirected(), execution: execution))) { Runs = 6 },
    ];

    private static string Said(IteratedScores result) => string.Create(
        CultureInfo.InvariantCulture, $"{result.Iterations} sweeps, residual {result.Residual:E1}");
}
