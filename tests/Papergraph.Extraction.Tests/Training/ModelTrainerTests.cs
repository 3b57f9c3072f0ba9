using Papergraph.Core;
using Papergraph.Corpus;
using CorpusPaper = Papergraph.Corpus.AnnotatedPaper;

namespace Papergraph.Extraction.Tests;

/// <summary>What is known of words and language, and models of both qualities, all learned from <see cref="MadeUpPapers"/>.</summary>
public sealed class ModelsOfMadeUpPapers
{
    public ModelsOfMadeUpPapers()
    {
        PaperText[] texts = [.. MadeUpPapers.Many.Select(paper => paper.Text)];
        Words = WordPretraining.Train(texts, new WordPretrainingOptions { Dimensions = 8, MinCount = 2, Epochs = 1 }).Words;
        Language = LanguagePretraining.Train(texts, new LanguagePretrainingOptions
        {
            Shape = new LanguageModelShape(8, 4, 16, 16),
            Words = 60,
            Projection = 16,
            Sample = 16,
            Batch = 8,
        }).Language;
        (Fast, Report) = ModelTrainer.Train(MadeUpPapers.Many, new ModelTrainingOptions { Words = Words });
    }

    public WordResources Words { get; }

    public LanguageResources Language { get; }

    /// <summary>Without taggers.</summary>
    public ExtractionModel Fast { get; }

    /// <summary>How <see cref="Fast"/> was trained.</summary>
    public TrainingReport Report { get; }

    /// <summary>How a model with taggers is trained on few papers.</summary>
    internal ModelTrainingOptions WithTaggers => new()
    {
        Words = Words,
        Language = Language,
        Quality = ExtractionQuality.Best,
        Auxiliary = [[.. MadeUpPapers.Many.Take(4).Select(OtherwiseLabelled)]],
        Tagger = ToyBestModel.Tagger with { Epochs = 2 },
        Iterations = 5,
    };

    internal static IReadOnlyList<CorpusPaper> Few => [.. MadeUpPapers.Many.Take(8)];

    private static CorpusPaper OtherwiseLabelled(CorpusPaper paper) => new()
    {
        Text = paper.Text,
        Entities = [.. paper.Entities.Select(entity => new Corpus.AnnotatedEntity("Name", entity.Surfaces, null))],
    };
}

public class ModelTrainerTests(ModelsOfMadeUpPapers models) : IClassFixture<ModelsOfMadeUpPapers>
{
    [Fact]
    public void Mentions_roles_and_statements_of_papers_never_seen_are_found()
    {
        LearnedExtractor extractor = new(models.Fast);
        int mentions = 0, roles = 0, statements = 0;
        CorpusPaper[] papers = [.. Enumerable.Range(1_001, 10).Select(MadeUpPapers.Make)];
        foreach (CorpusPaper paper in papers)
        {
            PaperExtraction found = extractor.Extract(paper.Text);
            string Surface(int mention) => paper.Text.At(found.Mentions[mention].Place);
            HashSet<string> surfaces = [.. Enumerable.Range(0, found.Mentions.Count).Select(m => $"{found.Mentions[m].Type} {Surface(m)}")];
            HashSet<string> claims = [.. found.Roles.Select(claim => $"{claim.Role} {Surface(claim.Mention)}")];
            HashSet<string> stated = [.. found.Statements.Select(s => $"{Surface(s.Head)} {s.Relation} {Surface(s.Tail)}")];
            mentions += paper.Entities.Count(entity => surfaces.Contains($"{entity.Label} {entity.Surfaces[0]}"));
            roles += paper.Entities.Count(entity => claims.Contains($"{entity.Role} {entity.Surfaces[0]}"));
            statements += paper.Relations.Count(r => stated.Contains($"{r.Head} {RelationLabels.Find(r.Label)} {r.Tail}"));
        }

        string reached = $"{mentions} of 50 mentions, {roles} of 50 roles, {statements} of 40 statements";
        Assert.True(mentions >= 45 && roles >= 45 && statements >= 30, reached);
    }

    [Fact]
    public void The_report_counts_papers_and_marks()
    {
        Assert.Equal((60, 0), (models.Report.Papers, models.Report.LostMentions));
        Assert.InRange(models.Report.Mentions, 5 * 60, 8 * 60);
        Assert.InRange(models.Report.Fast.F1, 0.8, 1);
    }

    [Fact]
    public void All_parts_trained_twice_on_different_numbers_of_threads_are_the_same_bytes()
    {
        byte[] one = Bytes(ModelTrainer.Train(ModelsOfMadeUpPapers.Few, models.WithTaggers with { Threads = 1 }).Model);
        Assert.Equal(one, Bytes(ModelTrainer.Train(ModelsOfMadeUpPapers.Few, models.WithTaggers with { Threads = 3 }).Model));
        ModelFile file = ModelFile.Read(one, "m");
        foreach (string part in new[] { "labels", "words", "crf", "decoder", "roles", "statements", "neural/language", "neural/tagger/0" })
            Assert.Contains(part, file.Names);
    }

    [Fact]
    public void Labels_of_auxiliary_sets_teach_the_taggers_and_are_never_found()
    {
        ExtractionModel without = ModelTrainer.Train(ModelsOfMadeUpPapers.Few, models.WithTaggers with { Auxiliary = [] }).Model;
        ExtractionModel with = ModelTrainer.Train(ModelsOfMadeUpPapers.Few, models.WithTaggers).Model;
        Assert.DoesNotContain("Name", with.LabellerOf(ExtractionQuality.Best).Labels);
        Assert.Equal(without.File.Find("crf")!.Value.ToArray(), with.File.Find("crf")!.Value.ToArray());
        Assert.NotEqual(without.File.Find("neural/tagger/0")!.Value.ToArray(), with.File.Find("neural/tagger/0")!.Value.ToArray());
    }

    [Fact]
    public void What_quality_best_needs_is_asked_for_before_anything_is_trained()
    {
        Assert.Equal("PGM006", Refusal(models.WithTaggers with { Words = null }));
        Assert.Equal("PGM006", Refusal(models.WithTaggers with { Language = null }));
        CorpusPaper unmarked = new() { Text = new PaperText("", "") };
        Assert.Equal("PGM007", Refusal(models.WithTaggers with { Auxiliary = [MadeUpPapers.Many, [unmarked]] }));
    }

    private static string Refusal(ModelTrainingOptions options)
    {
        PapergraphException refused =
            Assert.Throws<PapergraphException>(() => ModelTrainer.Train(ModelsOfMadeUpPapers.Few, options, new NoProgress()));
        return refused.Code;
    }

    private static byte[] Bytes(ExtractionModel model)
    {
        using MemoryStream stream = new();
        model.Save(stream);
        return stream.ToArray();
    }

    private sealed class NoProgress : IProgress<ProgressUpdate>
    {
        public void Report(ProgressUpdate value) => Assert.Fail($"'{value.Stage}' has begun.");
    }
}
