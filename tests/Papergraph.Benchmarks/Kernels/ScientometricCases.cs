using Papergraph.Algorithms;

namespace Papergraph.Benchmarks.Kernels;

internal static class ScientometricCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
        new("co-citation (cosine, shared ≥ 2)", (graph, run) =>
            $"{Cocitation.Compute(graph.Directed, new() { Normalization = ProjectionNormalization.Cosine, MinShared = 2 }, run).EdgeCount} links")
        { Runs = 2 },
        new("co-citation (20 best)", (graph, run) =>
            $"{Cocitation.Compute(graph.Directed, new() { Normalization = ProjectionNormalization.Cosine, MostPerNode = 20 }, run).EdgeCount} links")
        { Runs = 2 },
        new("coupling (cosine, shared ≥ 2)", (graph, run) =>
            $"{BibliographicCoupling.Compute(graph.Directed, new() { Normalization = ProjectionNormalization.Cosine, MinShared = 2 }, run).EdgeCount} links")
        { Runs = 2, MostNodes = 200_000 },
        new("coupling (cosine, cited ≤ 1000, 20 best)", (graph, run) => $"{BibliographicCoupling.Compute(graph.Directed, new()
        {
            Normalization = ProjectionNormalization.Cosine,
            MostPerNode = 20,
            MostPerShared = 1000,
        }, run).EdgeCount} links")
        { Runs = 2 },
    ];
}
