using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Pipeline.Tests;

public class GraphBuilderTests
{
    private static readonly GraphBuilder Builder = new(new BuildOptions { Threads = 2 });

    private const string TwoPapers = """
        {"id":"one","title":"QuickSketch: Sketching in One Pass","year":2020,"doi":"10.5555/one","authors":["Ana Nuñez","Bo Quist"],"abstract":"We introduce QuickSketch, a sketching algorithm for frequency estimation. Code is at https://github.com/Example/QuickSketch.git.","references":["10.5555/absent"]}
        {"id":"two","title":"Faster Sketches","year":2022,"venue":"Journal of Made Data","authors":["Bo Quist"],"abstract":"We extend QuickSketch and evaluate it on the OpenStreams dataset.","references":["one","one","two"]}
        """;

    [Fact]
    public void A_graph_holds_papers_authors_venues_citations_placeholders_and_code()
    {
        using TemporaryFolder folder = new();
        BuildReport report = Builder.Build(folder.File("g"), [folder.Write("papers.jsonl", TwoPapers)]);
        using GraphReader graph = GraphDirectory.OpenRead(folder.File("g"));

        Assert.Equal(2, report.Contents!.Papers);
        Assert.Equal((4L, 2L, 1L, 1L), (report.Contents.References.Lines, report.Contents.References.Edges, report.Contents.References.Repeats, report.Contents.References.SelfCitations));
        Assert.True(graph.TryFindNode(Labels.Paper, Keys.Id, "doi:10.5555/one", out int one));
        int two = Assert.Single(graph.FindNodes(Labels.Paper, Keys.Ids, "local:two"));
        Assert.True(graph.TryFindNode(Labels.Paper, Keys.Id, "doi:10.5555/absent", out int absent));
        Assert.True(graph.HasLabel(absent, Labels.Placeholder));
        Assert.Equal([one], graph.Edges(EdgeTypes.Cites)!.Outgoing.Neighbours(two).ToArray());
        Assert.Equal([absent], graph.Edges(EdgeTypes.Cites)!.Outgoing.Neighbours(one).ToArray());

        int quist = Assert.Single(graph.FindNodes(Labels.Author, Keys.Id, "author:bo-quist"));      // one person: the papers cite each other
        Assert.Equal(new[] { one, two }.Order(), graph.Edges(EdgeTypes.Authored)!.Outgoing.Neighbours(quist).ToArray());
        Assert.True(graph.TryFindNode(Labels.Repository, Keys.Id, "https://github.com/example/quicksketch", out int code));
        Assert.Equal([code], graph.Edges(EdgeTypes.HasCode)!.Outgoing.Neighbours(one).ToArray());
        Assert.Equal(1, graph.Edges(EdgeTypes.PublishedIn)!.Count);
    }

    [Fact]
    public void Every_mention_points_at_the_characters_of_its_surface()
    {
        using TemporaryFolder folder = new();
        Builder.Build(folder.File("g"), [folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(100)))]);
        using GraphReader graph = GraphDirectory.OpenRead(folder.File("g"));
        EdgeTable mentions = graph.Edges(EdgeTypes.Mentions)!;
        Assert.True(mentions.Count > 200);
        foreach (NodeTable papers in graph.TablesWithLabel(Labels.Paper))
        {
            for (int row = 0; row < papers.Count; row++)
            {
                EdgePositions positions = mentions.Outgoing.Positions(papers.NodeAt(row));
                for (int i = 0; i < positions.Count; i++)
                {
                    long edge = positions[i];
                    string text = papers.Strings(mentions.Strings(Keys.Field)![edge]!)![row]!;
                    int start = (int)mentions.Int64s(Keys.Start)![edge]!, end = (int)mentions.Int64s(Keys.End)![edge]!;
                    Assert.Equal(mentions.Strings(Keys.Surface)![edge], text[start..end]);
                    Assert.InRange(mentions.Doubles(Keys.Confidence)![edge]!.Value, 0, 1);
                    Assert.True(graph.TryFindNode(Labels.Run, Keys.Id, mentions.Strings(Keys.Run)![edge]!, out _));
                }
            }
        }
    }

    [Fact]
    public void A_paper_builds_on_the_one_that_introduced_what_it_mentions()
    {
        using TemporaryFolder folder = new();
        Builder.Build(folder.File("g"), [folder.Write("papers.jsonl", TwoPapers)]);
        using GraphReader graph = GraphDirectory.OpenRead(folder.File("g"));
        int one = Assert.Single(graph.FindNodes(Labels.Paper, Keys.Ids, "local:one")), two = Assert.Single(graph.FindNodes(Labels.Paper, Keys.Ids, "local:two"));
        EdgeTable buildsOn = graph.Edges(EdgeTypes.BuildsOn)!;
        Assert.Contains(one, buildsOn.Outgoing.Neighbours(two).ToArray());
        Assert.Equal(0, buildsOn.Outgoing.Degree(one));
    }

    [Fact]
    public void A_placeholder_becomes_a_paper_when_its_record_arrives()
    {
        using TemporaryFolder folder = new();
        Builder.Build(folder.File("g"), [folder.Write("papers.jsonl", TwoPapers)]);
        BuildReport added = Builder.Add(folder.File("g"), [folder.Write("late.jsonl", """{"id":"three","title":"The Absent One","doi":"10.5555/absent","year":1999}""")]);
        Assert.Equal((3L, 0L), (added.Contents!.Papers, added.Contents.Placeholders));
    }

    [Fact]
    public void Building_over_a_graph_of_other_papers_is_refused_unless_asked_for()
    {
        using TemporaryFolder folder = new();
        string first = folder.Write("first.jsonl", TwoPapers), other = folder.Write("other.jsonl", SyntheticPapers.Lines(1)[0]);
        Builder.Build(folder.File("g"), [first]);
        string before = GraphBytes.Of(folder.File("g"));
        Assert.Equal("PGP001", Assert.ThrowsAny<PapergraphException>(() => Builder.Build(folder.File("g"), [other])).Code);
        Assert.Equal(before, GraphBytes.Of(folder.File("g")));
        Assert.True(new GraphBuilder(new BuildOptions { Replace = true }).Build(folder.File("g"), [other]).Changed);
        Assert.False(Builder.Build(folder.File("g"), [other]).Changed);
    }

    [Fact]
    public void Removing_what_is_not_there_or_only_cited_is_refused_and_changes_nothing()
    {
        using TemporaryFolder folder = new();
        Builder.Build(folder.File("g"), [folder.Write("papers.jsonl", TwoPapers)]);
        string before = GraphBytes.Of(folder.File("g"));
        Assert.Equal("PGP004", Assert.ThrowsAny<PapergraphException>(() => Builder.Remove(folder.File("g"), ["two", "nobody"])).Code);
        Assert.Equal("PGP005", Assert.ThrowsAny<PapergraphException>(() => Builder.Remove(folder.File("g"), ["10.5555/absent"])).Code);
        Assert.Equal("PGP003", Assert.ThrowsAny<PapergraphException>(() => Builder.Remove(folder.File("none"), ["two"])).Code);
        Assert.Equal(before, GraphBytes.Of(folder.File("g")));
        Assert.False(Directory.Exists(folder.File("none")));
    }

    [Fact]
    public void A_run_without_a_usable_record_fails_and_tells_what_was_wrong_with_each()
    {
        using TemporaryFolder folder = new();
        BuildFailedException failed = Assert.Throws<BuildFailedException>(
            () => Builder.Build(folder.File("g"), [folder.Write("bad.jsonl", "{\"id\":\"x\"\n{}\n")]));
        Assert.Equal("PGP002", failed.Code);
        Assert.Equal([1L, 2L], failed.Report.Diagnostics.Select(d => d.Line));
        Assert.Equal(2, failed.Report.Rejected);
    }

    [Theory]
    [InlineData("CURRENT")]
    [InlineData("manifest-1")]
    [InlineData("segment-1.pgs")]
    public void A_damaged_graph_can_be_replaced_by_building_it_again(string file)
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", TwoPapers);
        Builder.Build(folder.File("g"), [papers]);
        string sound = GraphBytes.Of(folder.File("g"));
        byte[] bytes = File.ReadAllBytes(folder.File("g", file));
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(folder.File("g", file), bytes);

        new GraphBuilder(new BuildOptions { Replace = true }).Build(folder.File("g"), [papers]);
        Assert.True(GraphVerifier.Verify(folder.File("g")).IsSound);
        Assert.Equal(sound, GraphBytes.Of(folder.File("g")));
    }

    [Fact]
    public void Removing_every_paper_leaves_an_empty_sound_graph()
    {
        using TemporaryFolder folder = new();
        Builder.Build(folder.File("g"), [folder.Write("papers.jsonl", TwoPapers)]);
        Builder.Remove(folder.File("g"), ["one", "two"]);
        Assert.True(GraphVerifier.Verify(folder.File("g")).IsSound);
        using GraphReader graph = GraphDirectory.OpenRead(folder.File("g"));
        Assert.Equal(1, graph.NodeCount);       // the run
    }

    [Theory]
    [InlineData("reading")]
    [InlineData("linking")]
    [InlineData("extracting")]
    [InlineData("writing")]
    public void Cancelling_in_any_stage_leaves_the_graph_as_it_was(string stage)
    {
        using TemporaryFolder folder = new();
        Builder.Build(folder.File("g"), [folder.Write("papers.jsonl", TwoPapers)]);
        string before = GraphBytes.Of(folder.File("g"));
        string[] files = Directory.GetFiles(folder.File("g"));
        using CancellationTokenSource cancelling = new();
        string more = folder.Write("more.jsonl", string.Join('\n', SyntheticPapers.Lines(600)));
        Assert.ThrowsAny<OperationCanceledException>(
            () => Builder.Add(folder.File("g"), [more], new CancelAt(stage, cancelling), cancelling.Token));
        Assert.Equal(before, GraphBytes.Of(folder.File("g")));
        Assert.Equal(files, Directory.GetFiles(folder.File("g")));
    }

    [SkippableFact]
    public void The_saved_listing_pages_give_264_papers_from_277_records()
    {
        using TemporaryFolder folder = new();
        BuildReport report = Builder.Build(folder.File("g"), [Repo.Shared("corpus", "listings")]);
        Assert.Equal((277L, 0L, 264L, 264L), (report.RecordsRead, report.Rejected, report.Contents!.Papers, report.Contents.Abstracts));
    }

    [SkippableFact]
    public void Every_citation_line_of_the_anthology_network_is_accounted_for()
    {
        using TemporaryFolder folder = new();
        BuildReport report = Builder.Build(folder.File("g"), [Repo.Shared("corpus", "aan.jsonl.gz")]);
        Assert.Equal(16_589, report.Contents!.Papers);
        Linking.ReferenceCounts references = report.Contents.References;
        Assert.Equal(94_973, references.Lines);
        Assert.Equal(references.Lines, references.Edges + references.Repeats + references.SelfCitations + references.Unusable);
    }

    private sealed class CancelAt(string stage, CancellationTokenSource source) : IProgress<ProgressUpdate>
    {
        public void Report(ProgressUpdate value)
        {
            if (value.Stage == stage) source.Cancel();
        }
    }
}
