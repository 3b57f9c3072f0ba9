using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Store.Tests;

/// <summary>An index that was told of changes answers as one that is made afresh from the same texts: same nodes, same scores to the last
/// bit, same passages.</summary>
public class FullTextChangeTests
{
    private sealed record Case(TextNode[] Before, (int Node, TextNode After)[][] Rounds, NaiveSearch.Query[] Queries);

    private static readonly Gen<Case> Cases =
        from before in RandomTexts.Nodes(10)
        from rounds in RandomTexts.Changes(before.Length).ArrayOf(3)
        from queries in RandomTexts.Query.ArrayOf(6)
        select new Case(before, rounds, queries);

    [Fact]
    public void An_index_with_changes_answers_like_a_fresh_one() =>
        Prop.ForAll(Cases.ToArbitrary(), c =>
        {
            using TextGraph stored = new(c.Before);
            FullTextState first = stored.InMemory(chunkBytes: 25, chunksPerPart: 1), state = first;
            SortedDictionary<int, TextNode> now = new(Enumerable.Range(0, c.Before.Length).ToDictionary(i => i, i => c.Before[i]));
            foreach ((int Node, TextNode After)[] round in c.Rounds)
            {
                foreach ((int node, TextNode after) in round)
                {
                    IEntityImage? before = now.TryGetValue(node, out TextNode? known) ? known.Image : null;
                    state = (FullTextState)state.With(EntityKind.Node, node, before, after.Image);
                    now[node] = after;
                }

                AssertSame(now, state, c.Queries);
            }

            // The state that all came from has not changed.
            AssertSame(new(Enumerable.Range(0, c.Before.Length).ToDictionary(i => i, i => c.Before[i])), first, c.Queries);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void A_node_that_is_gone_is_found_no_more()
    {
        TextNode node = new(true, "vanishing net", []);
        using TextGraph graph = new([node, node]);
        FullTextState state = graph.InMemory(1000, 1);
        FullTextIndex after = new((FullTextState)state.With(EntityKind.Node, 0, node.Image, after: null));
        Assert.Equal([1], after.Search("vanishing", 10).Hits.Select(hit => hit.Node));
        Assert.Equal(1, after.DocumentCount);
        IndexState empty = state.With(EntityKind.Node, 0, node.Image, null).With(EntityKind.Node, 1, node.Image, null);
        FullTextIndex none = new((FullTextState)empty);
        Assert.Empty(none.Search("vanish*", 10).Hits);
        Assert.Equal("vanishing", Assert.Single(none.Search("vanishing", 10).UnknownWords).Word);
    }

    [Fact]
    public void Changes_of_edges_and_of_other_properties_leave_the_index_as_it_is()
    {
        TextNode node = new(true, "net", []);
        using TextGraph graph = new([node]);
        FullTextState state = graph.InMemory(1000, 1);
        Assert.Same(state, state.With(EntityKind.Edge, 0, node.Image, null));
        Assert.Same(state, state.With(EntityKind.Node, 0, node.Image, node.Image));
    }

    private static void AssertSame(SortedDictionary<int, TextNode> now, FullTextState state, NaiveSearch.Query[] queries)
    {
        // The same texts as a graph that is written afresh; its nodes lie in another order.
        int[] nodes = [.. now.OrderBy(node => !node.Value.IsPaper).Select(node => node.Key)];
        using TextGraph fresh = new([.. nodes.Select(node => now[node])]);
        FullTextIndex expected = fresh.Reader.FullTextIndex("texts"), actual = new(state);
        Assert.Equal(expected.DocumentCount, actual.DocumentCount);
        foreach (NaiveSearch.Query query in queries)
        {
            FullTextResult fromFresh = expected.Search(query.ToString(), 1000), fromChanged = actual.Search(query.ToString(), 1000);
            Assert.Equal(
                fromFresh.Hits.Select(hit => new FullTextHit(nodes[hit.Node], hit.Score))
                    .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Node),
                fromChanged.Hits);
            foreach (FullTextHit hit in fromFresh.Hits)
            {
                Assert.Equal(Show(fromFresh.Snippets(hit.Node)), Show(fromChanged.Snippets(nodes[hit.Node])));
            }
        }
    }

    private static IEnumerable<string> Show(IEnumerable<FullTextSnippet> snippets) =>
        snippets.Select(snippet => $"{snippet.Field} {snippet.Text} {string.Join(' ', snippet.Marks)}");
}
