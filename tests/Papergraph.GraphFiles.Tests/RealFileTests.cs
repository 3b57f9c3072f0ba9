using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.GraphFiles.Tests;

/// <summary>Counts are those of the files' own headers and pages, or of the words <c>node [</c> and <c>edge [</c> in them.</summary>
public class RealFileTests
{
    [SkippableTheory]
    [InlineData("karate.gml", false, 34, 78)]
    [InlineData("dolphins.gml", false, 62, 159)]
    [InlineData("football.gml", false, 115, 613)]
    [InlineData("football-615-with-2-duplicate-edges.gml", false, 115, 615)]
    [InlineData("polbooks.gml", false, 105, 441)]
    [InlineData("polblogs.gml", true, 1490, 19_090)]
    [InlineData("erdos02.gml", false, 6927, 11_850)]
    [InlineData("lesmis.gexf", false, 77, 254)]
    [InlineData("lesmis.graph", false, 77, 254)]
    [InlineData("jazz.graph", false, 198, 2742)]
    [InlineData("power.graph", false, 4941, 6594)]
    [InlineData("hep-th.graph", false, 8361, 15_751)]
    [InlineData("astro-ph.graph", false, 16_706, 121_251)]
    [InlineData("PGPgiantcompo.graph", false, 10_680, 24_316)]
    [InlineData("wiki-Vote.txt", true, 7115, 103_689)]
    public void A_real_file_has_the_nodes_and_edges_that_it_says(string file, bool isDirected, int nodes, long edges)
    {
        List<Diagnostic> found = [];
        LoadedGraph graph = GraphFile.Read(Repo.Shared("graphs", file), report: found.Add);
        Assert.Equal((isDirected, nodes, edges), (graph.IsDirected, graph.Graph.NodeCount, graph.Graph.EdgeCount));
        Assert.Empty(found);
    }

    [SkippableFact]
    public void Names_communities_and_weights_of_real_files_are_there()
    {
        LoadedGraph books = GraphFile.Read(Repo.Shared("graphs", "polbooks.gml"));
        Assert.Equal("1000 Years for Revenge", books.Names![0]);
        Assert.Equal(3, books.NodeAttributes["value"].Distinct().Count());
        Assert.Equal(2, GraphFile.Read(Repo.Shared("graphs", "karate.gml")).NodeAttributes["groundTruth"].Distinct().Count());

        // The same graph in two formats: the sum of the weights is that of the published network.
        LoadedGraph gexf = GraphFile.Read(Repo.Shared("graphs", "lesmis.gexf")), metis = GraphFile.Read(Repo.Shared("graphs", "lesmis.graph"));
        Assert.Equal(820, Weights(gexf).Sum());
        Assert.Equal(820, Weights(metis).Sum());
        Assert.Contains("Valjean", gexf.Names!);

        LoadedGraph votes = GraphFile.Read(Repo.Shared("graphs", "wiki-Vote.txt"));
        Assert.Equal(["3", "4", "5"], votes.Names!.Take(3));
        int thirty = votes.Names!.Index().First(name => name.Item == "30").Index;
        Assert.Contains("1412", votes.Graph.Outgoing(thirty).ToArray().Select(v => votes.Names![v]));
    }

    [SkippableTheory]
    [InlineData("example-directed", 10, 17)]
    [InlineData("example-undirected", 9, 12)]
    public void Graphs_of_Graphalytics_read_from_edges_with_vertices_beside_and_from_neighbours(string name, int nodes, long edges)
    {
        bool isDirected = name == "example-directed";
        string folder = Repo.Shared("conformance", "graphalytics", "validation-graphs", "example");
        LoadedGraph pairs = GraphFile.Read(Path.Combine(folder, name + ".e"), new() { IsDirected = isDirected, Weight = "3" });
        LoadedGraph rows = GraphFile.Read(Path.Combine(folder, name + "-input"), new() { IsDirected = isDirected });
        Assert.Equal((GraphFileFormat.Pairs, GraphFileFormat.AdjacencyList), (pairs.Format, rows.Format));
        foreach (LoadedGraph graph in (LoadedGraph[])[pairs, rows]) Assert.Equal((nodes, edges), (graph.Graph.NodeCount, graph.Graph.EdgeCount));
        Assert.True(pairs.Graph.IsWeighted);
        Assert.Equal(pairs.Names!, rows.Names!);
        Assert.Equal(Edges(pairs), Edges(rows));
    }

    [SkippableTheory]
    [InlineData("bfs")]
    [InlineData("cdlp")]
    [InlineData("ffm")]
    [InlineData("lcc")]
    [InlineData("pr")]
    [InlineData("wcc")]
    public void Undirected_validation_graphs_of_Graphalytics_have_each_edge_at_both_ends(string name)
    {
        string folder = Repo.Shared("conformance", "graphalytics", "validation-graphs", name);
        foreach (string file in (string[])["dir-input", "undir-input"])
        {
            IEnumerable<string[]> lines = File.ReadLines(Path.Combine(folder, file)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            HashSet<(string, string)> expected = [.. lines.SelectMany(line => line.Skip(1).Select(other =>
                file == "dir-input" || int.Parse(line[0], provider: null) < int.Parse(other, provider: null) ? (line[0], other) : (other, line[0])))];
            LoadedGraph graph = GraphFile.Read(Path.Combine(folder, file), new() { IsDirected = file == "dir-input" });
            Assert.Equal(GraphFileFormat.AdjacencyList, graph.Format);
            Assert.Equal(expected.Order(), Edges(graph).Order());
        }
    }

    private static double[] Weights(LoadedGraph graph) =>
        [.. Enumerable.Range(0, graph.Graph.NodeCount).SelectMany(v => graph.Graph.OutgoingRows.WeightsOf(v).ToArray())];

    private static (string, string)[] Edges(LoadedGraph graph) => [.. Enumerable.Range(0, graph.Graph.NodeCount).SelectMany(
        v => graph.Graph.Outgoing(v).ToArray().Select(u => (graph.Names?[v] ?? $"{v}", graph.Names?[u] ?? $"{u}")))];
}
