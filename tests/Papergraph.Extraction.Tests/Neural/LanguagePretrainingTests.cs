using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests.Neural;

public class LanguagePretrainingTests
{
    private static readonly PaperText[] Texts = [.. MadeUpPapers.Many.Select(paper => paper.Text)];
    private static readonly LanguagePretrainingOptions Small = new()
    {
        Shape = new LanguageModelShape(8, 4, 16, 16),
        Words = 60,
        Projection = 16,
        Sample = 16,
        Batch = 8,
        Threads = 1,
    };

    private static readonly Lazy<LanguagePretrainingResult> Learned = new(() => LanguagePretraining.Train(Texts, Small));

    [Fact]
    public void The_same_texts_give_the_same_bytes_on_one_thread_and_on_two()
    {
        byte[] one = Bytes(Learned.Value.Language);
        Assert.Equal(one, Bytes(LanguagePretraining.Train(Texts, Small with { Threads = 2 }).Language));
        Assert.NotEqual(one, Bytes(LanguagePretraining.Train(Texts, Small with { Seed = 2 }).Language));
        Assert.NotEqual(one, Bytes(LanguagePretraining.Train(Texts.Reverse(), Small).Language));
    }

    [Fact]
    public void What_was_read_is_counted()
    {
        // A title and two sentences; with the full stops nine words in six spellings, and the two most frequent words occur twice each.
        PaperText[] texts = [new PaperText("Deep graphs", "Graphs grow. Deep roots grow."), new PaperText("", "")];
        LanguagePretrainingResult learned = LanguagePretraining.Train(texts, Small with { Words = 2 });
        Assert.Equal((2, 3, 9, 6), (learned.Texts, learned.Sentences, learned.Words, learned.Spellings));
        Assert.Equal(5, learned.UnknownWords);
        Assert.InRange(learned.Loss, 0.1, 10);
    }

    [Fact]
    public void Steps_are_told_up_to_the_last()
    {
        List<ProgressUpdate> told = [];
        LanguagePretraining.Train(Texts, Small with { Epochs = 2 }, new Told(told));
        Assert.Equal(Enumerable.Range(1, told.Count).Select(i => (long)i), told.Select(t => t.Done));
        Assert.All(told, t => Assert.Equal(told.Count, t.Total));
    }

    [Fact]
    public void A_file_reads_as_it_was_written()
    {
        byte[] file = Bytes(Learned.Value.Language);
        LanguageResources read = LanguageResources.Read(file, "l");
        Assert.Equal(file, Bytes(read));
        IEnumerable<Parameter> written = Learned.Value.Language.Model.Parameters;
        foreach ((Parameter a, Parameter b) in written.Zip(read.Model.Parameters)) Assert.Equal(a.Value, b.Value);
        Assert.Equal(60, read.Words);
    }

    [Fact]
    public void The_most_frequent_words_stay_with_their_numbers_and_others_become_unknown()
    {
        LanguageModel all = Learned.Value.Language.Model;
        LanguageModel few = LanguagePretraining.Train(Texts, Small with { KeptWords = 8 }).Language.Model;
        Assert.Equal(8, few.Words.Vocabulary.Words.Count);
        int rank = few.Words.Vocabulary.Find("outperforms");
        Assert.Equal(all.Words.Vocabulary.Find("outperforms"), rank);
        Assert.Equal(all.Words.Words.Row(rank).ToArray(), few.Words.Words.Row(rank).ToArray());
        Assert.Equal(LanguageVocabulary.Unknown, few.Words.Vocabulary.Find("experiments"));
        Assert.NotEqual(LanguageVocabulary.Unknown, all.Words.Vocabulary.Find("experiments"));
        Assert.Equal(all.Forward.Recurrent.Value, few.Forward.Recurrent.Value);
    }

    [Fact]
    public void Something_else_a_damaged_file_and_one_of_another_version_are_refused_by_name()
    {
        byte[] file = Bytes(Learned.Value.Language);
        Assert.Equal("PGM605", Refusal([]).Code);
        Assert.Equal("PGM605", Refusal("PGWORDS\0 and more"u8.ToArray()).Code);
        Assert.Equal("PGM606", Refusal([.. file[..8], 2, .. file[9..]]).Code);
        foreach (int length in new[] { 8, 19, 20, file.Length / 2, file.Length - 1 }) Assert.Equal("PGM607", Refusal(file[..length]).Code);
        Assert.Equal("PGM607", Refusal([.. file, 0]).Code);
        for (int at = 12; at < file.Length; at += 97)
        {
            byte[] damaged = [.. file];
            damaged[at] ^= 4;
            Assert.Equal("PGM607", Refusal(damaged).Code);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_by_name()
    {
        PapergraphException refused = Assert.Throws<PapergraphException>(() => LanguageResources.Load("never-made.bin"));
        Assert.Equal("PGM608", refused.Code);
        Assert.Contains("never-made.bin", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_that_the_bytes_cannot_hold_take_no_memory()
    {
        byte[] content = new byte[1_000];
        foreach (int number in Enumerable.Range(0, 4)) BitConverter.TryWriteBytes(content.AsSpan(4 * number), 4_096);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<PapergraphException>(() => LanguageLayout.Read(content, () => ExtractionErrors.DamagedLanguage("l")));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Texts_without_a_sentence_are_refused() =>
        Assert.Equal("PGM609", Assert.Throws<PapergraphException>(() => LanguagePretraining.Train([new PaperText("", "")], Small)).Code);

    public static TheoryData<LanguagePretrainingOptions> Unfit => new()
    {
        Small with { Words = 0 }, Small with { Words = 200_001 }, Small with { KeptWords = -1 }, Small with { Epochs = 0 },
        Small with { Epochs = 101 }, Small with { Threads = 0 }, Small with { Threads = 1_025 },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void An_option_outside_its_range_is_refused(LanguagePretrainingOptions options) =>
        Assert.Equal("PGM602", Assert.Throws<PapergraphException>(() => LanguagePretraining.Train(Texts, options)).Code);

    [Fact]
    public void Learning_ends_when_it_is_told_to()
    {
        using CancellationTokenSource stop = new();
        List<ProgressUpdate> told = [];
        Assert.Throws<OperationCanceledException>(() => LanguagePretraining.Train(Texts, Small, new Told(told, stop.Cancel), stop.Token));
        Assert.Single(told);
    }

    private static PapergraphException Refusal(byte[] file)
    {
        PapergraphException refused = Assert.Throws<PapergraphException>(() => LanguageResources.Read(file, "some file"));
        Assert.Contains("'some file'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        return refused;
    }

    private static byte[] Bytes(LanguageResources language)
    {
        using MemoryStream stream = new();
        language.Write(stream);
        return stream.ToArray();
    }

    private sealed class Told(List<ProgressUpdate> updates, Action? then = null) : IProgress<ProgressUpdate>
    {
        public void Report(ProgressUpdate value)
        {
            updates.Add(value);
            then?.Invoke();
        }
    }
}
