using Papergraph.Core;
using Papergraph.Engine.Analysis;
using Papergraph.Engine.Analysis.Keeping;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Engine.Analysis.Results;
using Papergraph.Pipeline;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Engine.Tests.Analysis;

public sealed class AnalysisStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_node_of_the_projection_gets_its_value_and_the_run_says_how()
    {
        using RandomStoredGraph stored = new(3, edited: false);
        NodeValues result;
        using (AnalysisStore store = AnalysisStore.Open(stored.Path, "pr", Durability.OperatingSystem))
        {
            ProjectedGraph graph = store.Graph.Project(new());
            result = new([], [new("rank", Enumerable.Range(0, graph.NodeCount).Select(node => node == 1 ? double.NaN : node / 7.0).ToArray())]);
            store.Keep("pagerank", ["--damping 0.9", "--write pr"], graph, result);
        }

        using PaperGraph after = PaperGraph.Open(stored.Path);
        ProjectedGraph papers = after.Project(new());
        double[] values = papers.Numbers("pr");
        for (int node = 0; node < papers.NodeCount; node++) Assert.Equal(result.Columns[0].Values.Span[node], values[node]);
        Assert.All(
            Enumerable.Range(0, after.Reader.NodeBound).Where(node => !after.Reader.HasLabel(node, "Paper") && !after.Reader.HasLabel(node, "Run")),
            node => Assert.Null(after.Reader.Property(node, "pr")));
        KeptAnalysis kept = Assert.Single(after.Analyses());
        Assert.Equal(("analysis:pr", "pagerank", "Paper-CITES-Paper"), (kept.Id, kept.Algorithm, kept.Projection));
        Assert.Equal(["--damping 0.9", "--write pr"], kept.Options);
        Assert.Equal(["pr"], kept.Properties);
        Assert.Equal(stored.Reader.NodeCount + 1, after.Reader.NodeCount);
        Assert.False(after.Reader.IsEdited);
    }

    [Fact]
    public void A_second_analysis_under_the_same_name_replaces_the_first_wherever_it_had_written()
    {
        using RandomStoredGraph stored = new(3, edited: false);
        Keep(stored.Path, "x", "*-*-*", graph => new NodeValues([], [new("a", new double[graph.NodeCount]), new("b", new double[graph.NodeCount])]));
        Keep(stored.Path, "x", "Paper-CITES-Paper", graph => new NodeCoordinates([], 2, Enumerable.Range(0, 2 * graph.NodeCount).Select(i => (float)i).ToArray()));
        using PaperGraph after = PaperGraph.Open(stored.Path);
        Assert.Equal(["x"], Assert.Single(after.Analyses()).Properties);
        for (int node = 0; node < after.Reader.NodeBound; node++)
        {
            Assert.Null(after.Reader.Property(node, "x_a"));
            Assert.Null(after.Reader.Property(node, "x_b"));
            object? expected = after.Reader.HasLabel(node, "Paper") ? new double[] { 2 * node, (2 * node) + 1 } : null;
            Assert.Equal(expected, after.Reader.Property(node, "x"));
        }
    }

    [Fact]
    public void Results_of_a_big_graph_lie_in_columns_and_not_in_a_log_that_every_opening_reads()
    {
        string path = _folder.File("big");
        using (GraphWriteLock writeLock = GraphDirectory.Lock(path))
        using (SegmentWriter writer = writeLock.BeginVersion())
        {
            NodeTableWriter table = writer.AddNodeTable("Thing");
            for (int i = 0; i < 20_001; i++) table.AddNode();
            writer.Publish();
        }

        Keep(path, "x", "*-*-*", graph => new NodeValues([], [new("x", Enumerable.Range(0, graph.NodeCount).Select(i => i / 3.0).ToArray())]));
        using PaperGraph after = PaperGraph.Open(path);
        Assert.Equal((2, 0, false), (after.Reader.Version, after.Reader.Commits, after.Reader.IsEdited));
        Assert.Equal(20_000 / 3.0, after.Reader.Property(20_000, "x"));
        Assert.Single(after.Analyses());
    }

    [Theory]
    [InlineData("title", "PGE022")]
    [InlineData("abstract", "PGE022")]
    [InlineData("year", "PGE022")]
    [InlineData("id", "PGE022")]
    [InlineData("", "PGE021")]
    [InlineData("two words", "PGE021")]
    [InlineData("1st", "PGE021")]
    public void Names_that_hold_data_or_are_none_are_refused_and_nothing_is_changed(string property, string code)
    {
        using RandomStoredGraph stored = new(3, edited: false);
        Assert.Equal(code, Assert.Throws<PapergraphException>(() => AnalysisStore.Open(stored.Path, property)).Code);
        using PaperGraph after = PaperGraph.Open(stored.Path);
        Assert.Equal(0, after.Reader.Commits);
    }

    [Fact]
    public void A_property_of_another_analysis_is_not_taken_and_a_result_without_nodes_is_not_written()
    {
        using RandomStoredGraph stored = new(3, edited: false);
        Keep(stored.Path, "x", "*-*-*", graph => new NodeValues([], [new("a", new double[graph.NodeCount]), new("b", new double[graph.NodeCount])]));
        Assert.Equal("PGE022", Assert.Throws<PapergraphException>(() => AnalysisStore.Open(stored.Path, "x_a")).Code);
        PapergraphException refused = Assert.Throws<PapergraphException>(() => Keep(stored.Path, "y", "*-*-*", _ => new AnalysisResult([])));
        Assert.Equal("PGE023", refused.Code);
    }

    [Fact]
    public void Adding_papers_drops_what_was_computed_and_says_how_to_compute_it_again()
    {
        string[] lines = [.. SyntheticPapers.Lines(30)];
        string graph = _folder.File("g"), papers = _folder.Write("a.jsonl", string.Join('\n', lines[..20])), more = _folder.Write("b.jsonl", string.Join('\n', lines[20..]));
        GraphBuilder builder = new(new BuildOptions { Threads = 2 });
        builder.Build(graph, [papers]);
        Keep(graph, "pr", "Paper-CITES-Paper", projected => new NodeValues([], [new("rank", new double[projected.NodeCount])]));

        Assert.False(builder.Build(graph, [papers]).Changed);
        using (PaperGraph kept = PaperGraph.Open(graph)) Assert.Single(kept.Analyses());
        BuildReport report = builder.Add(graph, [more]);
        Assert.Equal(["test --write pr"], report.DroppedAnalyses);
        using (PaperGraph after = PaperGraph.Open(graph))
        {
            Assert.Empty(after.Analyses());
            Assert.DoesNotContain(after.Reader.NodeTables, table => table.Column("pr") is not null);
        }

        string whole = _folder.File("whole");
        builder.Build(whole, [papers, more]);
        Assert.Equal(File.ReadAllBytes(Directory.GetFiles(whole, "*.pgs").Single()), File.ReadAllBytes(Directory.GetFiles(graph, "*.pgs").Single()));
    }

    [Fact]
    public void What_transactions_changed_besides_is_still_not_lost_by_adding()
    {
        string graph = _folder.File("g"), papers = _folder.Write("a.jsonl", string.Join('\n', SyntheticPapers.Lines(10)));
        GraphBuilder builder = new(new BuildOptions { Threads = 2 });
        builder.Build(graph, [papers]);
        using (GraphStore store = GraphStore.Open(graph))
        using (GraphTransaction change = store.Begin())
        {
            change.SetProperty(0, "note", "mine");
            change.Commit();
        }

        Keep(graph, "pr", "Paper-CITES-Paper", projected => new NodeValues([], [new("rank", new double[projected.NodeCount])]));
        Assert.Contains("--discard-changes", Assert.Throws<BuildFailedException>(() => builder.Add(graph, [papers])).Message, StringComparison.Ordinal);
    }

    private static void Keep(string path, string property, string pattern, Func<AnalysisGraph, AnalysisResult> result)
    {
        using AnalysisStore store = AnalysisStore.Open(path, property, Durability.OperatingSystem);
        ProjectedGraph graph = store.Graph.Project(new() { Patterns = [ProjectionPattern.Parse(pattern)] });
        store.Keep("test", ["--write " + property], graph, result(graph));
    }
}
