using Papergraph.Corpus;
using CorpusPaper = Papergraph.Corpus.AnnotatedPaper;

namespace Papergraph.Extraction.Tests;

/// <summary>A model with taggers, which read a made-up language.</summary>
public sealed class ToyBestModel
{
    internal static readonly TaggerTrainingOptions Tagger = new() { Shape = new(8, 8, 8, 32, 16), Epochs = 12, Batch = 8, Rate = 0.01 };

    public ToyBestModel()
    {
        LanguagePretrainingOptions language = new()
        {
            Shape = new(8, 4, 8, 16),
            Words = 200,
            Projection = 16,
            Sample = 16,
            Batch = 8,
            Rate = 0.01,
        };
        LanguageCorpus corpus = LanguageCorpus.Read(ToyLanguage.Papers(60, seed: 7).Select(paper => paper.Text), 200, default);
        Language = new LanguageResources(LanguageModelTrainer.Train(corpus, language, null, default));
        Unlabelled = [.. ToyLanguage.Papers(60, seed: 8).Select(paper => paper.Text)];
        (Model, Report) = Train(threads: 1);
    }

    internal ExtractionModel Model { get; }

    internal TrainingReport Report { get; }

    internal IReadOnlyList<PaperText> Unlabelled { get; }

    private LanguageResources Language { get; }

    private static WordResources Words { get; } = WordPretraining.Train(
        ToyLanguage.Papers(60, seed: 7).Select(paper => paper.Text), new WordPretrainingOptions { Dimensions = 8, MinCount = 2, Epochs = 1 }).Words;

    internal (ExtractionModel Model, TrainingReport Report) Train(int threads) => ModelTrainer.Train(
        ToyLanguage.Papers(15, seed: 10),
        new ModelTrainingOptions
        {
            Words = Words,
            Language = Language,
            Quality = ExtractionQuality.Best,
            Unlabelled = Unlabelled,
            Tagger = Tagger,
            Prior = 0.5,
            Threads = threads,
        });
}

public class BestModelTests(ToyBestModel toy) : IClassFixture<ToyBestModel>
{
    [Fact]
    public void New_words_of_the_language_are_found_by_both_qualities()
    {
        foreach (ExtractionQuality quality in Enum.GetValues<ExtractionQuality>())
        {
            LearnedExtractor extractor = new(toy.Model, quality);
            Agreement all = default;
            foreach (CorpusPaper paper in ToyLanguage.Papers(30, seed: 11))
            {
                CorpusPaper found = extractor.Annotate(new CorpusPaper { Text = paper.Text });
                all += Agreement.Of(ToyLanguage.Marks(found), ToyLanguage.Marks(paper));
            }

            Assert.True(all.F1 > 0.9, $"{quality}: {all}");
        }
    }

    [Fact]
    public void The_fast_labeller_learns_words_that_only_the_taggers_were_shown()
    {
        ModelTrainingOptions without = new() { Words = toy.Model.Words, Prior = 0.5 };
        int known = ModelTrainer.Train(ToyLanguage.Papers(15, seed: 10), without).Model.Crf.Count;
        Assert.Equal(60, toy.Report.Unlabelled);
        Assert.True(toy.Model.Crf.Count > known, $"{toy.Model.Crf.Count} attributes with, {known} without");
    }

    [Fact]
    public void The_same_papers_give_the_same_model_on_any_number_of_threads()
    {
        Assert.Equal(toy.Model.Hash, toy.Train(threads: 8).Model.Hash);
    }
}
