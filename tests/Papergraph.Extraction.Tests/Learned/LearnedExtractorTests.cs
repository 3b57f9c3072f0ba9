using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;
using Papergraph.Corpus;
using CorpusPaper = Papergraph.Corpus.AnnotatedPaper;

namespace Papergraph.Extraction.Tests;

/// <summary>A model of a made-up language, trained once.</summary>
public sealed class ToyModel
{
    public ExtractionModel Model { get; } =
        ModelTrainer.Train(ToyLanguage.Papers(60, seed: 1), new ModelTrainingOptions { Prior = 0.5 }).Model;
}

public class LearnedExtractorTests(ToyModel toy) : IClassFixture<ToyModel>
{
    [Fact]
    public void New_words_of_the_language_are_found_with_their_labels()
    {
        LearnedExtractor extractor = new(toy.Model);
        int right = 0, found = 0, wanted = 0;
        foreach (CorpusPaper paper in ToyLanguage.Papers(50, seed: 2))
        {
            HashSet<(string, string)> have = ToyLanguage.Marks(extractor.Annotate(new CorpusPaper { Text = paper.Text }));
            HashSet<(string, string)> want = ToyLanguage.Marks(paper);
            right += have.Count(want.Contains);
            found += have.Count;
            wanted += want.Count;
        }

        Assert.True(2.0 * right / (found + wanted) > 0.95, $"{right} right of {found} found and {wanted} wanted");
    }

    [Fact]
    public void Mentions_have_the_types_of_their_labels_and_exact_places()
    {
        PaperText text = ToyLanguage.Papers(1, seed: 3)[0].Text;
        PaperExtraction found = new LearnedExtractor(toy.Model).Extract(text);
        Assert.Contains(found.Mentions, m => m.Type == EntityType.Method && text.At(m.Place).Contains("orp", StringComparison.Ordinal));
        Assert.Contains(found.Mentions, m => m.Type == EntityType.Dataset && text.At(m.Place).EndsWith("im", StringComparison.Ordinal));
        Assert.Equal(found.Mentions.OrderBy(mention => mention.Place), found.Mentions);
    }

    [Fact]
    public void A_model_that_was_saved_and_read_is_the_same_and_says_the_same()
    {
        string file = Path.GetTempFileName();
        try
        {
            toy.Model.Save(file);
            ExtractionModel read = ExtractionModel.Load(file);
            Assert.Equal(toy.Model.Hash, read.Hash);
            foreach (CorpusPaper paper in ToyLanguage.Papers(20, seed: 4))
            {
                string expected = Described(new LearnedExtractor(toy.Model).Extract(paper.Text));
                Assert.Equal(expected, Described(new LearnedExtractor(read).Extract(paper.Text)));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_same_papers_give_the_same_model_on_any_number_of_threads()
    {
        List<CorpusPaper> papers = ToyLanguage.Papers(12, seed: 5);
        string one = ModelTrainer.Train(papers, new ModelTrainingOptions { Iterations = 5, Threads = 1 }).Model.Hash;
        Assert.Equal(one, ModelTrainer.Train(papers, new ModelTrainingOptions { Iterations = 5, Threads = 8 }).Model.Hash);
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        string file = Path.GetTempFileName();
        toy.Model.Save(file);
        byte[] bytes = File.ReadAllBytes(file);
        File.Delete(file);
        Xoshiro256 random = new(6);
        for (int trial = 0; trial < 200; trial++)
        {
            int at = random.Next(bytes.Length);
            byte[] damaged = [.. bytes];
            damaged[at] ^= (byte)(1 << random.Next(8));
            Assert.Throws<PapergraphException>(() => ExtractionModel.Read(damaged, "x"));
            Assert.Throws<PapergraphException>(() => ExtractionModel.Read(bytes.AsMemory(0, random.Next(bytes.Length)), "x"));
        }
    }

    [Fact]
    public void Too_few_papers_are_refused()
    {
        List<CorpusPaper> papers = ToyLanguage.Papers(3, seed: 7);
        PapergraphException refused = Assert.Throws<PapergraphException>(() => ModelTrainer.Train(papers, new ModelTrainingOptions()));
        Assert.Equal("PGM005", refused.Code);
    }

    [Fact]
    public void Any_text_is_read_without_fault_and_places_are_exact() =>
        Prop.ForAll(HostileText.Any, HostileText.Any, (title, body) =>
        {
            Check(new PaperText(title, body));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [MemberData(nameof(PatternExtractorTests.Extremes), MemberType = typeof(PatternExtractorTests))]
    public void A_megabyte_of_one_thing_is_read_to_its_limit(string text) => Check(new PaperText(text, text));

    [Fact]
    public void The_same_text_gives_the_same_result_on_any_thread()
    {
        LearnedExtractor extractor = new(toy.Model);
        List<CorpusPaper> papers = ToyLanguage.Papers(64, seed: 8);
        string[] expected = [.. papers.Select(paper => Described(extractor.Extract(paper.Text)))], found = new string[papers.Count];
        Parallel.For(0, papers.Count, i => found[i] = Described(extractor.Extract(papers[i].Text)));
        Assert.Equal(expected, found);
    }

    private void Check(PaperText text)
    {
        PaperExtraction found = new LearnedExtractor(toy.Model).Extract(text);
        int end = 0;
        TextField field = TextField.Title;
        foreach (Mention mention in found.Mentions)
        {
            if (mention.Place.Field != field) (field, end) = (mention.Place.Field, 0);
            Assert.InRange(mention.Place.Span.Start, end, text[field].Length);
            Assert.InRange(mention.Place.Span.End, mention.Place.Span.Start + 1, text[field].Length);
            Assert.InRange(mention.Confidence, 0, 1);
            end = mention.Place.Span.End;
        }
    }

    private static string Described(PaperExtraction found) =>
        string.Join('\n', found.Mentions.Cast<object>().Concat(found.Roles).Concat(found.Statements).Concat(found.Abbreviations));
}
