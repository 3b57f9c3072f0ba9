using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class PaperDecoderTests
{
    [Fact]
    public void The_most_probable_spans_stay_and_none_overlaps_another()
    {
        List<SpanCandidate> spans =
        [
            Span(0, 0, 2, 0.5f), Span(0, 1, 3, 0.9f), Span(0, 2, 4, 0.6f), Span(0, 3, 4, 0.4f),
            Span(1, 1, 3, 0.3f), Span(1, 2, 3, 0.3f), Span(1, 3, 5, 0.1f),
        ];
        PaperDecoder.KeepBest(spans);
        Assert.Equal([Span(0, 1, 3, 0.9f), Span(0, 3, 4, 0.4f), Span(1, 1, 3, 0.3f), Span(1, 3, 5, 0.1f)], spans);
    }

    [Fact]
    public void Evidence_of_the_paper_joins_the_occurrences_of_a_surface()
    {
        PaperPassages paper = new(new PaperText("", "Maps grow. Old maps and maps."));
        Passage body = paper[1];
        int[] places = [.. Enumerable.Range(0, body.Tokens.Length).Where(i => body.IsWord(i, "maps"))];
        List<SpanCandidate> spans =
        [
            new(1, new TokenRange(places[0], places[0] + 1), 0, 0.4f),
            new(1, new TokenRange(places[1] - 1, places[1] + 1), 0, 0.7f),
            new(1, new TokenRange(places[1], places[1] + 1), 0, 0.2f),
            new(1, new TokenRange(places[2], places[2] + 1), 0, 0.5f),
        ];
        PaperEvidence evidence = new();
        evidence.Read(paper, spans);

        // `maps` twice in small letters; `Maps` is another surface.
        Assert.Equal(0.4f, evidence.Union(0), 5);
        Assert.Equal(1 - (0.8f * 0.5f), evidence.Union(2), 5);
        Assert.Equal(evidence.Union(2), evidence.Union(3));
        Assert.Equal(0.7f, evidence.Union(1), 5);
    }

    private static SpanCandidate Span(int passage, int first, int end, float probability) =>
        new(passage, new TokenRange(first, end), 0, probability);
}
