using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class LabellingAllocationTests(ToyModel toy) : IClassFixture<ToyModel>
{
    // The list of candidates is the caller's and is used again, so nothing is returned that was made anew.
    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void Labelling_and_deciding_allocate_nothing_for_tokens_whose_words_were_met(int sentences)
    {
        PaperPassages[] papers = [.. ToyLanguage.Papers(20, seed: 9).Select(paper => new PaperPassages(new PaperText(
            paper.Text.Title, string.Join(' ', Enumerable.Repeat(paper.Text.Abstract, sentences)))))];
        List<SpanCandidate> spans = [];
        Read(papers, spans);
        Read(papers, spans);
        const int Rounds = 5, BytesOfAPaper = 200;
        long before = GC.GetAllocatedBytesForCurrentThread(), found = 0;
        for (int round = 0; round < Rounds; round++) found += Read(papers, spans);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(found >= papers.Length * Rounds * sentences, $"{found} found");
        Assert.InRange(allocated, 0, papers.Length * Rounds * BytesOfAPaper);
    }

    private long Read(PaperPassages[] papers, List<SpanCandidate> spans)
    {
        long found = 0;
        foreach (PaperPassages paper in papers)
        {
            spans.Clear();
            toy.Model.Labeller.Find(paper, spans);
            toy.Model.DecoderOf(ExtractionQuality.Fast).Decode(paper, spans);
            found += spans.Count;
        }

        return found;
    }
}
