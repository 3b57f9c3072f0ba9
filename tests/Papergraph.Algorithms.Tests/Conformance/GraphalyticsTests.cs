using System.Globalization;
using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.Algorithms.Tests.Conformance;

/// <summary>The expected outputs of LDBC Graphalytics, each with the rule by which the suite compares it.</summary>
public class GraphalyticsTests
{
    private const long Unreached = long.MaxValue;

    [SkippableTheory]
    [InlineData("bfs/dir-input", "bfs/dir-output", true)]
    [InlineData("bfs/undir-input", "bfs/undir-output", false)]
    [InlineData("example/example-directed-input", "example/example-directed-BFS", true)]
    [InlineData("example/example-undirected-input", "example/example-undirected-BFS", false)]
    public void Breadth_first_search(string input, string output, bool directed)
    {
        GraphalyticsGraph graph = GraphalyticsGraph.OfNeighbours(input);
        // The suite starts at vertex 1, but at 2 in the undirected example.
        int source = graph.Node(input.Contains("example-undirected", StringComparison.Ordinal) ? 2 : 1);
        int[] distances = ShortestPaths.BreadthFirst(Edges(graph, directed), source).ToArray();
        Assert.True(GraphalyticsMatching.AreEqual(graph.Expected(output), distances.Select(d => d < 0 ? Unreached : d)));
    }

    [SkippableTheory]
    [InlineData("sssp/dir-input", "sssp/dir-output", true)]
    [InlineData("sssp/undir-input", "sssp/undir-output", false)]
    [InlineData("example/example-directed", "example/example-directed-SSSP", true)]
    [InlineData("example/example-undirected", "example/example-undirected-SSSP", false)]
    public void Single_source_shortest_paths(string input, string output, bool directed)
    {
        GraphalyticsGraph graph = GraphalyticsGraph.OfEdges(input);
        int source = graph.Node(input.Contains("example-undirected", StringComparison.Ordinal) ? 2 : 1);
        DirectedCsr edges = Edges(graph, directed);
        string[] expected = graph.Expected(output);
        Assert.True(GraphalyticsMatching.AreNear(expected, ShortestPaths.Weighted(edges, source).Distances.ToArray()));
        Assert.True(GraphalyticsMatching.AreNear(
            expected, DeltaStepping.Distances(edges.OutgoingRows, edges.NodeCount, source, new Execution { Threads = 2 })!));
    }

    [SkippableTheory]
    [InlineData("pr/dir-input", "pr/dir-output", true, 14)]
    [InlineData("pr/undir-input", "pr/undir-output", false, 26)]
    [InlineData("example/example-directed-input", "example/example-directed-PR", true, 2)]
    [InlineData("example/example-undirected-input", "example/example-undirected-PR", false, 2)]
    public void Page_rank_after_so_many_iterations(string input, string output, bool directed, int iterations)
    {
        GraphalyticsGraph graph = GraphalyticsGraph.OfNeighbours(input);
        NodeScores ranks = PageRank.Compute(Edges(graph, directed), new() { Clicks = iterations });
        Assert.True(GraphalyticsMatching.AreNear(graph.Expected(output), ranks.Scores.ToArray()));
    }

    [SkippableTheory]
    [InlineData("wcc/dir-input", "wcc/dir-output", true)]
    [InlineData("wcc/undir-input", "wcc/undir-output", false)]
    [InlineData("example/example-directed-input", "example/example-directed-WCC", true)]
    [InlineData("example/example-undirected-input", "example/example-undirected-WCC", false)]
    public void Weakly_connected_components(string input, string output, bool directed)
    {
        GraphalyticsGraph graph = GraphalyticsGraph.OfNeighbours(input);
        Partition components = WeakComponents.Compute(Edges(graph, directed));
        Assert.True(GraphalyticsMatching.AreEquivalent(graph.Expected(output), components.Groups.ToArray().Select(group => (long)group)));
    }

    [SkippableTheory]
    [InlineData("cdlp/dir-input", "cdlp/dir-output", true, 5)]
    [InlineData("cdlp/undir-input", "cdlp/undir-output", false, 5)]
    [InlineData("example/example-directed-input", "example/example-directed-CDLP", true, 2)]
    [InlineData("example/example-undirected-input", "example/example-undirected-CDLP", false, 2)]
    public void Community_detection_by_label_propagation(string input, string output, bool directed, int iterations)
    {
        GraphalyticsGraph graph = GraphalyticsGraph.OfNeighbours(input);
        int[] labels = LabelPropagation.Synchronous(Edges(graph, directed), iterations).Labels.ToArray();
        Assert.True(GraphalyticsMatching.AreEqual(graph.Expected(output), labels.Select(graph.Vertex)));
    }

    [SkippableTheory]
    [InlineData("lcc/dir-input", "lcc/dir-output", true)]
    [InlineData("lcc/undir-input", "lcc/undir-output", false)]
    [InlineData("example/example-directed-input", "example/example-directed-LCC", true)]
    [InlineData("example/example-undirected-input", "example/example-undirected-LCC", false)]
    public void Local_clustering_coefficient(string input, string output, bool directed)
    {
        GraphalyticsGraph graph = GraphalyticsGraph.OfNeighbours(input);
        ClusteringResult result = directed ? ClusteringCoefficient.Directed(graph.Directed) : ClusteringCoefficient.Compute(graph.Undirected);
        Assert.True(GraphalyticsMatching.AreNear(graph.Expected(output), result.Local.ToArray()));
    }

    // The suite says which of its own outputs match and which do not.
    [SkippableFact]
    public void The_rules_tell_the_matching_outputs_of_the_suite_from_the_others()
    {
        string[] Column(string name) =>
            [.. File.ReadLines(Repo.Shared("conformance", "graphalytics", "matching", name + ".csv")).Where(line => line.Length > 0).Select(line => line.Split(' ')[1])];
        long[] Longs(string name) => [.. Column(name).Select(value => long.Parse(value, CultureInfo.InvariantCulture))];
        double[] Doubles(string name) => [.. Column(name).Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
        Assert.True(GraphalyticsMatching.AreEqual(Column("exact_expected"), Longs("exact_actual1")));
        Assert.False(GraphalyticsMatching.AreEqual(Column("exact_expected"), Longs("exact_actual2")));
        Assert.True(GraphalyticsMatching.AreNear(Column("epsilon_expected"), Doubles("epsilon_actual1")));
        Assert.False(GraphalyticsMatching.AreNear(Column("epsilon_expected"), Doubles("epsilon_actual2")));
        Assert.True(GraphalyticsMatching.AreEquivalent(Column("equivalence_expected"), Longs("equivalence_actual1")));
        Assert.False(GraphalyticsMatching.AreEquivalent(Column("equivalence_expected"), Longs("equivalence_actual2")));
    }

    private static DirectedCsr Edges(GraphalyticsGraph graph, bool directed) => directed ? graph.Directed : graph.Undirected.AsDirected();
}
