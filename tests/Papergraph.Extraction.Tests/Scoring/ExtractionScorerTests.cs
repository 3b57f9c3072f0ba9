using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

/// <summary>Every expected number is counted by hand on texts of a few words.</summary>
public class ExtractionScorerTests
{
    private const string Text = "We train DeepNet on ImageSet for edge detection";
    //                           0         1         2         3         4

    [Fact]
    public void A_mention_is_strictly_right_only_with_the_same_place_and_label()
    {
        // DeepNet is right; ImageSet has another label; "for edge detection" has another place.
        MentionScores scores = Mentions(
            Marked.Places(Text, "9-16 Method", "20-28 Dataset", "33-47 Task"),
            Marked.Places(Text, "9-16 Method", "20-28 Method", "29-47 Task"));
        Assert.Equal(new Agreement(1, 3, 3), scores.Strict.Micro);
        Assert.Equal(new Agreement(2, 3, 3), scores.Relaxed.Micro);
        Assert.Equal(new Agreement(2, 3, 3), scores.SpanOnly);
        Assert.Equal(
            [new("Dataset", new Agreement(0, 0, 1)), new("Method", new Agreement(1, 2, 1)), new("Task", new Agreement(0, 1, 1))], scores.Strict.ByLabel);
    }

    [Fact]
    public void The_macro_average_is_the_mean_over_the_labels_of_the_gold()
    {
        // Method: P 1/2, R 1, F1 2/3. Task: 0. Metric was found and is not in the gold: no part of the mean.
        MacroAverage macro = Mentions(
            Marked.Places(Text, "9-16 Method", "33-47 Task"),
            Marked.Places(Text, "9-16 Method", "20-28 Method", "0-2 Metric")).Strict.Macro;
        Assert.Equal((0.25, 0.5), (macro.Precision, macro.Recall));
        Assert.Equal(1 / 3.0, macro.F1, 12);
    }

    [Fact]
    public void A_wanted_mention_pairs_with_one_overlapping_mention_only()
    {
        // Two found mentions lie within the wanted one: one of them is right.
        MentionScores scores = Mentions(Marked.Places(Text, "20-47 Task"), Marked.Places(Text, "20-28 Task", "33-47 Task"));
        Assert.Equal(new Agreement(1, 2, 1), scores.Relaxed.Micro);
        Assert.Equal(0.5, scores.Relaxed.Micro.Precision);
        Assert.Equal(1, scores.Relaxed.Micro.Recall);
    }

    [Fact]
    public void Where_only_surfaces_are_recorded_every_whole_occurrence_is_a_mention_and_the_longest_wins()
    {
        const string text = "graph net beats net and nets; graph net again";
        AnnotatedPaper gold = Marked.Surfaces(text, "Method: net|graph net");
        AnnotatedPaper found = Marked.Places(text, "0-9 Method", "16-19 Method", "24-27 Method", "36-39 Method");
        // Wanted: graph net (0), net (16), graph net (30); not the "net" within "nets". Found is right at 0 and 16.
        Assert.Equal(new Agreement(2, 4, 3), Mentions(gold, found).Strict.Micro);
    }

    [Fact]
    public void A_surface_counts_once_a_paper_at_document_level()
    {
        AnnotatedPaper gold = Marked.Surfaces("x", "Method: BERT|Bert", "Task: parsing");
        AnnotatedPaper found = Marked.Surfaces("x", "Method: BERT", "Method: BERT|parsing");
        DocumentScores scores = ExtractionScorer.Score([new(gold, found), new(gold, found)]).Document!;
        Assert.Equal(new Agreement(2, 4, 6), scores.Exact.Micro);
        Assert.Equal(new Agreement(4, 4, 6), scores.SurfaceOnly);
    }

    [Fact]
    public void Roles_are_compared_where_a_surface_was_found_and_the_strongest_counts()
    {
        AnnotatedPaper gold = Marked.Surfaces("x", "Method introduces: XNet|the new network", "Dataset evaluates: SetA", "Task addresses: parsing", "Concept: depth");
        AnnotatedPaper found = Marked.Surfaces("x", "Method mentions: XNet", "Method introduces: XNet", "Dataset uses: SetA", "Concept addresses: depth", "Method introduces: YNet");
        RoleScores scores = ExtractionScorer.Score([new(gold, found)]).Roles!;
        // XNet and SetA were found; depth has no role in the gold; the others were not found.
        Assert.Equal((1, 2), (scores.Same, scores.Compared));
        Assert.Equal(new Agreement(1, 2, 2), scores.Introduced);           // XNet, YNet; wanted XNet, the new network
        Assert.Equal(new Agreement(1, 2, 1), scores.IntroducedNames);      // "the new network" is no name
        Assert.Equal(new Agreement(0, 0, 1), scores.ByRole.ByLabel.Single(r => r.Key == "evaluates").Value);
        Assert.Equal(new Agreement(0, 1, 0), scores.ByRole.ByLabel.Single(r => r.Key == "uses").Value);
    }

    [Fact]
    public void The_ends_of_a_relation_are_entities_whichever_surface_names_them()
    {
        AnnotatedPaper gold = Marked.Surfaces("x", "Method: XNet|X network", "Task: parsing", "Method: base") with
        {
            Relations = [Marked.Relation("XNet", "USED_FOR", "parsing"), Marked.Relation("XNet", "COMPARED_WITH", "base"), Marked.Relation("base", "USED_FOR", "parsing")],
        };
        AnnotatedPaper found = Marked.Surfaces("x", "Method: our XNet|X network", "Task: parsing", "Method: base") with
        {
            Relations =
            [
                Marked.Relation("our XNet", "USED_FOR", "parsing"),          // right: "our XNet" is the new network
                Marked.Relation("base", "COMPARED_WITH", "X network"),       // right: a comparison has no direction
                Marked.Relation("parsing", "USED_FOR", "base"),              // the wrong way round
            ],
        };
        RelationScores scores = ExtractionScorer.Score([new(gold, found)]).Relations!;
        Assert.Equal(new Agreement(2, 3, 3), scores.Strict.Micro);
        Assert.Equal(new Agreement(3, 3, 3), scores.Pairs);
    }

    [Fact]
    public void Abbreviations_and_links_count_as_pairs_and_addresses_of_papers_that_record_them()
    {
        AnnotatedPaper recorded = new() { Text = new PaperText("", "x"), Layers = AnnotationLayers.None, Abbreviations = [new("NN", "neural net"), new("GP", "Gaussian process")], Links = [] };
        AnnotatedPaper unrecorded = recorded with { Abbreviations = null, Links = null };
        AnnotatedPaper found = recorded with { Abbreviations = [new("NN", "neural net"), new("GP", "a Gaussian process")], Links = ["https://a.example"] };
        ExtractionScores scores = ExtractionScorer.Score([new(recorded, found), new(unrecorded, found)]);
        Assert.Equal(new Agreement(1, 2, 2), scores.Abbreviations);
        Assert.Equal(new Agreement(0, 1, 0), scores.Links);
        Assert.Null(scores.Mention);
        Assert.Null(scores.Document);
        Assert.Null(scores.Roles);
        Assert.Null(scores.Relations);
        Assert.Null(scores.Calibration);
        Assert.Null(scores.Mistakes);
    }

    [Fact]
    public void Calibration_compares_confidence_with_the_share_that_is_right()
    {
        AnnotatedPaper gold = Marked.Places(Text, "9-16 Method", "20-28 Dataset");
        AnnotatedPaper found = Marked.Places(Text, "9-16 Method 0.9", "20-28 Dataset 0.8", "29-32 Task 0.85", "33-47 Task 1");
        CalibrationScores scores = ExtractionScorer.Score([new(gold, found)]).Calibration!;
        // Bin 0.8–0.9: 0.8 and 0.85, one right: |1.65 − 1| = 0.65. Bin 0.9–1: 0.9 and 1, one right: |1.9 − 1| = 0.9.
        Assert.Equal((0.65 + 0.9) / 4, scores.ExpectedCalibrationError, 12);
        Assert.Equal(((0.1 * 0.1) + (0.2 * 0.2) + (0.85 * 0.85) + 1) / 4, scores.Brier, 12);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 2, 2], scores.Bins.Select(b => b.Mentions));
        Assert.Equal(0.825, scores.Bins[8].MeanConfidence, 12);
        Assert.Equal(0.5, scores.Bins[8].Precision);
    }

    [Fact]
    public void Mistakes_are_sorted_into_missed_confused_and_misplaced()
    {
        AnnotatedPaper gold = Marked.Places(Text, "9-16 Method", "20-28 Dataset", "33-47 Task");
        AnnotatedPaper found = Marked.Places(Text, "20-28 Method 0.7", "33-37 Task 0.4");
        ExtractionMistakes mistakes = ExtractionScorer.Score([new(gold, found), new(gold, found)]).Mistakes!;
        FrequentMistake missed = Assert.Single(mistakes.Missed);
        Assert.Equal(("DeepNet", "Method", (string?)null, 2L, 0), (missed.Surface, missed.Label, missed.Found, missed.Count, missed.Paper));
        FrequentMistake confused = Assert.Single(mistakes.Confusions);
        Assert.Equal(("ImageSet", "Dataset", "Method", 2L), (confused.Surface, confused.Label, confused.Found, confused.Count));
        FrequentMistake misplaced = Assert.Single(mistakes.Boundaries);
        Assert.Equal(("edge detection", "Task", "edge", 2L), (misplaced.Surface, misplaced.Label, misplaced.Found, misplaced.Count));
        Assert.Equal([0.7, 0.7, 0.4, 0.4], mistakes.False.Select(m => m.Confidence));
    }

    [Fact]
    public void An_interval_holds_the_score_and_is_a_point_when_all_papers_are_alike()
    {
        AnnotatedPaper gold = Marked.Places(Text, "9-16 Method", "20-28 Dataset"), half = Marked.Places(Text, "9-16 Method", "29-32 Dataset"), none = Marked.Places(Text, "29-32 Task", "33-47 Task");
        ScoreInterval alike = ExtractionScorer.Score([.. Enumerable.Repeat(new ScoredPaper(gold, half), 5)]).Mention!.StrictF1;
        Assert.Equal(new ScoreInterval(0.5, 0.5), alike);
        MentionScores mixed = ExtractionScorer.Score([.. Enumerable.Repeat(new ScoredPaper(gold, half), 10), .. Enumerable.Repeat(new ScoredPaper(gold, none), 10)]).Mention!;
        // The number of half-right papers among 20 draws is binomial(20, 1/2): 6 and 14 cut off 2.07 % each side, 5 and 15 cut off 0.59 %.
        Assert.InRange(mixed.StrictF1.Low, 5 / 40.0, 7 / 40.0);
        Assert.InRange(mixed.StrictF1.High, 13 / 40.0, 15 / 40.0);
    }

    [Fact]
    public void No_papers_have_no_scores()
    {
        ExtractionScores scores = ExtractionScorer.Score([]);
        Assert.Equal(0, scores.Papers);
        Assert.Null(scores.Mention);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(10_001, 10)]
    [InlineData(1, 0)]
    public void Options_outside_their_range_are_refused(int mistakes, int resamples) =>
        Assert.Equal("PGM100", Assert.Throws<PapergraphException>(
            () => ExtractionScorer.Score([], new ScoringOptions { Mistakes = mistakes, Resamples = resamples })).Code);

    private static MentionScores Mentions(AnnotatedPaper gold, AnnotatedPaper found) => ExtractionScorer.Score([new(gold, found)]).Mention!;
}
