using Papergraph.Core;
using Papergraph.GraphFiles;
using Papergraph.TestKit;

namespace Papergraph.Algorithms.Tests;

/// <summary>Numbers that igraph 0.10 (betweenness, closeness normalised, harmonic_centrality, edge_betweenness, diameter) answered on
/// graphs of the literature, without self-loops and parallel edges where they are undirected.</summary>
public class RealGraphCentralityTests
{
    [SkippableTheory]
    [InlineData("karate.gml", 0, 231.07142857142858, 790, 14.500307507499796, 71.392857142857125, 1351, 5, 2.408199643493761)]
    [InlineData("dolphins.gml", 36, 454.27406873295661, 4457, 19.048878356172409, 282.95037255188618, 6348, 8, 3.3569539925965097)]
    public void Small_networks_are_scored_as_igraph_does(
        string file,
        int best,
        double bestScore,
        double sum,
        double closeness,
        double bestEdge,
        double edgeSum,
        int diameter,
        double meanLength)
    {
        UndirectedCsr graph = UndirectedCsr.Of(GraphFile.Read(Repo.Shared("graphs", file)).Graph);
        double[] scores = Betweenness.Compute(graph).Scores.ToArray();
        Assert.Equal(best, Array.IndexOf(scores, scores.Max()));
        Assert.Equal(bestScore, scores.Max(), 1e-9);
        Assert.Equal(sum, scores.Sum(), 1e-8);
        Assert.Equal(closeness, Closeness.Compute(graph).Scores.ToArray().Sum(), 1e-10);
        double[] edges = Betweenness.OfEdges(graph).Scores.ToArray();
        Assert.Equal(bestEdge, edges.Max(), 1e-9);
        Assert.Equal(edgeSum, edges.Sum() / 2, 1e-8);
        Assert.Equal((diameter, diameter), (DiameterBounds.Compute(graph).Lower, DiameterBounds.Compute(graph).Upper));
        Assert.Equal(meanLength, PathLengths.Compute(graph).Mean, 1e-12);
    }

    [SkippableFact]
    public void Harmonic_centrality_of_karate_is_that_of_igraph()
    {
        UndirectedCsr graph = UndirectedCsr.Of(GraphFile.Read(Repo.Shared("graphs", "karate.gml")).Graph);
        Assert.Equal(16.728282828282822, HarmonicCentrality.Compute(graph).Scores.ToArray().Sum(), 1e-12);
    }

    [SkippableFact]
    public void A_weighted_network_is_scored_as_igraph_does()
    {
        UndirectedCsr graph = UndirectedCsr.Of(GraphFile.Read(Repo.Shared("graphs", "lesmis.graph")).Graph);
        AssertBetween(graph.Unweighted(), 1624.4688004333127, 4802, 29.979276293629454);
        AssertBetween(graph, 1293.6140692640695, 6369.656096681096, 17.044286930505958);

        static void AssertBetween(UndirectedCsr graph, double best, double sum, double closeness)
        {
            double[] scores = Betweenness.Compute(graph).Scores.ToArray();
            Assert.Equal(best, scores[11], 1e-9);
            Assert.Equal(scores.Max(), scores[11]);
            Assert.Equal(sum, scores.Sum(), 1e-8);
            Assert.Equal(closeness, Closeness.Compute(graph).Scores.ToArray().Sum(), 1e-10);
        }
    }

    [SkippableTheory]
    [InlineData("power.graph", 4164, 3518477.3435822427, 219544876, 265.22732304050675, 46)]
    [InlineData("PGPgiantcompo.graph", 1143, 7479792.3588754432, 369843499, 1478.0455202749927, 24)]
    public void Networks_of_some_thousand_nodes_are_scored_as_igraph_does(
        string file, int best, double bestScore, double sum, double closeness, int diameter)
    {
        UndirectedCsr graph = UndirectedCsr.Of(GraphFile.Read(Repo.Shared("graphs", file)).Graph).Unweighted();
        double[] scores = Betweenness.Compute(graph).Scores.ToArray();
        Assert.Equal(best, Array.IndexOf(scores, scores.Max()));
        Assert.Equal(1, bestScore / scores.Max(), 1e-10);
        Assert.Equal(1, sum / scores.Sum(), 1e-10);
        Assert.Equal(closeness, Closeness.Compute(graph).Scores.ToArray().Sum(), 1e-8);
        DiameterBounds.Result bounds = DiameterBounds.Compute(graph);
        Assert.Equal((diameter, diameter), (bounds.Lower, bounds.Upper));
        Assert.True(bounds.Searches < graph.NodeCount / 4);
    }

    [SkippableFact]
    public void A_directed_network_is_scored_as_igraph_does_and_approximated_within_the_bound()
    {
        LoadedGraph votes = GraphFile.Read(Repo.Shared("graphs", "wiki-Vote.txt"));
        double n = votes.Graph.NodeCount;
        double[] scores = Betweenness.Compute(votes.Graph).Scores.ToArray();
        Assert.Equal(1, 893346.34924107161 / scores.Max(), 1e-10);
        Assert.Equal(1, 27965329 / scores.Sum(), 1e-10);
        Assert.Equal("2565", votes.Names![Array.IndexOf(scores, scores.Max())]);
        double harmonic = HarmonicCentrality.Compute(votes.Graph, new() { Normalized = false }).Scores.ToArray().Sum();
        Assert.Equal(1, 3881094.6869049021 / harmonic, 1e-12);
        ReadOnlySpan<double> near = ApproximateBetweenness.Compute(votes.Graph, new() { Error = 0.005 }).Scores.Span;
        for (int v = 0; v < scores.Length; v++) Assert.Equal(scores[v] / (n * (n - 1)), near[v], 0.005);
    }
}
