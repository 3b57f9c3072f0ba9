using System.Globalization;
using System.Text.Json;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary><c>analyze</c> as a user types it, on the samples and on files of edges.</summary>
public sealed class AnalyzeTests(CommandLineTests.SampleGraph sample) : IClassFixture<CommandLineTests.SampleGraph>
{
    [Fact]
    public void Ranks_come_as_a_document_a_table_and_lines_that_agree()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("ranks.tsv");
        JsonElement json = Json("analyze", sample.Path, "pagerank", "--top", "3", "--json", "-o", file);
        Assert.Equal("pagerank", json.GetProperty("algorithm").GetString());
        JsonElement graph = json.GetProperty("graph");
        Assert.Equal((120, 364, true), (graph.GetProperty("nodes").GetInt32(), graph.GetProperty("edges").GetInt32(), graph.GetProperty("directed").GetBoolean()));
        Assert.True(json.GetProperty("threads").GetInt32() > 0);
        Assert.True(json.GetProperty("seconds").GetProperty("load").GetDouble() > 0);
        Assert.True(json.GetProperty("seconds").GetProperty("kernel").GetDouble() >= 0);
        Assert.True(json.GetProperty("result").GetProperty("converged").GetBoolean());

        Dictionary<string, double> lines = File.ReadAllLines(file).Select(line => line.Split('\t'))
            .ToDictionary(fields => fields[0], fields => double.Parse(fields[1], CultureInfo.InvariantCulture));
        Assert.Equal(120, lines.Count);
        Assert.Equal(1, lines.Values.Sum(), 9);
        JsonElement[] top = [.. json.GetProperty("top").EnumerateArray()];
        Assert.Equal(lines.Values.OrderDescending().Take(3), top.Select(entry => entry.GetProperty("score").GetDouble()));
        Assert.All(top, entry => Assert.Equal(entry.GetProperty("score").GetDouble(), lines[entry.GetProperty("node").GetString()!]));
        string table = CommandLineProcess.Run("analyze", sample.Path, "pagerank", "--top", "3").Output;
        Assert.All(top, entry => Assert.Contains(entry.GetProperty("name").GetString()![..20], table, StringComparison.Ordinal));
        Assert.Equal(File.ReadAllText(file), CommandLineProcess.Run("analyze", sample.Path, "pagerank", "-o", "-", "--threads", "1").Output);
    }

    [Fact]
    public void Communities_of_entities_that_papers_mention_together_are_kept_as_a_property_and_shown()
    {
        using TemporaryFolder folder = new();
        string graph = Copy(folder);
        string[] analysis = ["analyze", graph, "leiden", "--project", "Entity-MENTIONS-Paper-MENTIONS-Entity", "--normalization", "cosine"];
        JsonElement json = Json([.. analysis, "--write", "topic", "--durability", "os", "--json"]);
        Assert.False(json.GetProperty("graph").GetProperty("directed").GetBoolean());
        int[] sizes = [.. json.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("size").GetInt32())];
        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.Equal("topic", json.GetProperty("written").GetProperty("properties")[0].GetString());

        Assert.Equal(0, CommandLineProcess.Run("verify", graph).ExitCode);
        JsonElement kept = Assert.Single(Json("stats", graph, "--json").GetProperty("analyses").EnumerateArray());
        Assert.Equal("leiden", kept.GetProperty("algorithm").GetString());
        Assert.Contains("--normalization cosine", kept.GetProperty("options").EnumerateArray().Select(o => o.GetString()));
        using (GraphReader reader = GraphDirectory.OpenRead(graph))
        {
            long[] groups = [.. reader.TablesWithLabel("Entity").SelectMany(table => table.LiveRows.Select(row => table.Int64s("topic")![row]!.Value))];
            Assert.Equal(sizes[0], groups.Count(group => group == 0));
        }

        Assert.Contains("analysis:topic", CommandLineProcess.Run("explain", graph, "BERT").Output, StringComparison.Ordinal);
        Assert.Contains("leiden", CommandLineProcess.Run("explain", graph, "analysis:topic").Output, StringComparison.Ordinal);
        JsonElement judged = Json("analyze", graph, "modularity", "--project", "Entity-MENTIONS-Paper-MENTIONS-Entity", "--normalization", "cosine", "--group", "topic", "--json");
        Assert.Equal(
            json.GetProperty("result").GetProperty("modularity").GetDouble(), judged.GetProperty("result").GetProperty("modularity").GetDouble(), 9);
    }

    [Fact]
    public void A_graph_with_results_is_valid_and_loses_them_with_notice_when_papers_are_added()
    {
        using TemporaryFolder folder = new();
        string graph = Copy(folder);
        Assert.Equal(0, CommandLineProcess.Run("analyze", graph, "pagerank", "--write", "pr").ExitCode);
        Assert.Equal(0, CommandLineProcess.Run("analyze", graph, "hits", "--write", "hits").ExitCode);
        Assert.Equal(0, CommandLineProcess.Run("export", graph, "--format", "turtle", "-o", folder.File("g.ttl")).ExitCode);
        string turtle = File.ReadAllText(folder.File("g.ttl"));
        Assert.Contains("pg:pr ", turtle, StringComparison.Ordinal);
        IReadOnlyList<TurtleTerm.Triple> shapes = TurtleReader.Read(File.ReadAllText(Repo.File("ontology", "shapes.ttl")));
        Assert.Empty(ShaclCheck.Violations(shapes, TurtleReader.Read(turtle)));

        string more = folder.Write("more.jsonl", SyntheticPapers.Lines(1)[0]);
        CommandLineProcess.Outcome added = CommandLineProcess.Run("add", graph, more);
        Assert.Equal(0, added.ExitCode);
        Assert.Contains($"papergraph analyze {graph} pagerank --write pr", added.Output, StringComparison.Ordinal);
        Assert.Contains("hits --write hits", added.Output, StringComparison.Ordinal);
        Assert.Empty(Json("stats", graph, "--json").GetProperty("analyses").EnumerateArray());
    }

    [Fact]
    public void A_file_of_edges_stands_in_for_a_graph_and_so_does_standard_input()
    {
        using TemporaryFolder folder = new();
        string edges = folder.Write("edges.tsv", "ann\tbob\nbob\tcid\ncid\tann\ndan\tann\n");
        JsonElement json = Json("analyze", edges, "scc", "--json");
        Assert.Equal((4, 4), (json.GetProperty("graph").GetProperty("nodes").GetInt32(), json.GetProperty("graph").GetProperty("edges").GetInt32()));
        Assert.Equal(2, json.GetProperty("result").GetProperty("components").GetInt32());
        Assert.Equal("ann\t0\nbob\t0\ncid\t0\ndan\t1\n", CommandLineProcess.Run("analyze", edges, "scc", "-o", "-").Output);
        CommandLineProcess.Outcome piped = CommandLineProcess.Run(["analyze", "-", "bfs", "--source", "dan", "-o", "-"], File.ReadAllText(edges), folder.FullName);
        Assert.Equal("ann\t1\nbob\t2\ncid\t3\ndan\t0\n", piped.Output);
        Assert.Equal("1\tann\tbob\n", CommandLineProcess.Run("analyze", edges, "shortest-path", "--undirected", "--source", "ann", "--target", "bob", "-o", "-").Output);
    }

    [Fact]
    public void Names_with_tabs_and_ends_of_lines_do_not_break_the_lines()
    {
        using TemporaryFolder folder = new();
        string edges = folder.Write("odd.gml", "graph [ directed 1 node [ id 0 label \"a\tb\" ] node [ id 1 label \"c\\d\" ] edge [ source 0 target 1 ] ]");
        Assert.Equal("a\\tb\t1\nc\\\\d\t1\n", CommandLineProcess.Run("analyze", edges, "degree", "-o", "-").Output);
    }

    [Theory]
    [InlineData(1, "PGE010", "G", "page-rank")]
    [InlineData(1, "PGE012", "G", "pagerank", "--source", "x")]
    [InlineData(1, "PGE014", "G", "bfs")]
    [InlineData(1, "PGE001", "G", "bfs", "--source", "nothing of this name")]
    [InlineData(1, "PGE011", "G", "pagerank", "--project", "Paper")]
    [InlineData(1, "PGE003", "G", "pagerank", "--project", "Papr-CITES-Paper")]
    [InlineData(1, "PGE017", "G", "pagerank", "--weight", "heft")]
    [InlineData(1, "PGE015", "G", "citerank", "--year", "title")]
    [InlineData(1, "PGE022", "G", "pagerank", "--write", "title")]
    [InlineData(1, "PGC004", "G", "pagerank", "-o", "G/ranks.tsv")]
    [InlineData(1, "PGC005", "edges.tsv", "pagerank", "-o", "edges.tsv")]
    [InlineData(1, "PGC020", "G", "pagerank", "--top", "-1")]
    [InlineData(1, "PGC021", "edges.tsv", "pagerank", "--write", "pr")]
    [InlineData(1, "PGC021", "edges.tsv", "pagerank", "--project", "a-b-c")]
    [InlineData(1, "PGC022", "G", "pagerank", "--json", "-o", "-")]
    [InlineData(1, "PGC023", "G", "pagerank", "--threads", "0")]
    [InlineData(1, "PGA002", "bad.tsv", "pagerank")]
    [InlineData(1, "PGT002", ".", "pagerank")]
    [InlineData(2, "--list", "G")]
    [InlineData(2, "--durability", "G", "pagerank", "--durability", "maybe")]
    public void What_cannot_be_done_is_told_in_one_line_and_changes_nothing(int exit, string told, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        folder.Write("edges.tsv", "a\tb\n");
        folder.Write("bad.tsv", "source\ttarget\tweight\na\tb\t-1\n");
        string[] typed = [.. arguments.Select(a => a.StartsWith("G/", StringComparison.Ordinal) ? sample.Path + a[1..] : a == "G" ? sample.Path : a)];
        string before = File.ReadAllText(folder.File("edges.tsv"));
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(["analyze", .. typed], input: null, folder.FullName);
        Assert.Equal(exit, outcome.ExitCode);
        Assert.Contains(told, outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
        if (exit == 1) Assert.Single(outcome.Errors.TrimEnd().Split('\n'));
        if (told == "PGA002") Assert.Contains("--weight", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(folder.File("edges.tsv")));
        Assert.False(File.Exists(Path.Combine(sample.Path, "ranks.tsv")));
    }

    [Fact]
    public void The_list_names_every_algorithm_by_family()
    {
        string list = CommandLineProcess.Run("analyze", "--list").Output;
        Assert.All(
            new[] { "centrality", "community", "paths", "scientometrics", "pagerank", "leiden", "--damping" },
            word => Assert.Contains(word, list, StringComparison.Ordinal));
    }

    private static JsonElement Json(params string[] arguments)
    {
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(arguments);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private string Copy(TemporaryFolder folder)
    {
        string copy = Directory.CreateDirectory(folder.File("copy")).FullName;
        foreach (string file in Directory.GetFiles(sample.Path)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }
}
