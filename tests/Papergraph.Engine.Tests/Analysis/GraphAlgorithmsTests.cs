using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Engine.Analysis;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Engine.Analysis.Results;
using Papergraph.TestKit;

namespace Papergraph.Engine.Tests.Analysis;

public sealed class GraphAlgorithmsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. GraphAlgorithms.All.Select(algorithm => algorithm.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_are_different_and_options_of_one_name_are_one_option()
    {
        Assert.Equal(GraphAlgorithms.All.Select(a => a.Name).Distinct(), GraphAlgorithms.All.Select(a => a.Name));
        Assert.Equal(GraphAlgorithms.Options.Select(o => o.Name).Distinct(), GraphAlgorithms.Options.Select(o => o.Name));
        Assert.All(GraphAlgorithms.All, a => Assert.EndsWith(".", a.Description, StringComparison.Ordinal));
    }

    // The names that users and scripts know; the list is that of the command line's design.
    [Theory]
    [InlineData("pagerank personalized-pagerank hits eigenvector katz citerank degree in-degree out-degree closeness harmonic betweenness")]
    [InlineData("edge-betweenness core clustering triangles wcc scc leiden louvain modularity conductance compare co-citation coupling")]
    [InlineData("co-occurrence main-path disruption h-index burst bfs shortest-path k-shortest sssp topological-order spanning-tree")]
    [InlineData("random-walk similarity link-prediction bipartite-projection")]
    public void Every_name_is_there(string names) => Assert.All(names.Split(' '), name => Assert.Equal(name, GraphAlgorithms.Named(name).Name));

    [Fact]
    public void A_misspelt_name_is_answered_with_the_nearest()
    {
        PapergraphException refused = Assert.Throws<PapergraphException>(() => GraphAlgorithms.Named("page-rank"));
        Assert.Equal("PGE010", refused.Code);
        Assert.Contains("'pagerank'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--list", Assert.Throws<PapergraphException>(() => GraphAlgorithms.Named("xyzzy")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_algorithm_runs_on_a_small_graph_with_the_same_answer_for_any_number_of_threads(string name)
    {
        GraphAlgorithm algorithm = GraphAlgorithms.Named(name);
        // Two triangles and a way between them; no cycle, with years, groups and weights.
        string file = _folder.Write("small.gml", """
            graph [ directed 1
              node [ id 0 label "a" year 2001 one 1 two 1 ] node [ id 1 label "b" year 2002 one 1 two 1 ] node [ id 2 label "c" year 2003 one 1 two 2 ]
              node [ id 3 label "d" year 2004 one 2 two 2 ] node [ id 4 label "e" year 2005 one 2 two 2 ] node [ id 5 label "f" year 2006 one 2 two 2 ]
              edge [ source 1 target 0 weight 1 ] edge [ source 2 target 0 weight 2 ] edge [ source 2 target 1 weight 3 ] edge [ source 3 target 2 weight 1 ]
              edge [ source 4 target 3 weight 2 ] edge [ source 5 target 3 weight 1 ] edge [ source 5 target 4 weight 1 ]
            ]
            """);
        string[] answers = [.. new[] { 1, 3 }.Select(threads =>
        {
            Execution execution = new() { Threads = threads };
            FileGraph graph = FileGraph.Read(file, undirected: false, weight: null, execution);
            return Text(graph, GraphAlgorithms.Run(algorithm, graph, Arguments(algorithm, "f", "a"), execution));
        })];
        Assert.NotEmpty(answers[0]);
        Assert.Equal(answers[0], answers[1]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_algorithm_ends_on_an_empty_graph_unless_it_needs_a_node(string name)
    {
        GraphAlgorithm algorithm = GraphAlgorithms.Named(name);
        using HandMadeGraph stored = new([], [("m", [])], [], []);
        ProjectedGraph graph = stored.Graph.Project(new() { Patterns = [ProjectionPattern.Parse("Paper-CITES-Paper")] });
        Assert.Equal(0, graph.NodeCount);
        bool needsNode = algorithm.Options.Any(option => option.Name is "target") || name is "bfs" or "sssp" or "personalized-pagerank" or "ego" or "simrank";
        AlgorithmArguments arguments = Arguments(algorithm, needsNode ? "m" : null, needsNode ? "m" : null);
        if (needsNode)
        {
            Assert.Equal("PGE001", Assert.Throws<PapergraphException>(() => GraphAlgorithms.Run(algorithm, graph, arguments, Execution.Default)).Code);
            return;
        }

        AnalysisResult result = GraphAlgorithms.Run(algorithm, graph, arguments, Execution.Default);
        if (result is NodeValues values) Assert.Empty(values.Top(5));
        if (result is EdgeValues edges) Assert.Empty(edges.Edges);
        if (result is NodeGroups groups) Assert.Equal(0, groups.Partition.Count);
    }

    [Theory]
    [InlineData("pagerank", "damping", "high", "PGE013")]
    [InlineData("pagerank", "damping", "1.5", "PGA001")]
    [InlineData("pagerank", "radius", "2", "PGE012")]
    [InlineData("leiden", "seed", "-1", "PGE013")]
    [InlineData("leiden", "quality", "best", "PGE013")]
    [InlineData("bfs", "source", "nobody", "PGE024")]
    [InlineData("modularity", "group", "colour", "PGE016")]
    [InlineData("citerank", "year", "kind", "PGE015")]
    [InlineData("similarity", "count", "0", "PGE002")]
    [InlineData("link-prediction", "count", "-1", "PGE002")]
    [InlineData("nearest", "count", "10001", "PGE002")]
    public void What_cannot_be_is_refused_and_the_option_named(string name, string option, string value, string code)
    {
        GraphAlgorithm algorithm = GraphAlgorithms.Named(name);
        string file = _folder.Write("tiny.gml", "graph [ directed 1 node [ id 0 kind \"x\" ] node [ id 1 kind \"y\" ] edge [ source 0 target 1 ] ]");
        PapergraphException refused = Assert.Throws<PapergraphException>(() => GraphAlgorithms.Run(
            algorithm, FileGraph.Read(file, false, null), GraphAlgorithms.Arguments(algorithm, new Dictionary<string, IReadOnlyList<string>> { [option] = [value] }),
            Execution.Default));
        Assert.Equal(code, refused.Code);
        Assert.Contains(code is "PGE024" or "PGE016" or "PGE015" ? value : option, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_is_needed_is_asked_for()
    {
        GraphAlgorithm algorithm = GraphAlgorithms.Named("shortest-path");
        FileGraph graph = FileGraph.Read(_folder.Write("tiny.tsv", "0\t1\n"), false, null);
        PapergraphException refused = Assert.Throws<PapergraphException>(() => GraphAlgorithms.Run(algorithm, graph, Arguments(algorithm, "0", null), Execution.Default));
        Assert.Equal("PGE014", refused.Code);
        Assert.Contains("--target", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-3000000000", "3000000000")]
    [InlineData("-Infinity", "2000")]
    [InlineData("1e999", "1e999")]
    public void Numbers_that_are_no_years_are_passed_over(string first, string second)
    {
        string nodes = $"node [ id 0 year \"{first}\" ] node [ id 1 year \"{second}\" ] node [ id 2 year 1999 ] node [ id 3 year 2000 ]";
        string edges = "edge [ source 0 target 2 ] edge [ source 1 target 2 ] edge [ source 3 target 2 ]";
        FileGraph graph = FileGraph.Read(_folder.Write("years.gml", $"graph [ directed 1 {nodes} {edges} ]"), false, null);
        foreach (string name in (string[])["burst", "citerank", "disruption"])
        {
            GraphAlgorithm algorithm = GraphAlgorithms.Named(name);
            AnalysisResult found = GraphAlgorithms.Run(algorithm, graph, Arguments(algorithm, null, null), Execution.Default);
            NodeValues values = Assert.IsType<NodeValues>(found);
            if (name == "burst") Assert.Equal(2L, values.Facts[0].Value);
            if (name == "citerank") Assert.Equal(0, values.Columns[0].Values.Span[0]);
        }
    }

    [Fact]
    public void Linkage_never_joins_what_no_edge_connects()
    {
        GraphAlgorithm algorithm = GraphAlgorithms.Named("linkage");
        FileGraph graph = FileGraph.Read(_folder.Write("pairs.tsv", "a\tb\nc\td\ne\tf\n"), false, null);
        foreach ((string option, string value) in (ReadOnlySpan<(string, string)>)[("count", "1"), ("height", "Infinity")])
        {
            Dictionary<string, IReadOnlyList<string>> given = new() { [option] = [value] };
            AlgorithmArguments arguments = GraphAlgorithms.Arguments(algorithm, given);
            NodeGroups groups = Assert.IsType<NodeGroups>(GraphAlgorithms.Run(algorithm, graph, arguments, Execution.Default));
            Assert.Equal([0, 0, 1, 1, 2, 2], groups.Partition.Groups.ToArray());
        }
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(0, 3)]
    public void The_surroundings_of_a_node_have_each_edge_as_often_as_the_graph(int directed, int edges)
    {
        string file = _folder.Write("round.gml", $$"""
            graph [ directed {{directed}} node [ id 0 ] node [ id 1 ] node [ id 2 ] node [ id 3 ]
              edge [ source 0 target 1 ] edge [ source 1 target 0 ] edge [ source 0 target 2 ]
              edge [ source 1 target 2 ] edge [ source 2 target 3 ] ]
            """);
        GraphAlgorithm ego = GraphAlgorithms.Named("ego");
        FileGraph graph = FileGraph.Read(file, false, null);
        EdgeValues found = Assert.IsType<EdgeValues>(GraphAlgorithms.Run(ego, graph, Arguments(ego, "0", null), Execution.Default));
        Assert.Equal(directed == 1, found.AreDirected);
        Assert.Equal(edges, found.Edges.Count());
        Assert.Equal((long)edges, found.Facts.Single(fact => fact.Name == "edges").Value);
    }

    private static AlgorithmArguments Arguments(GraphAlgorithm algorithm, string? source, string? target)
    {
        Dictionary<string, IReadOnlyList<string>> given = new(StringComparer.Ordinal);
        foreach (AlgorithmOption option in algorithm.Options)
        {
            if (option.Name == "source" && source is not null) given.Add(option.Name, [source]);
            if (option.Name == "target" && target is not null) given.Add(option.Name, [target]);
            if (option.Name == "group") given.Add(option.Name, ["one"]);
            if (option.Name == "other-group") given.Add(option.Name, ["two"]);
        }

        return GraphAlgorithms.Arguments(algorithm, given);
    }

    private static string Text(AnalysisGraph graph, AnalysisResult result)
    {
        string facts = string.Join(' ', result.Facts.Select(fact => $"{fact.Name}={fact.Value}"));
        string rest = result switch
        {
            NodeValues values => string.Join(' ', values.Columns.Select(column => string.Join(',', column.Values.ToArray()))),
            NodeCoordinates vectors => string.Join(',', vectors.Coordinates.ToArray()),
            NodeGroups groups => string.Join(',', groups.Partition.Groups.ToArray()),
            EdgeValues edges => string.Join(' ', edges.Edges),
            NodePaths paths => string.Join(' ', paths.Paths.Select(path => $"{path.Length}:{string.Join('>', path.Nodes.Select(graph.NameOf))}")),
            _ => "",
        };
        return facts + rest;
    }
}
