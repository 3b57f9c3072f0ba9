using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class WordPretrainingTests
{
    // Oracle: by construction, words of one group have the same neighbours and words of different groups have none in common.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Words_with_the_same_neighbours_are_closer_to_each_other_than_to_any_other(int set)
    {
        WordResources words = MadeUpPapers.Learn(threads: 2);
        foreach (string[] group in MadeUpPapers.Groups)
        {
            foreach (string word in group)
            {
                double near = group.Where(w => w != word).Min(other => Cosine(words, set, word, other));
                double far = MadeUpPapers.Groups.Where(g => g != group).SelectMany(g => g).Max(other => Cosine(words, set, word, other));
                Assert.True(near > far, $"{word}: {near} to its own, {far} to another");
            }
        }
    }

    [Fact]
    public void The_same_papers_give_the_same_bytes_on_one_thread_and_on_three() =>
        Assert.Equal(Bytes(MadeUpPapers.Learn(threads: 1, papers: 60)), Bytes(MadeUpPapers.Learn(threads: 3, papers: 60)));

    [Fact]
    public void Another_seed_gives_other_vectors() =>
        Assert.NotEqual(Bytes(MadeUpPapers.Learn(threads: 2, papers: 60)), Bytes(MadeUpPapers.Learn(threads: 2, seed: 2, papers: 60)));

    [Fact]
    public void Words_are_numbered_by_frequency_and_rare_ones_are_left_out()
    {
        PaperText[] texts = [new("Cab cab", "Cab abc abc bca bca once"), new("zero 1 2", "3 and 4")];
        WordResources words = WordPretraining.Train(texts, MadeUpPapers.Options).Words;
        Assert.Equal(4, words.Count);
        Assert.Equal([0, 1, 2, 3], new[] { "0", "cab", "abc", "bca" }.Select(w => words.IndexOf(w)));
        Assert.Equal([4u, 3u, 2u, 2u], Enumerable.Range(0, 4).Select(words.Frequency));
        Assert.Equal(-1, words.IndexOf("once"));
    }

    [Fact]
    public void Capitals_count_where_a_sentence_goes_on()
    {
        PaperText text = new("The Plant and The Rome", "Plant we plant . Plant we Plant and ROME. Rome of Rome and plant plant .");
        WordResources words = WordPretraining.Train([text], MadeUpPapers.Options).Words;
        float[] shares = [.. new[] { "plant", "rome", "and", "." }.Select(w => words.CapitalShare(words.IndexOf(w)))];
        Assert.Equal([64 / 255f, 1, 0, 0], shares);
    }

    [Fact]
    public void Addresses_are_no_words()
    {
        PaperText text = new("", "see https://example.org/a and https://example.org/a and see");
        WordPretrainingResult learned = WordPretraining.Train([text], MadeUpPapers.Options);
        Assert.Equal((1, 4, 2), (learned.Texts, learned.Tokens, learned.Words.Count));
    }

    [Fact]
    public void Words_beyond_those_that_keep_a_vector_have_that_of_their_cluster()
    {
        WordPretrainingOptions few = MadeUpPapers.Options with { MostVectors = 3, Epochs = 2 };
        WordResources words = WordPretraining.Train(MadeUpPapers.Take(2000), few).Words;
        float[] a = new float[12], b = new float[12];
        Assert.True(words.Count > 20);
        for (int word = 3; word < words.Count; word++)
        {
            for (int other = 3; other < word; other++)
            {
                words.CopyVector(word, 1, a);
                words.CopyVector(other, 1, b);
                Assert.Equal(words.Cluster(word, 5) == words.Cluster(other, 5), a.AsSpan().SequenceEqual(b));
            }
        }
    }

    [Theory]
    [InlineData(3, 1, 1, 1)]
    [InlineData(10, 0, 1, 1)]
    [InlineData(10, 1, 0, 1)]
    [InlineData(10, 1, 1, 0)]
    [InlineData(10, 1, 1, 1025)]
    public void Options_outside_their_range_are_refused(int dimensions, int epochs, int minCount, int threads)
    {
        WordPretrainingOptions options = new() { Dimensions = dimensions, Epochs = epochs, MinCount = minCount, Threads = threads };
        Assert.Equal("PGX602", Assert.Throws<PapergraphException>(() => WordPretraining.Train([new("a b", "")], options)).Code);
    }

    [Fact]
    public void Texts_without_words_are_refused()
    {
        PapergraphException refusal = Assert.Throws<PapergraphException>(() =>
            WordPretraining.Train([new("", "")], new WordPretrainingOptions()));
        Assert.Equal("PGX603", refusal.Code);
    }

    [Fact]
    public void Learning_ends_when_it_is_cancelled()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            WordPretraining.Train(MadeUpPapers.Take(3), MadeUpPapers.Options, cancellation: source.Token));
    }

    private static double Cosine(WordResources words, int set, string one, string other)
    {
        float[] a = new float[words.VectorLength], b = new float[words.VectorLength];
        words.CopyVector(words.IndexOf(one), set, a);
        words.CopyVector(words.IndexOf(other), set, b);
        double dot = a.Zip(b, (x, y) => (double)x * y).Sum();
        return dot / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));
    }

    private static byte[] Bytes(WordResources words)
    {
        using MemoryStream stream = new();
        words.Write(stream);
        return stream.ToArray();
    }
}
