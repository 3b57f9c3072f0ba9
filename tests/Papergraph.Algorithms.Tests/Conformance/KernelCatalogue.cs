using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Conformance;

/// <summary>A kernel, and how to call it on a graph.</summary>
/// <param name="Kernel">The class.</param>
/// <param name="Name">What tells it from other kernels of the class.</param>
/// <param name="Run">Calls it; what it returns is its whole result.</param>
internal sealed record KernelCall(Type Kernel, string Name, Func<KernelGraph, Execution, object?> Run)
{
    /// <summary>Most nodes of a star or a path that it can do in a moment: those that look at all pairs of nodes cannot do a million.</summary>
    public int MostNodes { get; init; } = 1_000_000;

    /// <summary>Whether it hands weights on to a graph that it returns, and does nothing else with them.</summary>
    public bool HandsWeightsOn { get; init; }

    public override string ToString() => $"{Kernel.Name} {Name}".TrimEnd();
}

/// <summary>A graph with and without directions.</summary>
internal sealed class KernelGraph(DirectedCsr directed)
{
    private readonly Lazy<UndirectedCsr> _undirected = new(() => UndirectedCsr.Of(directed, ParallelEdges.Keep, keepLoops: true));

    internal DirectedCsr Directed => directed;

    /// <summary>With its self-loops and parallel edges.</summary>
    internal UndirectedCsr Undirected => _undirected.Value;

    internal int NodeCount => directed.NodeCount;

    /// <summary>Groups of nodes that have nothing to do with the edges.</summary>
    internal Partition Thirds => Partition.OfLabels([.. Enumerable.Range(0, NodeCount).Select(node => node % 3)], Math.Max(3, NodeCount));
}

/// <summary>All public kernels that take a graph.</summary>
internal static class KernelCatalogue
{
    private const int AllPairs = 1000;

    internal static IReadOnlyList<KernelCall> All { get; } =
    [
        new(typeof(PageRank), "", (g, run) => PageRank.Compute(g.Directed, null, run)),
        new(typeof(PageRank), "undirected", (g, run) => PageRank.Compute(g.Undirected.AsDirected(), null, run)),
        new(typeof(Hits), "", (g, run) => Hits.Compute(g.Directed, null, run)),
        new(typeof(EigenvectorCentrality), "", (g, run) => EigenvectorCentrality.Compute(g.Directed, new() { MaxIterations = 50 }, run)),
        new(typeof(KatzCentrality), "", (g, run) => KatzCentrality.Compute(g.Directed, null, run)),
        new(typeof(ArticleRank), "", (g, run) => ArticleRank.Compute(g.Directed, null, run)),
        new(typeof(CiteRank), "", (g, run) => CiteRank.Compute(g.Directed, new double[g.NodeCount], null, run)),
        new(typeof(DegreeCentrality), "", (g, run) => DegreeCentrality.Compute(g.Directed, DegreeKind.Both)),
        new(typeof(DegreeCentrality), "undirected", (g, run) => DegreeCentrality.Compute(g.Undirected)),
        new(typeof(Closeness), "", (g, run) => Closeness.Compute(g.Directed, null, run)) { MostNodes = AllPairs },
        new(typeof(Closeness), "undirected", (g, run) => Closeness.Compute(g.Undirected, null, run)) { MostNodes = AllPairs },
        new(typeof(HarmonicCentrality), "", (g, run) => HarmonicCentrality.Compute(g.Directed, null, run)) { MostNodes = AllPairs },
        new(typeof(HarmonicCentrality), "undirected", (g, run) => HarmonicCentrality.Compute(g.Undirected, null, run)) { MostNodes = AllPairs },
        new(typeof(Betweenness), "", (g, run) => Betweenness.Compute(g.Directed, null, run)) { MostNodes = AllPairs },
        new(typeof(Betweenness), "undirected", (g, run) => Betweenness.Compute(g.Undirected, null, run)) { MostNodes = AllPairs },
        new(typeof(Betweenness), "of edges", (g, run) => Betweenness.OfEdges(g.Directed, null, run)) { MostNodes = AllPairs },
        new(typeof(ApproximateBetweenness), "", (g, run) => ApproximateBetweenness.Compute(g.Directed, new() { Error = 0.1 }, run)) { MostNodes = 50_000 },
        new(typeof(ApproximateBetweenness), "undirected", (g, run) => ApproximateBetweenness.Compute(g.Undirected, new() { Error = 0.1 }, run))
        {
            MostNodes = 50_000,
        },
        new(typeof(WeakComponents), "", (g, run) => WeakComponents.Compute(g.Directed, run)),
        new(typeof(StrongComponents), "", (g, run) => StrongComponents.Compute(g.Directed, run)),
        new(typeof(Condensation), "", (g, run) => Condensation.Of(g.Directed, g.Thirds)) { HandsWeightsOn = true },
        new(typeof(Biconnectivity), "", (g, run) => Biconnectivity.Compute(g.Undirected, run)),
        new(typeof(CoreNumbers), "", (g, run) => CoreNumbers.Compute(g.Undirected, run)),
        new(typeof(KCore), "", (g, run) => KCore.Of(g.Undirected, 2, run)) { HandsWeightsOn = true },
        new(typeof(KTruss), "", (g, run) => KTruss.Compute(g.Undirected, run)),
        new(typeof(Triangles), "", (g, run) => Triangles.Compute(g.Undirected, run)),
        new(typeof(ClusteringCoefficient), "", (g, run) => ClusteringCoefficient.Compute(g.Undirected, run)),
        new(typeof(ClusteringCoefficient), "directed", (g, run) => ClusteringCoefficient.Directed(g.Directed, run)),
        new(typeof(LabelPropagation), "", (g, run) => LabelPropagation.Compute(g.Undirected, null, run)),
        new(typeof(LabelPropagation), "synchronous", (g, run) => LabelPropagation.Synchronous(g.Directed, 10, run)),
        new(typeof(Louvain), "", (g, run) => Louvain.Compute(g.Undirected, null, run)),
        new(typeof(Leiden), "", (g, run) => Leiden.Compute(g.Undirected, null, run)),
        new(typeof(Leiden), "constant Potts", (g, run) =>
            Leiden.Compute(g.Undirected, new() { Quality = QualityFunction.ConstantPotts, Resolution = 0.1 }, run)),
        new(typeof(Modularity), "", (g, run) => Modularity.Of(g.Undirected, g.Thirds, 1, run)),
        new(typeof(ConstantPotts), "", (g, run) => ConstantPotts.Of(g.Undirected, g.Thirds, 1, run)),
        new(typeof(Conductance), "", (g, run) => Conductance.Of(g.Undirected, g.Thirds)),
        new(typeof(ShortestPaths), "by edges", (g, run) => g.NodeCount == 0 ? null : ShortestPaths.BreadthFirst(g.Directed, 0, run)),
        new(typeof(ShortestPaths), "by weight", (g, run) => g.NodeCount == 0 ? null : ShortestPaths.Weighted(g.Directed, 0, run)),
        new(typeof(ShortestPaths), "between two", (g, run) => g.NodeCount == 0 ? null : ShortestPaths.Between(g.Directed, 0, g.NodeCount - 1, run) ?? (object)"none"),
        new(typeof(KShortestPaths), "", (g, run) => g.NodeCount == 0 ? null : KShortestPaths.Find(g.Directed, 0, g.NodeCount - 1, 3, run)),
        new(typeof(AllShortestPaths), "", (g, run) => g.NodeCount == 0 ? null : AllShortestPaths.Find(g.Directed, 0, g.NodeCount - 1, 3, run)),
        new(typeof(DiameterBounds), "", (g, run) => DiameterBounds.Compute(g.Undirected, run)),
        new(typeof(Eccentricity), "", (g, run) => g.NodeCount == 0 ? null : Eccentricity.Of(g.Directed, new[] { g.NodeCount - 1 }, run)),
        new(typeof(EgoNetwork), "", (g, run) => g.NodeCount == 0 ? null : EgoNetwork.Of(g.Directed, 0, 2, TraversalDirection.Both, run))
        {
            HandsWeightsOn = true,
        },
        new(typeof(PathLengths), "", (g, run) => PathLengths.Compute(g.Undirected, null, run)) { MostNodes = AllPairs },
        new(typeof(TopologicalOrder), "", (g, run) => TopologicalOrder.Compute(g.Directed, smallestFirst: false, run)),
        new(typeof(TopologicalOrder), "smallest first", (g, run) => TopologicalOrder.Compute(g.Directed, smallestFirst: true, run)),
        new(typeof(LongestPath), "", (g, run) => TopologicalOrder.Compute(g.Directed).IsAcyclic ? LongestPath.Compute(g.Directed, run) : null),
        new(typeof(MinimumSpanningTree), "", (g, run) => MinimumSpanningTree.Compute(g.Undirected, run)),
        new(typeof(RandomWalks), "", (g, run) => RandomWalks.Compute(g.Directed, new() { WalksPerNode = 1, Length = 5, ReturnParameter = 2 }, run)),
        new(typeof(Cocitation), "", (g, run) => Cocitation.Compute(g.Directed, null, run)) { MostNodes = AllPairs },
        new(typeof(BibliographicCoupling), "", (g, run) => BibliographicCoupling.Compute(g.Directed, null, run)) { MostNodes = AllPairs },
        new(typeof(BipartiteProjection), "", (g, run) => BipartiteProjection.Compute(g.Directed, null, run)) { MostNodes = AllPairs },
        new(typeof(NodeSimilarity), "", (g, run) => NodeSimilarity.OfAll(g.Undirected, null, run)) { MostNodes = AllPairs },
        new(typeof(LinkPrediction), "", (g, run) => LinkPrediction.Compute(g.Undirected, null, run)) { MostNodes = AllPairs },
        new(typeof(SimRank), "", (g, run) => SimRank.Compute(g.Directed, null, run)) { MostNodes = 200 },
        new(typeof(FastRp), "", (g, run) => FastRp.Compute(g.Undirected, new() { Dimensions = 8 }, run)),
        new(typeof(HierarchicalClustering), "", (g, run) => HierarchicalClustering.Compute(g.Undirected, GraphLinkage.Average, run)) { MostNodes = AllPairs },
        new(typeof(DisruptionIndex), "", (g, run) => DisruptionIndex.Compute(g.Directed, null, run)),
        new(typeof(DisruptionIndex), "of citing papers", (g, run) =>
            DisruptionIndex.Compute(g.Directed, new() { CountsOthers = false }, run)),
        new(typeof(MainPath), "", (g, run) => MainPath.Compute(g.Directed, null, run)),
        new(typeof(HIndex), "", (g, run) => HIndex.OfSets(g.Directed, g.Directed.OutgoingRows)),
    ];
}
