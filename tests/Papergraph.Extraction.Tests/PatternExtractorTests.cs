using FsCheck;
using FsCheck.Fluent;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class PatternExtractorTests
{
    private const string Title = "TideNet: Gated Networks for Glacier Segmentation";

    private const string Abstract =
        "Glacier segmentation is a hard problem. We propose TideNet, a gated recurrent network (GRN) for glacier segmentation. "
        + "TideNet outperforms BERT and LSTM on ImageNet in terms of accuracy. The GRN is trained by gradient descent. "
        + "Code is at https://github.com/owner/tidenet.";

    private readonly PatternExtractor _extractor = new();

    [Fact]
    public void An_abstract_gives_its_names_tasks_metrics_pairs_and_links()
    {
        Extracted extracted = new(Title, Abstract);
        Assert.Superset(
            new HashSet<string> { "Method TideNet", "Task glacier segmentation", "Method BERT", "Method LSTM", "Dataset ImageNet", "Metric accuracy",
                "Method gated recurrent network", "Method GRN", "Method gradient descent" },
            extracted.Mentions.ToHashSet());
        Assert.Contains("TideNet ComparedWith LSTM", extracted.Statements);
        Assert.Equal("https://github.com/owner/tidenet", Assert.Single(extracted.Result.Links).Url);
        Assert.True(extracted.Result.Links[0].IsCodeRepository);
        Assert.Single(extracted.Result.Abbreviations);
    }

    [Fact]
    public void What_was_found_once_is_marked_wherever_it_stands()
    {
        Extracted extracted = new("", "We propose Brimble, a sorting network. Others wait; Brimble runs.");
        Assert.Equal(2, extracted.Mentions.Count(mention => mention == "Method Brimble"));
    }

    [Fact]
    public void No_text_gives_the_empty_extraction() => Assert.Equal(0, Size(_extractor.Extract(new PaperText("", ""))));

    [Fact]
    public void Every_result_keeps_the_contract_for_any_text() =>
        Prop.ForAll(HostileText.Any, HostileText.Any, (title, body) =>
        {
            CheckContract(new PaperText(title, body));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    public static TheoryData<string> Extremes => new(
        new string('a', 1_000_000),
        new string('A', 1_000_000),
        new string('(', 1_000_000),
        new string('$', 1_000_000),
        new string('\u0301', 1_000_000),
        new string('\uD800', 500_000),
        string.Concat(Enumerable.Repeat("AB ", 300_000)),
        string.Concat(Enumerable.Repeat("AB, ", 300_000)),
        string.Concat(Enumerable.Repeat("Able Baker (AB) ", 60_000)),
        string.Concat(Enumerable.Repeat("we propose ABC called ", 50_000)),
        string.Concat(Enumerable.Repeat("https://a.b/( ", 70_000)),
        string.Concat(Enumerable.Repeat("www.(", 200_000)),
        string.Concat(Enumerable.Repeat("a-", 500_000)),
        string.Concat(Enumerable.Repeat("0.5 accuracy of ", 60_000)),
        string.Concat(Enumerable.Repeat("accuracy, ", 100_000)),
        new string('9', 1_000_000),
        string.Concat(Enumerable.Repeat("\U0001F469\u200D\U0001F52C", 150_000)));

    [Theory]
    [MemberData(nameof(Extremes))]
    public void A_megabyte_of_one_thing_is_read_to_its_limit(string text) => CheckContract(new PaperText(text, text));

    [Fact]
    public void Text_beyond_the_limit_is_not_read()
    {
        string filler = string.Concat(Enumerable.Repeat("so it is ", 12_000));
        Assert.True(filler.Length > Passage.LongestText);
        Assert.Empty(_extractor.Extract(new PaperText("", filler + "We use BERT.")).Mentions);
        Assert.NotEmpty(_extractor.Extract(new PaperText("", "We use BERT. " + filler)).Mentions);
    }

    [Fact]
    public void The_same_text_gives_the_same_result_on_any_thread()
    {
        PaperText text = new(Title, Abstract);
        string expected = Describe(_extractor.Extract(text));
        string[] results = new string[64];
        Parallel.For(0, results.Length, i => results[i] = Describe(_extractor.Extract(i % 2 == 0 ? text : new PaperText(Abstract, Title))));
        Assert.All(Enumerable.Range(0, 32), i => Assert.Equal(expected, results[2 * i]));
    }

    private void CheckContract(PaperText text)
    {
        PaperExtraction found = _extractor.Extract(text);
        Assert.All(found.Mentions.Select(mention => mention.Place), place => CheckPlace(text, place));
        Assert.All(found.Abbreviations, pair => { CheckPlace(text, pair.Short); CheckPlace(text, pair.Long); });
        Assert.All(found.Links, link => Assert.Equal(text.At(link.Place), link.Url));
        for (int i = 1; i < found.Mentions.Count; i++)
        {
            FieldSpan before = found.Mentions[i - 1].Place, here = found.Mentions[i].Place;
            Assert.True(before.Field < here.Field || before.Span.End <= here.Span.Start, "mentions ascend and do not overlap");
        }

        Assert.All(found.Roles, claim => Assert.InRange(claim.Mention, 0, found.Mentions.Count - 1));
        Assert.All(found.Statements, statement =>
        {
            CheckPlace(text, statement.Evidence);
            Assert.Equal(statement.Evidence.Field, found.Mentions[statement.Head].Place.Field);
            Assert.True(statement.Evidence.Span.Contains(found.Mentions[statement.Head].Place.Span));
            Assert.True(statement.Evidence.Span.Contains(found.Mentions[statement.Tail].Place.Span));
        });
        Assert.Equal(found.Roles.OrderBy(c => c.Mention).ThenBy(c => c.Role), found.Roles);
        Assert.Equal(found.Statements.OrderBy(s => s.Head).ThenBy(s => s.Relation).ThenBy(s => s.Tail), found.Statements);
        Assert.Equal(found.Abbreviations.OrderBy(pair => pair.Short), found.Abbreviations);
        Assert.Equal(found.Links.OrderBy(link => link.Place), found.Links);
        Assert.All(found.Results, result => CheckResult(text, found, result));
        Assert.Equal(found.Results.OrderBy(result => result.Place).ThenBy(result => result.Metric), found.Results);
        IEnumerable<double> confidences = [.. found.Mentions.Select(m => m.Confidence), .. found.Abbreviations.Select(a => a.Confidence),
            .. found.Roles.Select(r => r.Confidence), .. found.Statements.Select(s => s.Confidence), .. found.Results.Select(r => r.Confidence)];
        Assert.All(confidences, confidence => Assert.InRange(confidence, 0.01, 1));
    }

    private static void CheckResult(PaperText text, PaperExtraction found, ReportedResult result)
    {
        CheckPlace(text, result.Place);
        Assert.True(double.IsFinite(result.Value));
        Assert.Contains(text.At(result.Place), char.IsAsciiDigit);
        Assert.Equal(EntityType.Metric, found.Mentions[result.Metric].Type);
        if (result.Dataset is { } dataset) Assert.Equal(EntityType.Dataset, found.Mentions[dataset].Type);
        if (result.Method is { } method) Assert.Equal(EntityType.Method, found.Mentions[method].Type);
    }

    private static void CheckPlace(PaperText text, FieldSpan place)
    {
        string field = text[place.Field];
        Assert.InRange(place.Span.Start, 0, field.Length - 1);
        Assert.InRange(place.Span.End, place.Span.Start + 1, field.Length);
        Assert.False(place.Span.Start > 0 && char.IsSurrogatePair(field, place.Span.Start - 1), "a place begins within a pair");
        Assert.False(place.Span.End < field.Length && char.IsSurrogatePair(field, place.Span.End - 1), "a place ends within a pair");
    }

    private static int Size(PaperExtraction found) =>
        found.Mentions.Count + found.Abbreviations.Count + found.Roles.Count + found.Statements.Count + found.Links.Count + found.Results.Count;

    private static string Describe(PaperExtraction found) => string.Join('\n',
        [.. found.Mentions.Select(m => m.ToString()), .. found.Abbreviations.Select(a => a.ToString()), .. found.Roles.Select(r => r.ToString()),
            .. found.Statements.Select(s => s.ToString()), .. found.Links.Select(l => l.ToString()),
            .. found.Results.Select(r => r.ToString())]);
}
