using System.Globalization;
using Papergraph.Corpus;
using CorpusEntity = Papergraph.Corpus.AnnotatedEntity;
using CorpusPaper = Papergraph.Corpus.AnnotatedPaper;

namespace Papergraph.Extraction.Tests;

public class DefinedFormsTests
{
    private const string Text = "Our tidal flat mapping (TFM) helps. Later TFM and flat maps follow.";

    [Fact]
    public void A_repaired_mention_takes_the_place_of_those_that_it_overlaps()
    {
        PaperPassages paper = new(new PaperText("", Text));
        List<SpanCandidate> spans =
            [Span(paper, "tidal", 0.9f), Span(paper, "flat mapping", 0.4f), Span(paper, "TFM)", 0.5f), Span(paper, "maps", 0.7f)];
        DefinedForms.Repair(paper, spans);
        Assert.Equal(
            ["tidal flat mapping 0.4", "TFM 0.5", "maps 0.7"],
            spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{paper.TextOf(span.Passage, span.Range)} {span.Probability:0.0}")));
    }

    [Fact]
    public void Mentions_that_agree_stay_as_they_are()
    {
        PaperPassages paper = new(new PaperText("", Text));
        List<SpanCandidate> spans = [Span(paper, "tidal flat mapping", 0.9f), Span(paper, "TFM", 0.4f), Span(paper, "flat maps", 0.3f)], before = [.. spans];
        DefinedForms.Repair(paper, spans);
        Assert.Equal(before, spans);
    }

    [Theory]
    [InlineData(true, "tidal flat mapping", "TFM")]
    [InlineData(false, "tidal flat mapping (TFM)")]
    [InlineData(false, "Later")]
    public void Annotators_say_whether_forms_are_marked_apart(bool apart, params string[] surfaces)
    {
        CorpusPaper paper = new() { Text = new PaperText("", Text), Entities = [.. surfaces.Select(s => new CorpusEntity("Method", [s], null))] };
        Assert.Equal(apart, DefinedForms.AreMarkedApart([LabelledPaper.Of(paper, ["Method"])]));
    }

    private static SpanCandidate Span(PaperPassages paper, string text, float probability)
    {
        int start = Text.IndexOf(text, StringComparison.Ordinal);
        return new SpanCandidate(1, paper[1].TokensOf(new Core.TextSpan(start, start + text.Length))!.Value, 0, probability);
    }
}
