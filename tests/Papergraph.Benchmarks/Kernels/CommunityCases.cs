using Papergraph.Algorithms;

namespace Papergraph.Benchmarks.Kernels;

internal static class CommunityCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
        new("louvain", (input, run) => Outcome(Louvain.Compute(input.Undirected, execution: run))),
        new("leiden", (input, run) => Outcome(Leiden.Compute(input.Undirected, execution: run))),
    ];

    private static string Outcome(CommunityResult result) =>
        $"modularity {result.Quality:F5}, {result.Partition.Count} communities, {result.Levels.Count} levels, {result.Iterations} iterations";
}
