using Papergraph.Corpus;
using Papergraph.Engine.Explanations;
using Papergraph.Engine.Statistics;
using Papergraph.Pipeline;
using Papergraph.TestKit;

namespace Papergraph.Engine.Tests;

public sealed class ExplanationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PaperGraph _graph;

    public ExplanationTests()
    {
        string papers = _folder.Write("papers.jsonl", """
            {"id":"one","title":"QuickSketch: Sketching in One Pass","year":2020,"doi":"10.5555/one","authors":["Ana Nuñez"],"abstract":"Streams are long. We introduce QuickSketch, a sketching algorithm. It is fast."}
            {"id":"one-again","title":"QuickSketch: sketching in one pass","year":2021,"doi":"10.5555/one","kind":"article","authors":["A. Nuñez"],"venue":"Made Journal"}
            {"id":"two","title":"Faster Sketches","year":2022,"authors":["Bo Quist"],"abstract":"We compare with QuickSketch on the OpenStreams dataset. It has an accuracy of 91.5%.","references":["one"]}
            """);
        new GraphBuilder(new BuildOptions { Threads = 1 }).Build(_folder.File("g"), [papers]);
        _graph = PaperGraph.Open(_folder.File("g"));
    }

    [Fact]
    public void An_entity_is_explained_by_the_sentences_that_speak_of_it_the_introduction_first()
    {
        Explanation explanation = _graph.Explain(_graph.Resolve("QuickSketch"), limit: 10);
        Assert.Equal(EdgeTypes.Introduces, explanation.Evidence[0].EdgeType);
        Assert.Equal("doi:10.5555/one", explanation.Evidence[0].Paper.Id);
        Assert.Contains(explanation.Evidence, e => e.Sentence == "We compare with QuickSketch on the OpenStreams dataset.");
        Assert.All(explanation.Evidence.Where(e => e.EdgeType == EdgeTypes.Mentions), e =>
            Assert.Equal("QuickSketch", e.Sentence[e.Highlight!.Value.Start..e.Highlight.Value.End]));
    }

    [Fact]
    public void A_paper_shows_which_record_states_each_value_and_what_other_records_state_instead()
    {
        Explanation explanation = _graph.Explain(_graph.Resolve("10.5555/one"), limit: 10);
        StatedFact[] titles = [.. explanation.Facts.Where(f => f.Field == Keys.Title)];
        Assert.Equal(2, titles.Length);
        Assert.Equal(["jsonl:one", "jsonl:one-again"], titles.SelectMany(t => t.Sources).Order(StringComparer.Ordinal));
        Assert.Single(titles, t => t.IsChosen);
        Assert.Equal(["2020", "2021"], explanation.Facts.Where(f => f.Field == Keys.Year).Select(f => f.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["A. Nuñez", "Ana Nuñez"], explanation.Facts.Where(f => f.Field == "authors").Select(f => f.Value).Order(StringComparer.Ordinal));
        Assert.Contains(explanation.Facts, f => f is { Field: "venue", Value: "Made Journal" } && f.Sources.Contains("jsonl:one-again"));
        Assert.Contains(explanation.Facts, f => f.Field == Keys.Abstract && f.Sources.Contains("jsonl:one"));
        Assert.Contains(explanation.Facts, f => f is { Field: Keys.Kind, Value: "article" } && f.Sources.Contains("jsonl:one-again"));
    }

    [Fact]
    public void The_edges_between_two_nodes_are_explained_by_what_states_them()
    {
        Explanation explanation = _graph.Explain(_graph.Resolve("Faster Sketches"), _graph.Resolve("10.5555/one"), limit: 10);
        Evidence citation = Assert.Single(explanation.Evidence, e => e.EdgeType == EdgeTypes.Cites);
        Assert.Contains("local:one", citation.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, _graph.Explain(_graph.Resolve("Ana Nuñez"), _graph.Resolve("Bo Quist"), limit: 10).Total);
    }

    [Theory]
    [InlineData("accuracy")]
    [InlineData("Faster Sketches")]
    public void A_result_is_explained_by_its_sentence_from_either_end(string name)
    {
        Evidence result = Assert.Single(_graph.Explain(_graph.Resolve(name), limit: 20).Evidence, e => e.EdgeType == EdgeTypes.Reports);
        Assert.Equal("It has an accuracy of 91.5%.", result.Sentence);
        Assert.Equal("91.5%", result.Sentence[result.Highlight!.Value.Start..result.Highlight.Value.End]);
    }

    [Fact]
    public void Two_entities_without_an_edge_are_explained_by_the_papers_that_mention_both()
    {
        using HandMadeGraph made = new(
            [("P0", 2000), ("P1", 2001), ("P2", 2002)], [("E0", []), ("E1", [])], [(0, 0, 1), (1, 0, 1), (1, 0, 0.5), (1, 1, 1), (2, 1, 1)], []);
        Explanation between = made.Graph.Explain(made.Graph.Resolve("E0"), made.Graph.Resolve("E1"), limit: 10);
        Assert.False(between.IsDirect);
        Assert.Equal(2, between.Total);      // what the one and the other are to P1
        Assert.True(made.Graph.Explain(made.Graph.Resolve("P1"), made.Graph.Resolve("E1"), limit: 10).IsDirect);
    }

    [Fact]
    public void Only_what_is_sure_enough_is_shown()
    {
        using HandMadeGraph made = new([("P0", 2000), ("P1", 2001)], [("E0", []), ("E1", [])], [(0, 0, 0.9), (1, 0, 0.4), (1, 1, 0.8)], []);
        Assert.Equal(2, made.Graph.Explain(made.Graph.Resolve("E0"), limit: 10).Total);
        Assert.Equal(1, made.Graph.Explain(made.Graph.Resolve("E0"), limit: 10, minConfidence: 0.9).Total);
        Assert.Equal(0, made.Graph.Explain(made.Graph.Resolve("P1"), made.Graph.Resolve("E0"), limit: 10, minConfidence: 0.5).Total);
        Assert.Equal(1, made.Graph.Explain(made.Graph.Resolve("E0"), made.Graph.Resolve("E1"), limit: 10, minConfidence: 0.5).Total);
    }

    [Fact]
    public void Merges_into_a_node_are_shown_with_their_rule()
    {
        Explanation explanation = _graph.Explain(_graph.Resolve("10.5555/one"), limit: 1);
        StatedFact merge = Assert.Single(explanation.Facts, f => f.Field == "merged");
        Assert.Contains("jsonl:one-again", merge.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_list_every_label_and_edge_type_and_the_coverage_of_papers()
    {
        GraphStatistics counts = _graph.CountAll();
        Assert.Equal(2, counts.Nodes[Labels.Paper]);
        Assert.Equal(0, counts.Nodes[Labels.Placeholder]);
        Assert.Equal(1, counts.Edges[EdgeTypes.Cites]);
        Assert.Equal(1, counts.Edges[EdgeTypes.Reports]);
        Assert.Equal(new PaperCoverage(2, 0, 2, 1, 2, 2020, 2022), counts.Papers with { FirstYear = 2020 });
    }

    public void Dispose()
    {
        _graph.Dispose();
        _folder.Dispose();
    }
}
