using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests.Neural;

public class LanguageModelTests
{
    private static readonly LanguagePretrainingOptions Small = new()
    {
        Shape = new LanguageModelShape(8, 4, 8, 16),
        Words = 100,
        Projection = 16,
        Sample = 16,
        Batch = 8,
        Rate = 0.01,
    };

    [Fact]
    public void A_sampled_loss_has_its_slopes_as_gradients()
    {
        Xoshiro256 random = new(2);
        SampledSoftmax softmax = new([5, 9, 2, 7, 1, 4], 3, 16);
        softmax.Words.Scattered(ref random, 1);
        softmax.Bias.Scattered(ref random, 1);
        Matrix states = LayerTests.Filled(4, 3, ref random), gradient = new(0, 3);
        int[] targets = [1, 0, 5, 1];
        double Loss()
        {
            Xoshiro256 same = new(4);
            return softmax.Run(states, targets, ref same, new Matrix(0, 3));
        }

        Xoshiro256 sample = new(4);
        softmax.Run(states, targets, ref sample, gradient);
        Assert.All(targets, target => Assert.Contains(target, softmax.Touched.ToArray()));
        float[] words = [.. softmax.Words.Gradient], biases = [.. softmax.Bias.Gradient];
        Slopes.AreEqual(softmax.Words.Value, words, Loss);
        Slopes.AreEqual(softmax.Bias.Value, biases, Loss);
        Slopes.AreEqual(states.Data.ToArray(), gradient.Data.ToArray(), Loss, (i, value) => states.Data[i] = value);
    }

    [Fact]
    public void The_gradients_of_words_and_spellings_come_through_both_directions()
    {
        Xoshiro256 random = new(5);
        LanguageModel model = new(Vocabulary("deep", "graph"), Small.Shape);
        model.Initialize(ref random);
        SpelledWord[] words = [.. "Deep graphs graph".Split(' ')
            .Select(word => new SpelledWord(model.Words.Vocabulary.Find(word), CharacterEncoder.Classify(word)))];
        int[] lengths = [2, 3];
        SequenceBatch batch = new(lengths);
        int[] rows = [0, 1, 1, 2, 0];
        Matrix forward = LayerTests.Filled(5, 16, ref random), backward = LayerTests.Filled(5, 16, ref random);
        LanguageModelRun run = new(model);
        double Loss()
        {
            model.Pack(forTraining: true);
            run.Forward(batch, words, rows);
            double sum = 0;
            for (int i = 0; i < forward.Data.Length; i++)
                sum += ((double)run.ForwardStates.Data[i] * forward.Data[i]) + ((double)run.BackwardStates.Data[i] * backward.Data[i]);
            return sum;
        }

        Loss();
        run.Backward(batch, words, rows, forward, backward);
        foreach (Parameter parameter in model.Parameters) Slopes.AreEqual(parameter.Value, parameter.Gradient, Loss);
    }

    [Fact]
    public void A_corpus_has_marks_around_its_sentences_and_numbers_for_its_words()
    {
        PaperText[] texts = [new PaperText("Big data", "Data, data and GPT-4. We look."), new PaperText("", "")];
        LanguageCorpus corpus = LanguageCorpus.Read(texts, 3, default);
        Assert.Equal(3, corpus.Sentences);
        Assert.Equal(6, corpus.Vocabulary.Count);
        Assert.Equal(0, corpus.Vocabulary.Words.Find("data"u8));
        int[] first = [.. corpus.Sentence(0).ToArray().Select(form => corpus.Forms[form].Word)];
        Assert.Equal(LanguageVocabulary.Begin, first[0]);
        Assert.Equal(LanguageVocabulary.End, first[^1]);
        Assert.Equal(corpus.Vocabulary.Find("DATA"), first[2]);
        Assert.Equal(LanguageVocabulary.Unknown, corpus.Vocabulary.Find("zebra"));
        Assert.Equal(3, corpus.Frequencies[LanguageVocabulary.Begin]);
        Assert.Equal(3, corpus.Frequencies[corpus.Vocabulary.Find("data")]);
    }

    [Fact]
    public void A_language_whose_next_word_is_certain_is_learned()
    {
        string[] circle = ["red", "green", "blue", "grey", "pink"];
        PaperText[] texts = [.. Enumerable.Range(0, 400).Select(i =>
            new PaperText("", string.Join(' ', Enumerable.Range(i, 6).Select(at => circle[at % circle.Length]))))];
        List<double> losses = [];
        LanguageCorpus corpus = LanguageCorpus.Read(texts, 50, default);
        LanguageModelTrainer.Train(corpus, Small with { Epochs = 12 }, progress => losses.Add(progress.Loss), default);

        // Certain but for the first word of a sentence, seen from each side one in six.
        Assert.True(losses[0] > 2.5);
        Assert.True(losses[^1] < 0.8, $"The loss is {losses[^1]}.");
    }

    [Fact]
    public void The_same_texts_give_the_same_bits()
    {
        PaperText[] texts =
            [.. Enumerable.Range(0, 40).Select(i => new PaperText("A title", $"Word{i} follows word{i * 7 % 40} in text."))];
        LanguageModel one = LanguageModelTrainer.Train(LanguageCorpus.Read(texts, 50, default), Small, null, default);
        LanguageModel other = LanguageModelTrainer.Train(LanguageCorpus.Read(texts, 50, default), Small, null, default);
        foreach ((Parameter a, Parameter b) in one.Parameters.Zip(other.Parameters)) Assert.Equal(a.Value, b.Value);
    }

    internal static LanguageVocabulary Vocabulary(params string[] words)
    {
        WordTable table = new();
        foreach (string word in words) table.Add(System.Text.Encoding.UTF8.GetBytes(word));
        return new LanguageVocabulary(table);
    }
}
