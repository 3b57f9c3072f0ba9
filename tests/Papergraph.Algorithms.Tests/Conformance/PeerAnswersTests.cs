using System.Text.Json;
using Papergraph.Core;
using Papergraph.GraphFiles;
using Papergraph.TestKit;

namespace Papergraph.Algorithms.Tests.Conformance;

/// <summary>What igraph answers on real graphs, recorded in igraph-answers.json by record_igraph_answers.py.</summary>
public class PeerAnswersTests
{
    public static TheoryData<string> Files => ["jazz.graph", "power.graph", "hep-th.graph", "PGPgiantcompo.graph", "astro-ph.graph", "wiki-Vote.txt"];

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Structure_is_what_igraph_finds(string file)
    {
        (UndirectedCsr graph, JsonElement answers) = Undirected(file);
        Assert.Equal(Whole(answers, "edges"), graph.EdgeCount);
        Assert.Equal(Whole(answers, "components"), WeakComponents.Compute(graph).Count);
        CoreNumbersResult core = CoreNumbers.Compute(graph);
        Assert.Equal((Whole(answers, "coreMaximum"), Whole(answers, "coreSum")), (core.Degeneracy, core.Cores.ToArray().Sum(c => (long)c)));
        ClusteringResult clustering = ClusteringCoefficient.Compute(graph);
        Assert.Equal(Whole(answers, "triangles"), clustering.Triangles);
        Assert.Equal(answers.GetProperty("transitivity").GetDouble(), clustering.Transitivity, 1e-12);
        Assert.Equal(answers.GetProperty("averageClustering").GetDouble(), clustering.Average, 1e-12);
        BiconnectivityResult cuts = Biconnectivity.Compute(graph);
        Assert.Equal((Whole(answers, "articulationPoints"), Whole(answers, "bridges")), (cuts.ArticulationPoints.Length, cuts.Bridges.Length));
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Weighted_paths_and_trees_are_as_long_as_those_of_igraph(string file)
    {
        (UndirectedCsr graph, JsonElement answers) = Undirected(file);
        UndirectedCsr weighted = Weighted(graph);
        Assert.Equal(Whole(answers, "treeWeight"), MinimumSpanningTree.Compute(weighted).TotalWeight);
        double[] distances = [.. ShortestPaths.Weighted(weighted.AsDirected(), 0).Distances.ToArray().Where(double.IsFinite)];
        Assert.Equal((Whole(answers, "distanceCount"), (double)Whole(answers, "distanceSum")), (distances.Length, distances.Sum()));
        IReadOnlyList<WeightedPath> ten = KShortestPaths.Find(weighted.AsDirected(), 0, graph.NodeCount / 2, 10);
        Assert.Equal(Whole(answers, "shortestTenSum"), ten.Sum(path => path.Length));
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Ranks_are_those_of_igraph(string file)
    {
        (UndirectedCsr graph, JsonElement answers) = Undirected(file);
        AssertTop(answers, "pageRankTop", PageRank.Compute(graph.AsDirected(), new() { Tolerance = 1e-13 }), 1e-7);
        if (!answers.TryGetProperty("betweennessTop", out _)) return;
        AssertTop(answers, "betweennessTop", Betweenness.Compute(graph), 1e-9);
        AssertTop(answers, "harmonicTop", HarmonicCentrality.Compute(graph), 1e-9);
        DiameterBounds.Result diameter = DiameterBounds.Compute(graph);
        Assert.Equal((Whole(answers, "diameter"), Whole(answers, "diameter")), (diameter.Lower, diameter.Upper));
    }

    [SkippableFact]
    public void A_directed_graph_is_ranked_and_parted_as_by_igraph()
    {
        DirectedCsr graph = GraphFile.Read(Repo.Shared("graphs", "wiki-Vote.txt")).Graph;
        JsonElement answers = Answers("wiki-Vote.txt", "directed");
        Assert.Equal(Whole(answers, "edges"), graph.EdgeCount);
        Partition strong = StrongComponents.Compute(graph);
        Assert.Equal((Whole(answers, "strongComponents"), Whole(answers, "largestStrongComponent")), (strong.Count, strong.Sizes.Span[0]));
        AssertTop(answers, "pageRankTop", PageRank.Compute(graph, new() { Tolerance = 1e-13 }), 1e-7);
        AssertTop(answers, "betweennessTop", Betweenness.Compute(graph), 1e-9);
        HitsResult hits = Hits.Compute(graph);
        AssertTop(answers, "hubTop", new NodeScores(hits.Hubs), 1e-6);
        AssertTop(answers, "authorityTop", new NodeScores(hits.Authorities), 1e-6);
    }

    /// <summary>The five greatest scores are at the same nodes and stand to each other as those recorded: what they sum up to is each one's
    /// convention.</summary>
    private static void AssertTop(JsonElement answers, string property, NodeScores actual, double relative)
    {
        (int Node, double Score)[] expected = [.. answers.GetProperty(property).EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetDouble()))];
        double[] scores = actual.Scores.ToArray();
        double scale = scores.Max() / expected[0].Score;
        foreach ((int node, double score) in expected) Assert.Equal(1, scores[node] / (score * scale), relative);
        double fifth = expected[^1].Score * scale * (1 + relative);
        Assert.All(Enumerable.Range(0, scores.Length).Where(node => scores[node] > fifth), node => Assert.Contains(node, expected.Select(e => e.Node)));
    }

    private static (UndirectedCsr, JsonElement) Undirected(string file)
    {
        UndirectedCsr graph = KnownGraphsTests.Undirected(KnownGraphsTests.Read(file));
        JsonElement answers = Answers(file, "undirected");
        Assert.Equal(Whole(answers, "nodes"), graph.NodeCount);
        return (graph, answers);
    }

    private static UndirectedCsr Weighted(UndirectedCsr graph)
    {
        double[] weights =
        [
            .. Enumerable.Range(0, graph.NodeCount).SelectMany(u => graph.Neighbours(u).ToArray().Select(v => 1.0 + ((u + 1L) * (v + 1L) % 101))),
        ];
        return new(graph.NodeCount, graph.Rows.WithWeights(weights), graph.LoopCount);
    }

    private static long Whole(JsonElement answers, string property) => (long)answers.GetProperty(property).GetDouble();

    private static JsonElement Answers(string file, string form)
    {
        string path = Repo.File("tests", "Papergraph.Algorithms.Tests", "Conformance", "igraph-answers.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.GetProperty("answers").GetProperty(file).GetProperty(form).Clone();
    }
}
