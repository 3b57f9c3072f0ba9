using System.Globalization;
using Papergraph.Algorithms;

namespace Papergraph.Benchmarks.Kernels;

internal static class CentralityCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
        new("pagerank", (input, execution) => Said(PageRank.Compute(input.Directed, execution: execution))) { Runs = 6 },
        new("pagerank undirected", (input, execution) => Said(PageRank.Compute(input.Undirected.AsDirected(), execution: execution))),
        new("pagerank 20 clicks", (input, execution) => Said(PageRank.Compute(input.Directed, new() { Clicks = 20 }, execution))),
        new("hits", (input, execution) =>
        {
            HitsResult result = Hits.Compute(input.Directed, execution: execution);
            return string.Create(CultureInfo.InvariantCulture, $"{result.Iterations} steps, residual {result.Residual:E1}");
        }),
        new("eigenvector undirected", (input, execution) =>
            Said(EigenvectorCentrality.Compute(input.Undirected.AsDirected(), execution: execution))),
        new("katz", (input, execution) => Said(KatzCentrality.Compute(input.Directed, execution: execution))),
        new("citerank", (input, execution) =>
            Said(CiteRank.Compute(input.Directed, AgesOf(input.Directed.NodeCount), execution: execution))),
        new("articlerank", (input, execution) => Said(ArticleRank.Compute(input.Directed, execution: execution))),
        new("fastrp 128", (input, execution) => $"{FastRp.Compute(input.Undirected, execution: execution).Values.Length} numbers"),
        new("fastrp neighbours of all", (input, execution) =>
        {
            NodeVectors vectors = FastRp.Compute(input.Undirected, execution: execution);
            return $"{NearestNeighbours.Find(vectors, 10, execution).Nodes.Length} neighbours";
        })
        {
            MostNodes = 50_000,
        },
        new("degree", (input, _) => $"{DegreeCentrality.Compute(input.Directed, DegreeKind.Both).Scores.Length} nodes"),
    ];

    private static double[] AgesOf(int nodeCount) => [.. Enumerable.Range(0, nodeCount).Select(node => (double)(node % 50))];

    private static string Said(IteratedScores result) => string.Create(
        CultureInfo.InvariantCulture, $"{result.Iterations} sweeps, residual {result.Residual:E1}");
}
