using Papergraph.Algorithms;
using Papergraph.Engine.Analysis.Results;
using static Papergraph.Engine.Analysis.Families.AlgorithmInputs;

namespace Papergraph.Engine.Analysis.Families;

/// <summary>How dense a graph is, and where.</summary>
internal static class StructureAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All =
    [
        new("core", "Core number: the greatest k for which the node is in a part where all have k neighbours.", GraphForm.Undirected, [], Cores),
        new("triangles", "Number of triangles that a node is a corner of.", GraphForm.Undirected, [], CountTriangles),
        new("clustering", "Share of the pairs of neighbours that are neighbours of each other.", GraphForm.Undirected, [], Cluster),
        new("spanning-tree", "A tree, or one of each component, of least weight.", GraphForm.Undirected, [], Span),
    ];

    private static EdgeValues Span(AlgorithmInput input)
    {
        SpanningForest forest = MinimumSpanningTree.Compute(input.Graph.Undirected, input.Execution);
        return new(
            [Fact("trees", forest.TreeCount), Fact("edges", forest.Sources.Length), new("weight", forest.TotalWeight)], AreDirected: false,
            Enumerable.Range(0, forest.Sources.Length)
                .Select(edge => new ValuedEdge(forest.Sources.Span[edge], forest.Targets.Span[edge], forest.Weights.IsEmpty ? 1 : forest.Weights.Span[edge])));
    }

    private static NodeValues Cores(AlgorithmInput input)
    {
        CoreNumbersResult cores = CoreNumbers.Compute(input.Graph.Undirected, input.Execution);
        return new([Fact("degeneracy", cores.Degeneracy)], [NodeColumn.Whole("core", cores.Cores.Span)]);
    }

    private static NodeValues CountTriangles(AlgorithmInput input)
    {
        TriangleResult triangles = Triangles.Compute(input.Graph.Undirected, input.Execution);
        return new([Fact("total", triangles.Total)], [NodeColumn.Whole("triangles", triangles.PerNode.Span)]);
    }

    private static NodeValues Cluster(AlgorithmInput input)
    {
        ClusteringResult clustering = ClusteringCoefficient.Compute(input.Graph.Undirected, input.Execution);
        return new(
            [new("average", clustering.Average), new("transitivity", clustering.Transitivity), Fact("triangles", clustering.Triangles)],
            [new("clustering", clustering.Local)]);
    }
}
