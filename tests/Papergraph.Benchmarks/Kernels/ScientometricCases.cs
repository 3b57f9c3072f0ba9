using Papergraph.Algorithms;
using Papergraph.Core;

namespace Papergraph.Benchmarks.Kernels;

internal static class ScientometricCases
{
    private static readonly ProjectionOptions SharedTwice = new() { Normalization = ProjectionNormalization.Cosine, MinShared = 2 };

    private static readonly ProjectionOptions TwentyBest = new() { Normalization = ProjectionNormalization.Cosine, MostPerNode = 20 };

    private static readonly SimilarityOptions AdamicAdar = new() { Measure = SimilarityMeasure.AdamicAdar, MostPerShared = 1000 };

    internal static IReadOnlyList<KernelCase> All { get; } =
    [
        new("co-citation (cosine, shared ≥ 2)", (graph, run) => Links(Cocitation.Compute(graph.Directed, SharedTwice, run))) { Runs = 2 },
        new("co-citation (cosine, 20 best)", (graph, run) => Links(Cocitation.Compute(graph.Directed, TwentyBest, run))) { Runs = 2 },
        new("coupling (cosine, shared ≥ 2)", (graph, run) => Links(BibliographicCoupling.Compute(graph.Directed, SharedTwice, run)))
        { Runs = 2, MostNodes = 200_000 },
        new("coupling (cosine, cited ≤ 1000, 20 best)", (graph, run) =>
            Links(BibliographicCoupling.Compute(graph.Directed, TwentyBest with { MostPerShared = 1000 }, run)))
        { Runs = 2 },
        new("disruption index", (graph, run) =>
            $"mean {Mean(DisruptionIndex.Compute(graph.Directed, null, run).Scores.Span):F6}") { Runs = 2 },
        new("disruption index without others", (graph, run) =>
            $"mean {Mean(DisruptionIndex.Compute(graph.Directed, new() { CountsOthers = false }, run).Scores.Span):F6}")
        { Runs = 2 },
        new("main path (SPC, global)", (graph, run) => $"{MainPath.Compute(graph.Directed, null, run).Links.Length} links") { Runs = 2 },
        new("Adamic-Adar, 10 most similar of all", (graph, run) =>
            $"{NodeSimilarity.OfAll(graph.Undirected, AdamicAdar, run).EdgeCount} pairs")
        { Runs = 1, MostNodes = 200_000 },
        new("hierarchical clustering (average)", (graph, run) =>
            $"height {HierarchicalClustering.Compute(graph.Undirected, GraphLinkage.Average, run).Merges.Span[^1].Height:F3}")
        { Runs = 1, MostNodes = 200_000 },
    ];

    private static string Links(UndirectedCsr links) => $"{links.EdgeCount} links";

    private static double Mean(ReadOnlySpan<double> scores)
    {
        double sum = 0;
        foreach (double score in scores) sum += score;
        return sum / scores.Length;
    }
}
