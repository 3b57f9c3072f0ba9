using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Store.Tests;

/// <summary>The index against a scan of all words (<see cref="NaiveSearch"/>), which shares no code with it.</summary>
public class FullTextSearchTests
{
    private static readonly Gen<(TextNode[] Nodes, NaiveSearch.Query[] Queries)> Cases =
        from nodes in RandomTexts.Nodes(12)
        from queries in RandomTexts.Query.ArrayOf(8)
        select (nodes, queries);

    [Fact]
    public void Finds_what_a_scan_of_all_words_finds_with_the_same_scores() =>
        Prop.ForAll(Cases.ToArbitrary(), c =>
        {
            using TextGraph graph = new(c.Nodes);
            TestGraph.AssertSound(graph.Path);
            NaiveSearch naive = new(c.Nodes);
            foreach (NaiveSearch.Query query in c.Queries) AssertSame(naive, query, graph.Reader.FullTextIndex("texts"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Parts_and_chunks_of_any_size_give_the_same_answers() =>
        Prop.ForAll(Cases.ToArbitrary(), c =>
        {
            using TextGraph graph = new(c.Nodes);
            NaiveSearch naive = new(c.Nodes);
            FullTextIndex index = new(graph.InMemory(chunkBytes: 15, chunksPerPart: 2, threads: 2));
            foreach (NaiveSearch.Query query in c.Queries) AssertSame(naive, query, index);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    // So many documents that postings have several blocks and skip entries.
    [Fact]
    public void Long_postings_are_searched_like_short_ones() =>
        Prop.ForAll(
            (from nodes in RandomTexts.Nodes(12).Where(nodes => nodes.Length > 3)
             from queries in RandomTexts.Query.ArrayOf(3)
             select (nodes, queries)).ToArbitrary(),
            c =>
            {
                TextNode rare = new(true, "rare net", []);
                TextNode[] nodes = [.. Enumerable.Range(0, 900 / c.nodes.Length).SelectMany(_ => c.nodes), rare];
                nodes = [.. nodes.OrderBy(node => !node.IsPaper)];
                using TextGraph graph = new(nodes);
                NaiveSearch naive = new(nodes);
                FullTextIndex index = graph.Reader.FullTextIndex("texts");
                foreach (NaiveSearch.Query query in c.queries.Take(1)) AssertSame(naive, query, index);
                NaiveSearch.Query.Word rareWord = new("rare"), net = new("net");
                AssertSame(naive, new NaiveSearch.Query.Group([('+', rareWord), ('+', net)]), index);
                AssertSame(naive, new NaiveSearch.Query.Phrase(["rare", "net"]), index);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3));

    // The best are the same whether all are asked for or few: passing over documents that cannot be among them loses none.
    [Fact]
    public void A_small_limit_gives_the_first_of_all_hits() =>
        Prop.ForAll(
            (from nodes in RandomTexts.Nodes(60)
             from queries in RandomTexts.Query.ArrayOf(6)
             from limit in Gen.Choose(1, 8)
             select (nodes, queries, limit)).ToArbitrary(),
            c =>
            {
                using TextGraph graph = new(c.nodes);
                FullTextIndex index = graph.Reader.FullTextIndex("texts");
                foreach (NaiveSearch.Query query in c.queries)
                    Assert.Equal(index.Search(query.ToString(), 1000).Hits.Take(c.limit), index.Search(query.ToString(), c.limit).Hits);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_filter_leaves_out_nodes_and_changes_no_score()
    {
        using TextGraph graph = new([new(true, "net one", []), new(true, "net", []), new(false, "net", [])]);
        FullTextIndex index = graph.Reader.FullTextIndex("texts");
        IReadOnlyList<FullTextHit> all = index.Search("net", 10).Hits;
        Assert.Equal(3, all.Count);
        Assert.Equal(all.Where(hit => hit.Node != 1), index.Search("net", 10, node => node != 1).Hits);
    }

    private static void AssertSame(NaiveSearch naive, NaiveSearch.Query query, FullTextIndex index)
    {
        SortedDictionary<int, double> expected = naive.Find(query);
        IReadOnlyList<FullTextHit> hits = index.Search(query.ToString(), 10_000).Hits;
        Assert.True(
            expected.Keys.SequenceEqual(hits.Select(hit => hit.Node).Order()),
            $"{query}: {string.Join(' ', expected)} and not {string.Join(' ', hits)}");
        foreach (FullTextHit hit in hits) Assert.Equal(expected[hit.Node], hit.Score, 1e-12);
        Assert.Equal(hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Node), hits);
    }
}
