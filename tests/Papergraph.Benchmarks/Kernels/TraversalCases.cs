using System.Globalization;
using Papergraph.Algorithms;

namespace Papergraph.Benchmarks.Kernels;

internal static class TraversalCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
        new("bfs directed", (input, run) => Reached(ShortestPaths.BreadthFirst(input.Directed, input.Directed.NodeCount - 1, run))),
        new("bfs undirected", (input, run) => Reached(ShortestPaths.BreadthFirst(input.Undirected.AsDirected(), 0, run))),
        new("closeness directed", (input, run) => Best(Closeness.Compute(input.Directed, null, run))) { MostNodes = 100_000 },
        new("closeness undirected", (input, run) => Best(Closeness.Compute(input.Undirected, null, run))) { MostNodes = 100_000 },
        new("harmonic undirected", (input, run) => Best(HarmonicCentrality.Compute(input.Undirected, null, run))) { MostNodes = 100_000 },
        new("betweenness directed", (input, run) => Best(Betweenness.Compute(input.Directed, null, run))) { MostNodes = 20_000 },
        new("betweenness undirected", (input, run) => Best(Betweenness.Compute(input.Undirected, null, run))) { MostNodes = 20_000, Runs = 1 },
        new("approximate betweenness directed", (input, run) => Sampled(ApproximateBetweenness.Compute(input.Directed, null, run))),
        new("approximate betweenness undirected", (input, run) => Sampled(ApproximateBetweenness.Compute(input.Undirected, null, run))),
        new("diameter", (input, run) => $"{DiameterBounds.Compute(input.Undirected, run)}"),
        new("path lengths of 1,024 nodes", (input, run) => $"mean {PathLengths.Compute(input.Undirected, null, run).Mean:F4}"),
    ];

    private static string Sampled(ApproximateBetweennessResult result) => $"{Best(result)}, {result.Samples} samples";

    private static string Reached(ReadOnlyMemory<int> distances)
    {
        int reached = 0, farthest = 0;
        foreach (int distance in distances.Span)
        {
            if (distance >= 0) reached++;
            farthest = Math.Max(farthest, distance);
        }

        return $"{reached} reached, {farthest} levels";
    }

    private static string Best(NodeScores result)
    {
        ReadOnlySpan<double> scores = result.Scores.Span;
        int best = 0;
        for (int node = 1; node < scores.Length; node++)
            if (scores[node] > scores[best]) best = node;
        return string.Create(CultureInfo.InvariantCulture, $"best {best}: {scores[best]:R}");
    }
}
