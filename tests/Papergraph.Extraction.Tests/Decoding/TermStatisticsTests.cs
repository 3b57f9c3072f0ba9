using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class TermStatisticsTests
{
    private static readonly PaperText[] Texts =
        [.. Enumerable.Range(0, 8).Select(i => new PaperText("", i < 6 ? "Wavy nets rest. A wavy-net rests." : "Flat nets rest."))];

    [Fact]
    public void A_term_has_the_mean_over_its_papers_of_the_probability_that_it_occurs()
    {
        TermStatistics statistics = TermStatisticsBuilder.Build(Texts, new FirstWords(), threads: 1, null, default);
        ReadOnlySpan<byte> wavy = statistics.Of(FoldedTerm.Of("wavy net"));

        // Six papers; with label 0 once at 0.5 and once at 0.5 again, so 0.75 in each; with label 1 never.
        Assert.Equal([(byte)Math.Floor(8 * Math.Log2(6)), (byte)Math.Round(255 * 0.75), 0], wavy.ToArray());
        Assert.True(statistics.Of(FoldedTerm.Of("flat net")).IsEmpty, "two papers are too few");
        Assert.Equal(1, statistics.Count);
    }

    [Fact]
    public void The_number_of_threads_and_writing_change_nothing()
    {
        TermStatistics one = TermStatisticsBuilder.Build(Texts, new FirstWords(), threads: 1, null, default);
        TermStatistics eight = TermStatisticsBuilder.Build(Texts, new FirstWords(), threads: 8, null, default);
        Assert.Equal(one.Data.ToArray(), eight.Data.ToArray());
        TermStatistics? read = TermStatistics.Read(one.Data);
        Assert.NotNull(read);
        Assert.Equal(one.Of(FoldedTerm.Of("Wavy Nets")).ToArray(), read.Of(FoldedTerm.Of("Wavy Nets")).ToArray());
        for (int length = 0; length < one.Data.Length; length++) Assert.Null(TermStatistics.Read(one.Data[..length]));
    }

    [Theory]
    [InlineData("Wavy Nets", "wavy net", true)]
    [InlineData("wavy-net", "wavy net", true)]
    [InlineData("loss", "los", false)]
    [InlineData("wavy net", "flat net", false)]
    public void Folded_terms_are_equal_for_case_hyphens_and_plural(string one, string other, bool areEqual) =>
        Assert.Equal(areEqual, FoldedTerm.Of(one) == FoldedTerm.Of(other));

    /// <summary>Takes <c>wavy nets</c>, <c>flat nets</c> and <c>wavy-net</c> for terms at 0.5.</summary>
    private sealed class FirstWords : ISpanLabeller
    {
        public IReadOnlyList<string> Labels => ["A", "B"];

        public void Find(PaperPassages paper, List<SpanCandidate> into)
        {
            Passage body = paper[1];
            for (int i = 0; i < body.Tokens.Length; i++)
            {
                if (body.IsWord(i, "wavy-net")) into.Add(new SpanCandidate(1, new TokenRange(i, i + 1), 0, 0.5f));
                if (body.IsWord(i, "nets")) into.Add(new SpanCandidate(1, new TokenRange(i - 1, i + 1), 0, 0.5f));
            }
        }
    }
}
