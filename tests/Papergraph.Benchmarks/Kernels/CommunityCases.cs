using System.Globalization;
using Papergraph.Algorithms;

namespace Papergraph.Benchmarks.Kernels;

internal static class CommunityCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
        new("louvain", (input, run) => Outcome(Louvain.Compute(input.Undirected, execution: run))),
        new("louvain constant-potts", (input, run) => Outcome(Louvain.Compute(
            input.Undirected, new() { Quality = QualityFunction.ConstantPotts, Resolution = 1e-4 }, run))),
        new("leiden", (input, run) => Outcome(Leiden.Compute(input.Undirected, execution: run))),
        new("leiden constant-potts", (input, run) => Outcome(Leiden.Compute(
            input.Undirected, new() { Quality = QualityFunction.ConstantPotts, Resolution = 1e-4 }, run))),
        new("modularity", (input, run) =>
            Modularity.Of(input.Undirected, Partition.OfLabels(new int[input.Undirected.NodeCount]), 1, run).ToString("F5", CultureInfo.InvariantCulture)),
    ];

    private static string Outcome(CommunityResult result) =>
        $"quality {result.Quality:F5}, {result.Partition.Count} communities, {result.Levels.Count} levels, {result.Iterations} iterations";
}
