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
        SearchHit first = library.Graph.Search(text, new SearchOptions())[0];
        Assert.Equal((match, name), (first.Match, first.Node.Name));
    }

    [Fact]
    public void Hits_come_by_kind_of_match_and_then_by_weight()
    {
        using HandMadeGraph library = Library();
        SearchHit[] hits = [.. library.Graph.Search("neural widgets", new SearchOptions())];
        Assert.Equal(["Neural Widgets", "Neural Widgets Revisited", "A Study of Neural Things and Widgets"], hits.Select(h => h.Node.Name));
        Assert.Equal([2L, 1L, 0L], hits.Select(h => h.Weight));      // citations
    }

    [Fact]
    public void A_label_and_a_limit_narrow_the_hits()
    {
        using HandMadeGraph library = Library();
        Assert.All(library.Graph.Search("widget", new SearchOptions(Label: "Method")), h => Assert.Equal("Method", h.Node.Label));
        Assert.Single(library.Graph.Search("widget", new SearchOptions(Limit: 1)));
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
}
