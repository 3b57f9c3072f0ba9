using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class FullTextBuildingTests
{
    private static readonly TextNode[] Nodes =
        [.. Enumerable.Range(0, 700)
            .Select(i => new TextNode(i < 500, $"word{i % 40} net number{i}", i < 500 ? ["first tag", $"tag{i % 7}"] : []))];

    [Fact]
    public void The_bytes_do_not_depend_on_threads_or_on_where_chunks_end()
    {
        using TextGraph graph = new(Nodes);
        string[] expected = Dump(graph.InMemory(chunkBytes: 1 << 20, chunksPerPart: 10));
        foreach ((int chunk, int threads) in ((int, int)[])[(100, 1), (100, 3), (3_000, 2), (1, 2)])
            Assert.Equal(expected, Dump(graph.InMemory(chunk, chunksPerPart: 100_000, threads)));
        Assert.Equal(Dump(graph.InMemory(500, 3)), Dump(graph.InMemory(500, 3, threads: 3)));
    }

    [Fact]
    public void A_segment_is_the_same_for_any_number_of_threads()
    {
        using TemporaryFolder folder = new();
        foreach (int threads in (int[])[1, 4])
        {
            using GraphWriteLock held = GraphDirectory.Lock(folder.File($"{threads}"));
            using SegmentWriter writer = held.BeginVersion(threads);
            TextGraph.Write(writer, Nodes);
            writer.Publish();
        }

        byte[] Segment(int threads) => File.ReadAllBytes(Path.Combine(folder.File($"{threads}"), "segment-1.pgs"));
        Assert.Equal(Segment(1), Segment(4));
    }

    [Fact]
    public void Hostile_texts_are_indexed_within_bounds()
    {
        TextNode[] nodes =
        [
            new(true, new string('x', 3_000_000), []),
            new(true, string.Concat(Enumerable.Repeat("a ", 1_200_000)) + "late", ["after"]),
            new(true, "\ud800 \u0301\u0301 \0 \u202e", [.. Enumerable.Repeat("", 5_000), "tag"]),
            new(false, string.Concat(Enumerable.Repeat("字", 10_000)), []),
        ];
        using TextGraph graph = new(nodes);
        TestGraph.AssertSound(graph.Path);
        FullTextIndex index = graph.Reader.FullTextIndex("texts");
        Assert.Equal([0], index.Search(new string('x', 500), 10).Hits.Select(hit => hit.Node));
        Assert.Equal([1], index.Search("a", 10).Hits.Select(hit => hit.Node));
        Assert.Empty(index.Search("late", 10).Hits);      // beyond 2²⁰ words
        Assert.Equal([2], index.Search("\"tag\"", 10).Hits.Select(hit => hit.Node));
        Assert.Equal([3], index.Search("字字字", 10).Hits.Select(hit => hit.Node));
        Assert.Equal(4, index.DocumentCount);
    }

    [Fact]
    public void A_graph_without_texts_has_an_index_that_finds_nothing()
    {
        using TextGraph graph = new([new(true, null, []), new(false, "—", [])]);
        TestGraph.AssertSound(graph.Path);
        FullTextIndex index = graph.Reader.FullTextIndex("texts");
        Assert.Equal(0, index.DocumentCount);
        Assert.Empty(index.Search("a b* c~2 \"d e\"", 10).Hits);
        Assert.Throws<ArgumentException>(() => graph.Reader.FullTextIndex("other"));
    }

    [Fact]
    public void Definitions_that_cannot_be_are_refused()
    {
        using TemporaryFolder folder = new();
        using GraphWriteLock held = GraphDirectory.Lock(folder.FullName);
        using SegmentWriter writer = held.BeginVersion();
        Assert.Throws<ArgumentException>(() => writer.AddFullTextIndex("", [new("Paper", "title")]));
        Assert.Throws<ArgumentException>(() => writer.AddFullTextIndex("texts", []));
        Assert.Throws<ArgumentException>(() => writer.AddFullTextIndex("texts", [new("Paper", "title", 0)]));
        Assert.Throws<ArgumentException>(() => writer.AddFullTextIndex("texts", [new("Paper", "title", double.NaN)]));
        Assert.Throws<ArgumentException>(() => writer.AddFullTextIndex("texts", [new("Paper", "title"), new("Paper", "title", 2)]));
        IEnumerable<FullTextField> many = Enumerable.Range(0, 65).Select(i => new FullTextField("Paper", $"p{i}"));
        Assert.Throws<ArgumentException>(() => writer.AddFullTextIndex("texts", many));
        writer.AddFullTextIndex("texts", [new("Paper", "title")]);
        Assert.Throws<ArgumentException>(() => writer.AddFullTextIndex("texts", [new("Paper", "title")]));
    }

    private static string[] Dump(FullTextState state) =>
        [.. state.Stored.Parts.SelectMany((part, i) => Enumerable.Range(0, part.TermCount).Select(term =>
            $"{i} {Convert.ToHexString(part.Term(term))} {part.DocumentCount(term)} {Convert.ToHexString(part.Postings(term))}"))];
}
