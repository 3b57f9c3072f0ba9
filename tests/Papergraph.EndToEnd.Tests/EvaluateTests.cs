using System.Text.Json;
using System.Text.Json.Nodes;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary><c>evaluate</c> as a user types it, on annotations of a few made-up sentences.</summary>
public class EvaluateTests
{
    private const string Gold = """
        {"id":"p1","title":"BERT on SQuAD","abstract":"We evaluate BERT on SQuAD by pebble score.","entities":[{"type":"Method","surfaces":["BERT"],"role":"evaluates"},{"type":"Dataset","surfaces":["SQuAD"],"role":"evaluates"},{"type":"Metric","surfaces":["pebble score"],"role":"evaluates"}],"relations":[{"head":"BERT","relation":"EVALUATED_ON","tail":"SQuAD"}],"abbreviations":[],"links":[]}
        {"id":"p2","title":"Nothing here","abstract":"It rained.","entities":[],"relations":[],"abbreviations":[],"links":[]}
        """;

    // BERT is right, SQuAD has another type, "pebble" another end; p2 has nothing and one thing is found there.
    private const string Found = """
        {"id":"p1","entities":[{"type":"Method","surfaces":["BERT"],"role":"uses"},{"type":"Method","surfaces":["SQuAD"],"role":"evaluates"},{"type":"Metric","surfaces":["pebble"],"role":"mentions"}],"relations":[{"head":"SQuAD","relation":"EVALUATED_ON","tail":"BERT"}]}
        {"id":"p2","entities":[{"type":"Task","surfaces":["rained"]}]}
        """;

    [Fact]
    public void Predictions_are_scored_as_counted_by_hand()
    {
        using TemporaryFolder folder = new();
        JsonElement scores = Json("evaluate", folder.Write("gold.jsonl", Gold), "--predictions", folder.Write("found.jsonl", Found), "--json");
        Assert.Equal(2, scores.GetProperty("papers").GetInt32());
        // Places: BERT twice, SQuAD twice, pebble once, rained once; wanted BERT twice, SQuAD twice, pebble score once.
        Assert.Equal((2, 6, 5), Counts(scores.GetProperty("mention").GetProperty("strict")));
        Assert.Equal((3, 6, 5), Counts(scores.GetProperty("mention").GetProperty("relaxed")));
        Assert.Equal((4, 6, 5), Counts(scores.GetProperty("mention").GetProperty("spanOnly")));
        Assert.Equal((2, 4, 2), Counts(scores.GetProperty("mention").GetProperty("byType").GetProperty("Method")));
        Assert.Equal((1, 4, 3), Counts(scores.GetProperty("document")));
        Assert.Equal(0.25, scores.GetProperty("document").GetProperty("precision").GetDouble());
        Assert.Equal(2 / 7.0, scores.GetProperty("document").GetProperty("f1").GetDouble(), 6);
        Assert.Equal(0.5, scores.GetProperty("roles").GetProperty("accuracy").GetDouble());
        Assert.Equal((0, 1, 1), Counts(scores.GetProperty("relations").GetProperty("strict")));
        Assert.Equal((1, 1, 1), Counts(scores.GetProperty("relations").GetProperty("pairs")));
        Assert.Equal((0, 0, 0), Counts(scores.GetProperty("links")));
        Assert.Equal(JsonValueKind.Null, scores.GetProperty("calibration").ValueKind);
        JsonElement confused = Assert.Single(scores.GetProperty("errors").GetProperty("typeConfusions").EnumerateArray());
        Assert.Equal((2, "Method"), (confused.GetProperty("count").GetInt32(), confused.GetProperty("found").GetString()));
        Assert.Equal("pebble", Assert.Single(scores.GetProperty("errors").GetProperty("boundaryErrors").EnumerateArray()).GetProperty("found").GetString());
    }

    [Fact]
    public void What_the_extractor_found_can_be_scored_again_with_the_same_result()
    {
        using TemporaryFolder folder = new();
        string gold = folder.Write("gold.jsonl", Gold), found = folder.File("found.jsonl");
        string first = Run("evaluate", gold, "--extractor", "patterns", "--json", "-o", found).Output;
        string again = Run("evaluate", gold, "--predictions", found, "--json").Output;
        JsonObject one = JsonNode.Parse(first)!.AsObject(), other = JsonNode.Parse(again)!.AsObject();
        Assert.StartsWith("patterns/", one["extractor"]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (string member in (string[])["extractor", "notes", "labels"])
        {
            one.Remove(member);
            other.Remove(member);
        }

        Assert.Equal(one.ToJsonString(), other.ToJsonString());
        Assert.NotEqual(0, one["calibration"]!["mentions"]!.GetValue<int>());
        Assert.Equal(1, CommandLineProcess.Run("evaluate", gold, "-o", found).ExitCode);          // is there already
        Assert.Equal(first, Run("evaluate", gold, "--extractor", "patterns", "--json", "--threads", "7").Output);
    }

    [Fact]
    public void Tables_name_the_parts_and_the_worst_mistakes()
    {
        using TemporaryFolder folder = new();
        CommandLineProcess.Outcome outcome = Run("evaluate", folder.Write("gold.jsonl", Gold), "--predictions", folder.Write("found.jsonl", Found));
        Assert.Equal("", outcome.Errors);
        foreach (string part in (string[])["mentions, strict", "surfaces, once a paper", "relations", "pebble score", "types most often confused"])
            Assert.Contains(part, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_may_come_from_a_file_of_papers()
    {
        using TemporaryFolder folder = new();
        string texts = folder.Write("papers.jsonl", """{"id":"p1","title":"BERT on SQuAD"}""");
        string gold = folder.Write("gold.jsonl", """{"id":"p1","entities":[{"type":"Method","surfaces":["BERT"]}]}""");
        Assert.Equal(1, CommandLineProcess.Run("evaluate", gold).ExitCode);
        JsonElement scores = Json("evaluate", gold, "--papers", texts, "--labels", "method", "--extractor", "patterns", "--json");
        Assert.Equal((1, 1, 1), Counts(scores.GetProperty("document")));
        Assert.Equal(JsonValueKind.Null, scores.GetProperty("relations").ValueKind);
    }

    [Fact]
    public void A_least_confidence_leaves_out_what_is_less_sure()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", """{"id":"p1","title":"BERT on SQuAD","abstract":"We study the colour of wet pebbles with convex shapes."}""");
        string all = Run("extract", papers, "--extractor", "patterns").Output, sure = Run("extract", papers, "--extractor", "patterns", "--min-confidence", "0.8").Output;
        Assert.Contains("pebbles", all, StringComparison.Ordinal);
        Assert.DoesNotContain("pebbles", sure, StringComparison.Ordinal);
        Assert.Contains("BERT", sure, StringComparison.Ordinal);
        Assert.Contains("\"confidence\"", Run("extract", papers, "--mentions").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "PGS101", "never-made.jsonl")]
    [InlineData(1, "PGS104", "empty.jsonl")]
    [InlineData(1, "PGP020", "gold.jsonl", "--labels", "Gene")]
    [InlineData(1, "PGP022", "gold.jsonl", "--predictions", "other.jsonl")]
    [InlineData(1, "PGC022", "gold.jsonl", "--json", "-o", "-")]
    [InlineData(1, "PGM100", "gold.jsonl", "--errors", "-1")]
    [InlineData(1, "PGP006", "gold.jsonl", "--threads", "0")]
    [InlineData(2, "", "gold.jsonl", "--extractor", "magic")]
    [InlineData(2, "")]
    public void A_request_that_cannot_be_carried_out_is_refused_in_one_line(int exitCode, string code, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        folder.Write("gold.jsonl", Gold);
        folder.Write("empty.jsonl", "");
        folder.Write("other.jsonl", """{"id":"p9","title":"Elsewhere","entities":[]}""");
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(["evaluate", .. arguments], input: null, folder.FullName);
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Contains(code, outcome.Errors, StringComparison.Ordinal);
        if (exitCode == 1) Assert.Single(outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_bad_record_is_named_and_costs_exit_code_3_only_when_asked()
    {
        using TemporaryFolder folder = new();
        string gold = folder.Write("gold.jsonl", Gold + "\n{\"id\":\n");
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run("evaluate", gold, "--strict");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("gold.jsonl:3: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(0, CommandLineProcess.Run("evaluate", gold).ExitCode);
    }

    private static (int Right, int Found, int Wanted) Counts(JsonElement agreement) =>
        (agreement.GetProperty("right").GetInt32(), agreement.GetProperty("found").GetInt32(), agreement.GetProperty("wanted").GetInt32());

    private static JsonElement Json(params string[] arguments) => JsonDocument.Parse(Run(arguments).Output).RootElement;

    private static CommandLineProcess.Outcome Run(params string[] arguments)
    {
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(arguments);
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        return outcome;
    }
}
