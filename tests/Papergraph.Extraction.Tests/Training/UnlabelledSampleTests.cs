using Papergraph.Corpus;
using CorpusPaper = Papergraph.Corpus.AnnotatedPaper;

namespace Papergraph.Extraction.Tests;

public class UnlabelledSampleTests
{
    [Fact]
    public void A_paper_with_the_title_of_an_annotated_one_is_passed_over()
    {
        PaperText[] texts = [new("On  Bees", "They hum."), new("On wasps", "They sting."), new("", "No title."), new("", "None either.")];
        CorpusPaper[] annotated = [new() { Text = new PaperText("on bees", "They hum, said again.") }, new() { Text = new PaperText("", "") }];
        Assert.Equal(["They sting.", "No title.", "None either."], UnlabelledSample.Of(texts, annotated).Select(paper => paper[1].Text));
    }

    [Fact]
    public void Of_many_papers_four_thousand_are_taken_at_equal_distances()
    {
        PaperText[] texts = [.. Enumerable.Range(0, 10_000).Select(i => new PaperText($"Title {i}", ""))];
        int[] taken = [.. UnlabelledSample.Of(texts, []).Select(paper => int.Parse(paper[0].Text.AsSpan(6), provider: null))];
        Assert.Equal(4_000, taken.Length);
        Assert.Equal(0, taken[0]);
        Assert.All(taken.Zip(taken.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 2, 3));
    }
}
