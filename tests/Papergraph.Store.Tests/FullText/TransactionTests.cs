using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>A full-text index follows transactions: the same answers, scores and passages as a graph that is written afresh, before and
/// after the commit, a reopening and a compaction.</summary>
public class FullTextTransactionTests
{
    [Fact]
    public void A_transaction_is_searched_like_the_graph_that_it_makes() =>
        Prop.ForAll(
            (from nodes in RandomTexts.Nodes(8)
             from changes in RandomTexts.Changes(nodes.Length)
             from queries in RandomTexts.Query.ArrayOf(4)
             from created in Gen.Elements(true, false)
             select (nodes, changes, queries, created)).ToArbitrary(),
            c =>
            {
                using TemporaryFolder folder = new();
                string path = folder.File("g");
                TestGraph.Publish(path, writer => TextGraph.Write(writer, c.nodes, indexed: !c.created));
                SortedDictionary<int, TextNode> now = new(Enumerable.Range(0, c.nodes.Length).ToDictionary(i => i, i => c.nodes[i]));
                using (GraphStore store = GraphStore.Open(path))
                {
                    using GraphTransaction transaction = store.Begin();
                    if (c.created) transaction.CreateFullTextIndex("texts", TextNode.Fields);
                    foreach ((int node, TextNode after) in c.changes) Change(transaction, now, node, after);
                    AssertSame(now, transaction.Read(), c.queries);
                    transaction.Commit();
                    using GraphReader reader = store.OpenRead();
                    AssertSame(now, reader, c.queries);
                }

                using (GraphReader reopened = GraphDirectory.OpenRead(path)) AssertSame(now, reopened, c.queries);
                using (GraphStore store = GraphStore.Open(path)) store.Compact();
                TestGraph.AssertSound(path);
                using GraphReader compacted = GraphDirectory.OpenRead(path);
                Assert.Equal(now.Count, compacted.NodeCount);
                AssertSameScores([.. now.Values], compacted, c.queries);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void An_index_is_created_and_dropped_by_name_like_any_other()
    {
        using TextGraph graph = new([new(true, "net", [])]);
        using GraphStore store = GraphStore.Open(graph.Path);
        using (GraphTransaction transaction = store.Begin())
        {
            Assert.Equal("PGT043", Assert.Throws<StoreException>(() => transaction.CreateFullTextIndex("texts", TextNode.Fields)).Code);
            transaction.CreateFullTextIndex("other", [new("Paper", "title")]);
            transaction.DropIndex("texts");
            Assert.Equal(["other"], transaction.Read().FullTextIndexNames);
            transaction.Commit();
        }

        using GraphReader reader = store.OpenRead();
        Assert.Equal([0], reader.FullTextIndex("other").Search("net", 10).Hits.Select(hit => hit.Node));
        Assert.Throws<ArgumentException>(() => reader.FullTextIndex("texts"));
    }

    [Fact]
    public void What_is_rolled_back_is_not_found()
    {
        using TextGraph graph = new([new(true, "net", [])]);
        using GraphStore store = GraphStore.Open(graph.Path);
        using GraphTransaction transaction = store.Begin();
        Savepoint savepoint = transaction.Save();
        int node = transaction.CreateNode("Paper");
        transaction.SetProperty(node, "title", "another net");
        Assert.Equal([0, node], transaction.Read().FullTextIndex("texts").Search("net", 10).Hits.Select(hit => hit.Node).Order());
        transaction.RollbackTo(savepoint);
        Assert.Equal([0], transaction.Read().FullTextIndex("texts").Search("net", 10).Hits.Select(hit => hit.Node));
    }

    private static void Change(GraphTransaction transaction, SortedDictionary<int, TextNode> now, int node, TextNode after)
    {
        if (now.Count == 0 || node > now.Keys.Max())
        {
            node = transaction.CreateNode(after.IsPaper ? "Paper" : "Note");
        }
        else if (!now.TryGetValue(node, out TextNode? before))
        {
            return;
        }
        else if (after.Title is null)
        {
            transaction.DeleteNode(node);
            now.Remove(node);
            return;
        }
        else if (before.IsPaper != after.IsPaper)
        {
            transaction.RemoveLabel(node, before.IsPaper ? "Paper" : "Note");
            transaction.AddLabel(node, after.IsPaper ? "Paper" : "Note");
        }

        transaction.SetProperty(node, "title", after.Title);
        transaction.SetProperty(node, "tags", after.Tags.Length > 0 ? after.Tags : null);
        now[node] = after;
    }

    private static void AssertSame(SortedDictionary<int, TextNode> now, GraphReader reader, NaiveSearch.Query[] queries)
    {
        FullTextIndex index = reader.FullTextIndex("texts");
        int[] nodes = [.. now.Keys];
        NaiveSearch naive = new([.. now.Values]);
        foreach (NaiveSearch.Query query in queries)
        {
            SortedDictionary<int, double> expected = naive.Find(query);
            FullTextResult result = index.Search(query.ToString(), 1000);
            Assert.Equal(expected.Keys.Select(i => nodes[i]), result.Hits.Select(hit => hit.Node).Order());
            foreach (FullTextHit hit in result.Hits) Assert.Equal(expected[Array.IndexOf(nodes, hit.Node)], hit.Score, 1e-12);
        }
    }

    /// <summary>A compaction gives the nodes other ids: the scores are compared without them.</summary>
    private static void AssertSameScores(TextNode[] nodes, GraphReader reader, NaiveSearch.Query[] queries)
    {
        NaiveSearch naive = new(nodes);
        foreach (NaiveSearch.Query query in queries)
        {
            double[] expected = [.. naive.Find(query).Values.OrderDescending()];
            double[] actual = [.. reader.FullTextIndex("texts").Search(query.ToString(), 1000).Hits.Select(hit => hit.Score)];
            Assert.Equal(expected.Length, actual.Length);
            for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-12);
        }
    }
}
