using Papergraph.Algorithms;
using Papergraph.Engine.Analysis.Results;
using static Papergraph.Engine.Analysis.Families.AlgorithmInputs;
using static Papergraph.Engine.Analysis.OptionCatalog;

namespace Papergraph.Engine.Analysis.Families;

/// <summary>How dense a graph is, and where.</summary>
internal static class StructureAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All =
    [
        new("core", "Core number: the greatest k for which the node is in a part where all have k neighbours.", GraphForm.Undirected, [], Cores),
        new("k-core", "The part of the graph in which each node has --k neighbours; without --k the innermost.", GraphForm.Undirected, [K], Core),
        new("k-truss", "The greatest k for which an edge is in a part where all are in k - 2 triangles.", GraphForm.Undirected, [], Truss),
        new("triangles", "Number of triangles that a node is a corner of.", GraphForm.Undirected, [], CountTriangles),
        new("clustering", "Share of the pairs of neighbours that are neighbours of each other.", GraphForm.Undirected, [], Cluster),
        new("spanning-tree", "A tree, or one of each component, of least weight.", GraphForm.Undirected, [], Span),
        new("bridges", "Edges without which a part of the graph falls apart.", GraphForm.Undirected, [], FindBridges),
    ];

    private static EdgeValues Core(AlgorithmInput input)
    {
        int k = input.Arguments.Whole(K) ?? CoreNumbers.Compute(input.Graph.Undirected, input.Execution).Degeneracy;
        KCoreResult core = KCore.Of(input.Graph.Undirected, k, input.Execution);
        return new(
            [Fact("k", k), Fact("nodes", core.Nodes.Length), Fact("edges", core.Graph.EdgeCount)], AreDirected: false,
            Renumbered(EdgeValues.Of(core.Graph), core.Nodes));
    }

    private static EdgeValues Truss(AlgorithmInput input)
    {
        KTrussResult trusses = KTruss.Compute(input.Graph.Undirected, input.Execution);
        double[] numbers = [.. trusses.TrussNumbers.ToArray()];
        return new(
            [Fact("largest", trusses.Largest)], AreDirected: false, EdgeValues.Of(input.Graph.Undirected.Rows, numbers, onlyFromLesser: true));
    }

    private static EdgeValues FindBridges(AlgorithmInput input)
    {
        BiconnectivityResult found = Biconnectivity.Compute(input.Graph.Undirected, input.Execution);
        return new(
            [Fact("bridges", found.Bridges.Length), Fact("articulationPoints", found.ArticulationPoints.Length)], AreDirected: false,
            found.Bridges.ToArray().Select(bridge => new ValuedEdge(bridge.Low, bridge.High, 1)));
    }

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
