using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Extraction;

namespace Papergraph.Pipeline.Tests;

public class ExtractionEvaluationTests
{
    private static readonly PaperText Text = new("", "DeepNet parses ImageSet");

    [Fact]
    public void Foreign_labels_count_as_the_types_that_correspond_and_the_rest_is_left_out_on_both_sides()
    {
        AnnotatedPaper gold = Paper("a", "Material: ImageSet", "Generic: parses");
        Annotator annotator = Always(["Concept", "Dataset", "Method"], "Dataset: ImageSet", "Concept: parses", "Method: DeepNet");
        EvaluationResult result = ExtractionEvaluation.Run([gold], annotator, new EvaluationOptions());
        Assert.Equal(new Agreement(1, 1, 1), result.Scores.Document!.Exact.Micro);
        Assert.Equal(["Dataset"], result.Labels);
        Assert.Equal(4, result.Notes.Count);
        Assert.Contains("Material as Dataset", result.Notes[0], StringComparison.Ordinal);
        Assert.Contains("Generic", result.Notes[1], StringComparison.Ordinal);
        Assert.Contains("Concept, Method", result.Notes[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_one_kind_are_compared_as_they_are_with_all_that_was_found()
    {
        AnnotatedPaper gold = Paper("a", "Method: DeepNet");
        EvaluationResult result = ExtractionEvaluation.Run([gold], Always(["Dataset", "Method"], "Method: DeepNet", "Dataset: ImageSet"), new EvaluationOptions());
        Assert.Equal(new Agreement(1, 2, 1), result.Scores.Document!.Exact.Micro);
        Assert.Empty(result.Notes);
    }

    [Theory]
    [InlineData("method", "", 1)]
    [InlineData("", "DATASET", 1)]
    [InlineData("Method,Dataset", "", 2)]
    public void Labels_can_be_chosen_and_left_out(string labels, string without, int wanted)
    {
        AnnotatedPaper gold = Paper("a", "Method: DeepNet", "Dataset: ImageSet");
        EvaluationOptions options = new() { Labels = Names(labels), Without = Names(without) };
        Agreement exact = ExtractionEvaluation.Run([gold], Always(["Dataset", "Method"], "Method: DeepNet", "Dataset: ImageSet"), options).Scores.Document!.Exact.Micro;
        Assert.Equal(new Agreement(wanted, wanted, wanted), exact);
    }

    [Fact]
    public void A_label_that_nobody_has_is_refused_and_so_are_labels_without_anything_in_common()
    {
        AnnotatedPaper gold = Paper("a", "Gene: DeepNet");
        Assert.Equal("PGP021", Refusal(gold, new EvaluationOptions()));
        Assert.Equal("PGP020", Refusal(gold, new EvaluationOptions { Labels = ["Protein"] }));
        Assert.Equal("PGP006", Refusal(gold, new EvaluationOptions { Threads = 0 }));

        static string Refusal(AnnotatedPaper gold, EvaluationOptions options) =>
            Assert.Throws<PapergraphException>(() => ExtractionEvaluation.Run([gold], Always(["Method"], "Method: DeepNet"), options)).Code;
    }

    [Fact]
    public void Predictions_belong_to_the_paper_of_their_id_and_what_has_none_is_noted()
    {
        AnnotatedPaper[] gold = [Paper("a", "Method: DeepNet"), Paper("b", "Method: DeepNet")];
        EvaluationResult result = ExtractionEvaluation.Run(gold, Annotator.Of("file", [Paper("a", "Method: DeepNet"), Paper("a", "Task: parses")], gold), new EvaluationOptions());
        Assert.Equal(new Agreement(1, 1, 2), result.Scores.Document!.Exact.Micro);
        Assert.Contains("1 of the 2 papers", Assert.Single(result.Notes), StringComparison.Ordinal);
        Assert.Equal("PGP022", Assert.Throws<PapergraphException>(
            () => ExtractionEvaluation.Run(gold, Annotator.Of("file", [Paper("c", "Method: DeepNet")], gold), new EvaluationOptions())).Code);
    }

    [Theory]
    [InlineData("Method: DeepNet", 2)]          // a type of the gold
    [InlineData("Task: DeepNet", 2)]            // a type that the gold lacks
    public void Types_of_which_nothing_was_predicted_are_missed_and_not_left_out(string predicted, int wanted)
    {
        AnnotatedPaper gold = Paper("a", "Method: DeepNet", "Dataset: ImageSet");
        Annotator file = Annotator.Of("file", [Paper("a", predicted)], [gold]);
        Assert.Equal(wanted, ExtractionEvaluation.Run([gold], file, new EvaluationOptions()).Scores.Document!.Exact.Micro.Wanted);
    }

    [Fact]
    public void Places_of_a_prediction_in_another_text_do_not_count()
    {
        AnnotatedPaper gold = Paper("a", "Method: DeepNet");
        AnnotatedPaper elsewhere = Paper("a", "Method: DeepNet") with
        {
            Text = new PaperText("", new string('x', 100)),
            Spans = [new AnnotatedSpan("Method", new FieldSpan(TextField.Abstract, new TextSpan(90, 99)))],
        };
        ExtractionScores scores = ExtractionEvaluation.Run([gold], Annotator.Of("file", [elsewhere], [gold]), new EvaluationOptions()).Scores;
        Assert.Equal(new Agreement(1, 1, 1), scores.Mention!.Strict.Micro);
        Assert.Null(scores.Calibration);
    }

    [Fact]
    public void An_annotator_sees_no_marks()
    {
        AnnotatedPaper gold = Paper("a", "Method: DeepNet") with { Abbreviations = [new("DN", "DeepNet")], Sentences = [[new TextSpan(0, 7)]] };
        ExtractionEvaluation.Run(
            [gold],
            new Annotator("spy", ["Method"], paper =>
            {
                Assert.Empty(paper.Entities);
                Assert.Null(paper.Spans);
                Assert.Null(paper.Abbreviations);
                Assert.Same(gold.Sentences, paper.Sentences);
                return paper;
            }),
            new EvaluationOptions());
    }

    [Fact]
    public void Scores_do_not_depend_on_the_number_of_threads()
    {
        AnnotatedPaper[] gold = [.. Enumerable.Range(0, 600).Select(i => Paper($"p{i}", i % 3 == 0 ? "Method: DeepNet" : "Dataset: ImageSet"))];
        EvaluationResult one = Run(1), eight = Run(8);
        Assert.Equivalent(one, eight, strict: true);

        EvaluationResult Run(int threads) => ExtractionEvaluation.Run(gold, Annotator.Of(new PatternExtractor()), new EvaluationOptions { Threads = threads });
    }

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static Annotator Always(string[] labels, params string[] entities) => new("always", labels, paper => Paper(paper.Id, entities));

    private static AnnotatedPaper Paper(string id, params string[] entities) => new()
    {
        Id = id,
        Text = Text,
        Entities = [.. entities.Select(e => e.Split(": ")).Select(e => new AnnotatedEntity(e[0], [e[1]], null))],
    };
}
