using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class MeasuredMetricsTests
{
    [Theory]
    [InlineData("The ranker reaches a QWK of 0.74 here.", "QWK")]
    [InlineData("We see small errors (SSIM = 0.69).", "SSIM")]
    [InlineData("The index finds 0.55 average recall.", "average recall")]
    [InlineData("The index has a mean position error of 2.16 mm.", "mean position error")]
    [InlineData("It brings an improvement of 2.3 XUAR over it.")]
    [InlineData("It has 12 layers and a XUAR of 7.")]
    [InlineData("Nothing is measured here.")]
    public void What_stands_where_a_metric_stands_is_a_candidate(string text, params string[] expected)
    {
        List<SpanCandidate> found = [];
        PaperPassages paper = new(new PaperText("", text));
        new MeasuredMetrics().Find(paper, found);
        Assert.Equal(expected, found.Select(candidate => paper.TextOf(candidate.Passage, candidate.Range).ToString()));
        Assert.All(found, candidate => Assert.InRange(candidate.Probability, ISpanLabeller.LeastProbability, 1));
    }
}
