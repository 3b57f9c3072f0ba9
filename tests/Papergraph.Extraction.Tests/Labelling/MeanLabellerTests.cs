using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests.Labelling;

public class MeanLabellerTests
{
    private static readonly PaperPassages Paper = new(new PaperText("One two three", ""));

    [Fact]
    public void A_span_has_the_weighted_mean_of_its_probabilities()
    {
        Given one = new("ab", (0, 2, 0, 0.8f), (1, 2, 1, 0.4f), (2, 3, 0, 0.02f)), other = new("ab", (0, 1, 0, 0.6f), (1, 2, 1, 0.8f));
        List<SpanCandidate> found = [];
        new MeanLabeller((one, 0.25f), (other, 0.75f)).Find(Paper, found);
        Assert.Equal([(0, 1, 0), (0, 2, 0), (1, 2, 1)], found.Select(c => (c.Range.First, c.Range.End, c.Label)));
        Assert.Equal(0.45, found[0].Probability, 1e-6);
        Assert.Equal(0.2, found[1].Probability, 1e-6);
        Assert.Equal(0.7, found[2].Probability, 1e-6);
    }

    [Fact]
    public void Labellers_of_different_labels_have_no_mean() =>
        Assert.Throws<ArgumentException>(() => new MeanLabeller((new Given("ab"), 0.5f), (new Given("ba"), 0.5f)));

    private sealed class Given(string labels, params (int First, int End, int Label, float Probability)[] spans) : ISpanLabeller
    {
        public IReadOnlyList<string> Labels => [.. labels.Select(label => label.ToString())];

        public void Find(PaperPassages paper, List<SpanCandidate> into) =>
            into.AddRange(spans.Select(s => new SpanCandidate(0, new TokenRange(s.First, s.End), s.Label, s.Probability)));
    }
}
