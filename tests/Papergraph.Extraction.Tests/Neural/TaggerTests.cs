using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;
using Papergraph.Corpus;
using MarkedEntity = Papergraph.Corpus.AnnotatedEntity;
using MarkedPaper = Papergraph.Corpus.AnnotatedPaper;

namespace Papergraph.Extraction.Tests.Neural;

public class TaggerTests
{
    private static readonly string[] Labels = ["Dataset", "Method"];
    private static readonly WordResources Words = WordPretraining.Train(
        Enumerable.Range(0, 60).Select(i => Paper(i).Text), new WordPretrainingOptions { Dimensions = 8, MinCount = 2, Epochs = 1 },
        null, default).Words;
    private static readonly LanguageModel Model = SmallModel();
    private static readonly TaggerTrainingOptions Small = new()
    {
        Shape = new TaggerShape(4, 8, 8, 16, 16),
        Epochs = 30,
        Batch = 8,
        Rate = 0.01,
    };

    private static readonly Lazy<TaggerNetwork> Trained = new(() => Train(Small));

    [Fact]
    public void A_toy_language_is_learned_and_carries_over_to_names_not_seen()
    {
        NeuralLabeller labeller = new(Model, Words, [Trained.Value]);
        int right = 0, all = 0;
        for (int i = 100; i < 120; i++)
        {
            LabelledPaper paper = LabelledPaper.Of(Paper(i), Labels);
            List<SpanCandidate> found = [];
            labeller.Find(paper.Passages, found);
            HashSet<LabelledSpan> sure =
                [.. found.Where(c => c.Probability > 0.5f).Select(c => new LabelledSpan(c.Passage, c.Range, c.Label))];
            right += paper.Spans.Count(sure.Contains);
            all += paper.Spans.Count;
        }

        Assert.Equal(40, all);
        Assert.True(right >= 36, $"{right} of {all} spans were found.");
    }

    [Fact]
    public void The_gradients_of_all_layers_are_the_slopes_of_the_loss()
    {
        Xoshiro256 random = new(1);
        TaggerCorpus corpus = Corpus([Paper(1), Paper(2)]);
        TaggerNetwork network = new(new TaggerShape(3, 4, 5, 6, 16), ContextInputs.SizeOf(Model, Words), [Labels]);
        network.Initialize(ref random);
        TaggerRun run = new(network);
        double Loss()
        {
            Xoshiro256 none = new(1);
            network.Pack(forTraining: true);
            return run.Learn(corpus.Sentences, corpus.Contexts, corpus.Tags, 0, ref none, isHiding: false);
        }

        Loss();
        Parameter[] parameters = [.. network.Body, .. network.Heads[0].Parameters];
        float[][] gradients = [.. parameters.Select(parameter => parameter.Gradient.ToArray())];
        for (int i = 0; i < parameters.Length; i++) Slopes.AreEqual(parameters[i].Value, gradients[i], Loss);
    }

    [Fact]
    public void The_same_papers_give_the_same_bits_on_any_number_of_threads()
    {
        TaggerTrainingOptions few = Small with { Epochs = 2 };
        TaggerNetwork[] networks = [Train(few), .. Enumerable.Range(0, 2).AsParallel().Select(_ => Train(few))];
        foreach (TaggerNetwork other in networks[1..])
        {
            foreach ((Parameter a, Parameter b) in networks[0].Body.Zip(other.Body)) Assert.Equal(a.Value, b.Value);
        }

        NeuralLabeller labeller = new(Model, Words, networks);
        PaperPassages[] papers = [.. Enumerable.Range(0, 40).Select(i => new PaperPassages(Paper(i).Text))];
        List<SpanCandidate>[] one = [.. papers.Select(Find)];
        List<SpanCandidate>[] many = [.. papers.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(Find)];
        Assert.Equal(one, many);

        List<SpanCandidate> Find(PaperPassages paper)
        {
            List<SpanCandidate> found = [];
            labeller.Find(paper, found);
            return found;
        }
    }

    [Fact]
    public void Several_taggers_give_the_mean_of_their_probabilities()
    {
        TaggerNetwork[] taggers = [Train(Small with { Epochs = 12 }), Train(Small with { Epochs = 12, Seed = 2 })];
        PaperPassages paper = new(Paper(3).Text);
        List<SpanCandidate> both = [], one = [], other = [];
        new NeuralLabeller(Model, Words, taggers).Find(paper, both);
        new NeuralLabeller(Model, Words, taggers[..1]).Find(paper, one);
        new NeuralLabeller(Model, Words, taggers[1..]).Find(paper, other);
        Assert.Contains(both, c => c.Probability > 0.3f);
        foreach (SpanCandidate candidate in both)
            Assert.InRange(candidate.Probability, Mean(candidate) - 1e-5, Mean(candidate) + 0.01 + 1e-5);

        double Mean(SpanCandidate of) => new[] { one, other }.Average(found =>
            (double)found.FirstOrDefault(c => (c.Passage, c.Range, c.Label) == (of.Passage, of.Range, of.Label)).Probability);
    }

    [Fact]
    public void Candidates_are_sorted_probable_enough_and_within_a_sentence_whatever_the_text()
    {
        NeuralLabeller labeller = new(Model, Words, [Trained.Value]);
        Prop.ForAll(HostileText.Any, text =>
        {
            PaperPassages paper = new(new PaperText(text, text + ". We train Alpha1 on the Beta2 corpus. " + text));
            List<SpanCandidate> found = [];
            labeller.Find(paper, found);
            Assert.Equal(found.Order(), found);
            Assert.Equal(found.Count, found.Select(c => (c.Passage, c.Range, c.Label)).Distinct().Count());
            foreach (SpanCandidate c in found)
            {
                Assert.InRange(c.Probability, ISpanLabeller.LeastProbability, 1);
                Assert.InRange(c.Label, 0, 1);
                Assert.Contains(paper[c.Passage].Sentences, s => s.First <= c.Range.First && c.Range.End <= s.End && c.Range.Length > 0);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_sentence_without_end_is_read_in_pieces()
    {
        string text = string.Join(' ', Enumerable.Range(0, 3_000).Select(i => "word" + i));
        List<SpanCandidate> found = [];
        new NeuralLabeller(Model, Words, [Trained.Value]).Find(new PaperPassages(new PaperText("", text)), found);
        Assert.All(found, c => Assert.True(c.Range.Length <= SentenceEncoder.LongestSentence));
    }

    [Fact]
    public void A_model_reads_as_it_was_written()
    {
        ModelFile file = new();
        NeuralSections.Put(file, Model);
        NeuralSections.Put(file, [Trained.Value]);
        byte[] bytes = file.ToBytes();
        ModelFile read = ModelFile.Read(bytes, "m");
        LanguageModel model = NeuralSections.FindLanguage(read, "m")!;
        TaggerNetwork tagger = Assert.Single(NeuralSections.FindTaggers(read, ContextInputs.SizeOf(model, Words), "m"));
        foreach ((Parameter a, Parameter b) in Model.Parameters.Zip(model.Parameters)) Assert.Equal(a.Value, b.Value);
        foreach ((Parameter a, Parameter b) in Trained.Value.Body.Zip(tagger.Body)) Assert.Equal(a.Value, b.Value);
        foreach ((Parameter a, Parameter b) in Trained.Value.Heads[0].Parameters.Zip(tagger.Heads[0].Parameters))
            Assert.Equal(a.Value, b.Value);
        Assert.Equal(Labels, tagger.Heads[0].Labels);
        Assert.Equal(Model.Words.Vocabulary.Find("corpus"), model.Words.Vocabulary.Find("Corpus"));

        ModelFile again = new();
        NeuralSections.Put(again, model);
        NeuralSections.Put(again, [tagger]);
        Assert.Equal(bytes, again.ToBytes());
        Assert.Null(NeuralSections.FindLanguage(new ModelFile(), "m"));
        Assert.Empty(NeuralSections.FindTaggers(new ModelFile(), 1, "m"));
    }

    [Theory]
    [InlineData("neural/language")]
    [InlineData("neural/tagger/0")]
    public void A_damaged_part_is_refused(string name)
    {
        ModelFile file = new();
        NeuralSections.Put(file, Model);
        NeuralSections.Put(file, [Trained.Value]);
        byte[] whole = file.Find(name)!.Value.ToArray();
        foreach (byte[] damaged in Damages(whole))
        {
            file.Put(name, damaged);
            PapergraphException refused = Assert.Throws<PapergraphException>(() =>
            {
                NeuralSections.FindLanguage(file, "some.model");
                NeuralSections.FindTaggers(file, ContextInputs.SizeOf(Model, Words), "some.model");
            });
            Assert.Equal("PGM002", refused.Code);
            Assert.Contains("some.model", refused.Message, StringComparison.Ordinal);
        }

        static IEnumerable<byte[]> Damages(byte[] whole)
        {
            foreach (int length in new[] { 0, 3, 17, 40, whole.Length / 2, whole.Length - 1 }) yield return whole[..length];
            yield return [.. whole, 0];
            for (int at = 0; at < 20; at += 4)
            {
                foreach (int value in new[] { -1, 0, int.MaxValue, 17 })
                {
                    byte[] changed = [.. whole];
                    BitConverter.TryWriteBytes(changed.AsSpan(at), value);
                    if (!changed.SequenceEqual(whole)) yield return changed;
                }
            }
        }
    }

    // Names in the first place are methods, in the second place data sets.
    private static MarkedPaper Paper(int seed)
    {
        string[] verbs = ["train", "evaluate", "fit", "probe"], rests = ["corpus", "benchmark", "collection"];
        string method = $"{(char)('A' + (seed % 26))}net{seed}", data = $"{(char)('K' + (seed % 13))}set{seed % 17}";
        return new MarkedPaper
        {
            Text = new PaperText("A study", $"We {verbs[seed % 4]} {method} on the {data} {rests[seed % 3]}. The results are good."),
            Entities = [new MarkedEntity("Method", [method], null), new MarkedEntity("Dataset", [data], null)],
        };
    }

    private static LanguageModel SmallModel()
    {
        LanguagePretrainingOptions options = new()
        {
            Shape = new LanguageModelShape(8, 4, 8, 16),
            Words = 100,
            Projection = 16,
            Sample = 16,
            Batch = 8,
            Rate = 0.01,
        };
        LanguageCorpus corpus = LanguageCorpus.Read(Enumerable.Range(0, 60).Select(i => Paper(i).Text), 100, default);
        return LanguageModelTrainer.Train(corpus, options, null, default);
    }

    private static TaggerCorpus Corpus(IEnumerable<MarkedPaper> papers) => TaggerCorpus.Of(
        papers.Select(paper => LabelledPaper.Of(paper, Labels)), Labels, new SentenceEncoder(Model.Words.Vocabulary, Words),
        new ContextInputs(Model, Words), default);

    private static TaggerNetwork Train(TaggerTrainingOptions options) => TaggerTrainer.Train(
        [Corpus(Enumerable.Range(0, 60).Select(Paper))], ContextInputs.SizeOf(Model, Words), options, null, default);
}
