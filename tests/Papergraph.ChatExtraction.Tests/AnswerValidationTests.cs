using Papergraph.Corpus;
using Papergraph.Extraction;

namespace Papergraph.ChatExtraction.Tests;

public class AnswerValidationTests
{
    [Fact]
    public void A_right_answer_becomes_mentions_roles_statements_and_results_with_their_places()
    {
        PaperExtraction found = Validate(Asking.Paper, Asking.Answer, out AnswerCounts counts);
        Assert.Equal(
            [
                "Method TideNet 0.9", "Task glacier segmentation 0.8", "Method TideNet 0.9", "Method TideNet 0.9", "Metric accuracy 0.8",
                "Dataset IceBench 0.7",
            ],
            found.Mentions.Select(m => FormattableString.Invariant($"{m.Type} {Asking.Paper.At(m.Place)} {m.Confidence}")));
        Assert.Equal(
            [Role.Introduces, Role.Addresses, Role.Introduces, Role.Introduces, Role.Evaluates, Role.Evaluates],
            found.Roles.Select(r => r.Role));
        Statement statement = Assert.Single(found.Statements);
        Assert.Equal((0, Relation.UsedFor, 1), (statement.Head, statement.Relation, statement.Tail));
        Assert.Equal(Asking.Paper.Title, Asking.Paper.At(statement.Evidence));
        ReportedResult result = Assert.Single(found.Results);
        Assert.Equal((4, 81.5, "%", 5, 3), (result.Metric, result.Value, result.Unit, result.Dataset, result.Method));
        Assert.Equal("81.5%", Asking.Paper.At(result.Place));
        Assert.Equal("https://github.com/owner/tidenet", Assert.Single(found.Links).Url);
        Assert.Equal(new AnswerCounts(), counts);
    }

    [Fact]
    public void A_surface_that_is_not_in_the_text_is_dropped_and_counted()
    {
        Assert.Equal(["runs"], Surfaces("it runs", ["walks", "runs"], out AnswerCounts counts));
        Assert.Equal(1, counts.DroppedSurfaces);
    }

    [Fact]
    public void Another_case_or_other_white_space_is_mended_with_the_characters_of_the_text()
    {
        Assert.Equal(
            ["Deep\n Belief Network"], Surfaces("A Deep\n Belief Network learns", ["deep belief  network"], out AnswerCounts counts));
        Assert.Equal((1, 0), (counts.RepairedSurfaces, counts.DroppedSurfaces));
    }

    [Fact]
    public void Where_a_surface_stands_as_it_is_other_spellings_of_it_are_left_alone()
    {
        Assert.Equal(["Sparse", "Sparse"], Surfaces("Sparse sets. sparse sums. Sparse rows.", ["Sparse"], out AnswerCounts counts));
        Assert.Equal(0, counts.RepairedSurfaces);
    }

    [Fact]
    public void Nothing_is_marked_within_a_word()
    {
        Assert.Equal(["net", "net"], Surfaces("net nets x-net network net", ["net"], out _));
        Assert.Equal(["C"], Surfaces("C++ and C", ["C"], out _));
        Assert.Equal(["e\u0301"], Surfaces("e\u0301 x", ["e", "e\u0301"], out AnswerCounts counts));
        Assert.Equal(1, counts.DroppedSurfaces);
    }

    [Fact]
    public void No_mention_goes_from_one_sentence_into_the_next()
    {
        Assert.Empty(Surfaces("It is fast. Graphs grow.", ["fast. Graphs"], out AnswerCounts counts));
        Assert.Equal(1, counts.DroppedSurfaces);
    }

    [Fact]
    public void The_longer_surface_takes_its_place_first()
    {
        Assert.Equal(
            ["neural architecture search", "architecture search"],
            Surfaces(
                "neural architecture search is architecture search", ["architecture search", "neural architecture search"],
                out AnswerCounts counts));
        Assert.Equal(0, counts.DroppedSurfaces);
    }

    [Fact]
    public void A_surface_belongs_to_the_first_entity_that_lists_it()
    {
        PaperExtraction found = Validate(
            new PaperText("", "Pruning helps."),
            """
            {"entities":[{"type":"Method","surfaces":["Pruning"],"role":"uses"},{"type":"Task","surfaces":["Pruning"],"role":"uses"}]}
            """,
            out AnswerCounts counts);
        Assert.Equal(EntityType.Method, Assert.Single(found.Mentions).Type);
        Assert.Equal(1, counts.DroppedSurfaces);
    }

    [Theory]
    [InlineData("Thing")]
    [InlineData("1")]
    [InlineData("Method, Task")]
    [InlineData("")]
    public void An_unknown_type_drops_the_entity(string type)
    {
        PaperExtraction found = Validate(
            new PaperText("", "Pruning helps."),
            $$"""{"entities":[{"type":"{{type}}","surfaces":["Pruning"],"role":"uses"}]}""",
            out AnswerCounts counts);
        Assert.Empty(found.Mentions);
        Assert.Equal(1, counts.DroppedEntities);
    }

    [Fact]
    public void An_unknown_role_is_dropped_and_the_entity_stays()
    {
        PaperExtraction found = Validate(
            new PaperText("", "Pruning helps."),
            """{"entities":[{"type":"method","surfaces":["Pruning"],"role":"loves"}]}""",
            out AnswerCounts counts);
        Assert.Single(found.Mentions);
        Assert.Empty(found.Roles);
        Assert.Equal(1, counts.DroppedRoles);
    }

    [Theory]
    [InlineData("-0.1")]
    [InlineData("1.5")]
    [InlineData("1e400")]
    [InlineData("\"NaN\"")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void A_confidence_that_is_no_probability_counts_as_none(string confidence)
    {
        PaperExtraction found = Validate(
            new PaperText("", "Pruning helps."),
            $$"""{"entities":[{"type":"Method","surfaces":["Pruning"],"role":"uses","confidence":{{confidence}}}]}""", out _);
        Assert.Equal(AnswerConfidence.Mention, Assert.Single(found.Mentions).Confidence);
    }

    [Theory]
    [InlineData("Alpha beats Beta.", "Alpha beats Beta.")]
    [InlineData("Beta is old. Alpha is new. Alpha beats Beta.", "Alpha beats Beta.")]
    [InlineData("So it is. Alpha is new. Beta is old. So it was.", "Alpha is new. Beta is old.")]
    [InlineData("Alpha is new. So it is. Beta is old.", null)]
    public void A_relation_is_shown_by_the_sentence_or_the_two_neighbours_that_mention_both(string text, string? evidence)
    {
        PaperText paper = new("", text);
        PaperExtraction found = Validate(
            paper,
            """
            {"entities":[{"type":"Method","surfaces":["Alpha"],"role":"uses"},{"type":"Method","surfaces":["Beta"],"role":"uses"}],
             "relations":[{"head":"Alpha","relation":"COMPARED_WITH","tail":"Beta"}]}
            """,
            out AnswerCounts counts);
        Assert.Equal(evidence, found.Statements.Select(s => paper.At(s.Evidence)).SingleOrDefault());
        Assert.Equal(evidence is null ? 1 : 0, counts.DroppedRelations);
    }

    [Theory]
    [InlineData("Alpha", "BEATS", "Beta")]
    [InlineData("Alpha", "COMPARED_WITH", "Alpha")]
    [InlineData("Alpha", "COMPARED_WITH", "Gamma")]
    [InlineData("", "COMPARED_WITH", "Beta")]
    public void A_relation_of_an_unknown_kind_or_without_both_ends_is_dropped(string head, string relation, string tail)
    {
        PaperExtraction found = Validate(
            new PaperText("", "Alpha beats Beta. Gamma waits."),
            $$"""
            {"entities":[{"type":"Method","surfaces":["Alpha"],"role":"uses"},{"type":"Method","surfaces":["Beta"],"role":"uses"}],
             "relations":[{"head":"{{head}}","relation":"{{relation}}","tail":"{{tail}}"}]}
            """,
            out AnswerCounts counts);
        Assert.Empty(found.Statements);
        Assert.Equal(1, counts.DroppedRelations);
    }

    // A member of another kind is read as empty; two of them are not the same thing.
    [Fact]
    public void An_end_without_a_name_is_no_entity_without_a_surface()
    {
        PaperExtraction found = Validate(
            new PaperText("", "Alpha has an accuracy of 7."),
            """
            {"entities":[{"type":"Method","surfaces":["Alpha",null],"role":"uses"},{"type":"Metric","surfaces":["accuracy"],"role":"uses"}],
             "relations":[{"head":null,"relation":"MEASURED_BY","tail":"accuracy"}],
             "results":[{"metric":"accuracy","value":"7","unit":"","dataset":null,"method":null}]}
            """,
            out AnswerCounts counts);
        Assert.Empty(found.Statements);
        Assert.Null(Assert.Single(found.Results).Dataset);
        Assert.Equal((1, 1), (counts.DroppedSurfaces, counts.DroppedRelations));
    }

    [Fact]
    public void An_abbreviation_is_the_nearest_pair_within_a_sentence()
    {
        PaperText paper = new("SOM", "A SOM is old. The self-organising map (SOM) learns.");
        PaperExtraction found = Validate(
            paper,
            """{"entities":[],"abbreviations":[{"short":"SOM","long":"self-organising map"},{"short":"XYZ","long":"old"}]}""",
            out AnswerCounts counts);
        Abbreviation pair = Assert.Single(found.Abbreviations);
        Assert.Equal(("SOM", "self-organising map"), (paper.At(pair.Short), paper.At(pair.Long)));
        Assert.True(pair.Short.Span.Start > pair.Long.Span.End);
        Assert.Equal(1, counts.DroppedAbbreviations);
    }

    [Theory]
    [InlineData("81.5", "\"%\"", 81.5, "%")]
    [InlineData("81.5", "\"points\"", 81.5, "")]
    [InlineData("1,200", "\"ms\"", 1200.0, "ms")]
    [InlineData("7", "null", 7.0, "")]
    public void A_result_has_the_value_and_the_unit_that_stand_in_the_text(string value, string unit, double number, string written)
    {
        PaperExtraction found = Result("accuracy", value, unit, out AnswerCounts counts);
        ReportedResult result = Assert.Single(found.Results);
        Assert.Equal((number, written), (result.Value, result.Unit));
        Assert.Equal(0, counts.DroppedResults);
    }

    [Theory]
    [InlineData("accuracy", "99")]
    [InlineData("accuracy", "many")]
    [InlineData("accuracy", "1e999")]
    [InlineData("accuracy", "")]
    [InlineData("speed", "81.5")]
    public void A_result_without_a_number_in_the_text_or_a_listed_metric_is_dropped(string metric, string value)
    {
        Assert.Empty(Result(metric, value, "null", out AnswerCounts counts).Results);
        Assert.Equal(1, counts.DroppedResults);
    }

    private static PaperExtraction Result(string metric, string value, string unit, out AnswerCounts counts) => Validate(
        new PaperText("", "Its accuracy is 81.5% after 1,200 ms and 7 runs, many of them short."),
        $$"""
        {"entities":[{"type":"Metric","surfaces":["accuracy"],"role":"evaluates"}],
         "results":[{"metric":"{{metric}}","value":"{{value}}","unit":{{unit}},"dataset":null,"method":null}]}
        """,
        out counts);

    private static IEnumerable<string> Surfaces(string text, string[] surfaces, out AnswerCounts counts)
    {
        PaperText paper = new("", text);
        PaperAnswer answer = new([new AnsweredEntity("Concept", surfaces, "mentions", null)], [], [], []);
        PaperExtraction found = AnswerValidation.Validate(new PaperStructure(paper), answer, out counts);
        return found.Mentions.Select(m => paper.At(m.Place));
    }

    private static PaperExtraction Validate(PaperText text, string answer, out AnswerCounts counts) =>
        AnswerValidation.Validate(new PaperStructure(text), AnswerParser.Parse(answer)!, out counts);
}
