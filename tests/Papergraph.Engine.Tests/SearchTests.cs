using Papergraph.Core;
using Papergraph.Engine.Search;

namespace Papergraph.Engine.Tests;

public class SearchTests
{
    private static HandMadeGraph Library() => new(
        [("Neural Widgets", 2019), ("Neural Widgets Revisited", 2020), ("A Study of Neural Things and Widgets", 2021)],
        [("Widget Net", ["WN", "widget network"]), ("Schrödinger Sampler", [])],
        [(0, 0, 1), (1, 0, 1), (2, 1, 1)],
        [(1, 0), (2, 0), (2, 1)]);

    [Theory]
    [InlineData("doi:10.5555/p1", MatchKind.Identifier, "Neural Widgets Revisited")]
    [InlineData("https://doi.org/10.5555/P1", MatchKind.Identifier, "Neural Widgets Revisited")]
    [InlineData("neural  WIDGETS", MatchKind.Name, "Neural Widgets")]
    [InlineData("wn", MatchKind.Name, "Widget Net")]
    [InlineData("schrodinger-sampler", MatchKind.Name, "Schrödinger Sampler")]
    [InlineData("neural widgets r", MatchKind.Beginning, "Neural Widgets Revisited")]
    [InlineData("things stud", MatchKind.Words, "A Study of Neural Things and Widgets")]
    public void Each_way_of_naming_a_node_finds_it_first(string text, MatchKind match, string name)
    {
        using HandMadeGraph library = Library();
        SearchHit first = library.Graph.Search(text, new SearchOptions()).Hits[0];
        Assert.Equal((match, name), (first.Match, first.Node.Name));
    }

    [Fact]
    public void Hits_come_by_kind_of_match_and_then_by_weight()
    {
        using HandMadeGraph library = Library();
        SearchHit[] hits = [.. library.Graph.Search("neural widgets", new SearchOptions()).Hits];
        Assert.Equal(
            ["Neural Widgets", "Neural Widgets Revisited", "A Study of Neural Things and Widgets", "Widget Net"],
            hits.Select(h => h.Node.Name));
        Assert.Equal([2L, 1L, 0L], hits[..3].Select(h => h.Weight));      // citations
    }

    [Fact]
    public void A_label_and_a_limit_narrow_the_hits()
    {
        using HandMadeGraph library = Library();
        Assert.All(library.Graph.Search("widget", new SearchOptions(Label: "Method")).Hits, h => Assert.Equal("Method", h.Node.Label));
        Assert.Single(library.Graph.Search("widget", new SearchOptions(Limit: 1)).Hits);
        Assert.Equal("PGE003", Assert.Throws<PapergraphException>(() => library.Graph.Search("widget", new SearchOptions(Label: "Methods"))).Code);
        Assert.Equal("PGE002", Assert.Throws<PapergraphException>(() => library.Graph.Search("widget", new SearchOptions(Limit: 0))).Code);
    }

    [Fact]
    public void A_name_that_nothing_has_is_refused_with_the_nearest_names()
    {
        using HandMadeGraph library = Library();
        PapergraphException refused = Assert.Throws<PapergraphException>(() => library.Graph.Resolve("neural"));
        Assert.Equal("PGE001", refused.Code);
        Assert.Contains("Neural Widgets", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Schrödinger Sampler", Assert.Throws<PapergraphException>(() => library.Graph.Resolve("Schrodigner Sampler")).Message, StringComparison.Ordinal);
        Assert.Throws<PapergraphException>(() => library.Graph.Resolve("—"));
    }

    [Fact]
    public void Words_of_abstracts_are_found_and_shown_with_the_match_marked()
    {
        using HandMadeGraph library = Read();
        SearchHit hit = Assert.Single(library.Graph.Search("+\"dry land\" -whale", new SearchOptions()).Hits);
        Assert.Equal(("On Cats", MatchKind.Words), (hit.Node.Name, hit.Match));
        Assert.NotNull(hit.Score);
        Assert.Equal(["dry land"], hit.Passage!.Marks.Select(mark => mark.Of(hit.Passage.Text)));
        Assert.Equal("abstract", hit.Passage.Field.Property);
    }

    [Fact]
    public void A_name_comes_before_texts_that_hold_it_and_shows_no_passage_that_repeats_it()
    {
        using HandMadeGraph library = Read();
        SearchHit[] hits = [.. library.Graph.Search("cat finder", new SearchOptions()).Hits];
        Assert.Equal(("Cat Finder", MatchKind.Name), (hits[0].Node.Name, hits[0].Match));
        Assert.Null(hits[0].Passage);
        Assert.Equal(["On Cats", "On Whales"], hits[1..].Select(hit => hit.Node.Name));
        Assert.True(hits[1].Score > hits[2].Score);
    }

    [Fact]
    public void Misspelt_words_are_named_with_better_ones()
    {
        using HandMadeGraph library = Read();
        SearchResult result = library.Graph.Search("wahle watching", new SearchOptions());
        Assert.Empty(result.Hits);
        Assert.Equal(["wahle", "watching"], result.UnknownWords.Select(unknown => unknown.Word));
        Assert.Equal(["whale"], result.UnknownWords.SelectMany(unknown => unknown.Suggestions));
        Assert.Equal("On Whales", Assert.Single(library.Graph.Search("wahle~", new SearchOptions()).Hits).Node.Name);
    }

    [Fact]
    public void A_graph_without_an_index_of_texts_is_searched_by_name_and_says_so()
    {
        using HandMadeGraph library = Read(texts: false);
        SearchResult result = library.Graph.Search("cat finder", new SearchOptions());
        Assert.Equal("Cat Finder", Assert.Single(result.Hits).Node.Name);
        Assert.Contains("build it again", Assert.Single(result.Notes), StringComparison.Ordinal);
        Assert.Equal("Cat Finder", library.Graph.Resolve("cat finder").Name);
    }

    private static HandMadeGraph Read(bool texts = true) => new(
        [("On Cats", 2019), ("On Whales", 2020)],
        [("Cat Finder", [])],
        [(0, 0, 1)],
        [],
        ["Cats live on dry land. A cat finder finds cats.", "A whale never sees dry land and finds no cat."],
        texts);
}
