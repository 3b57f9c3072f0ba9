using System.Text.Json;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary><c>train</c> as a user types it, on annotations of a dozen made-up sentences.</summary>
public class TrainTests
{
    private static readonly string[] Gold =
    [
        .. new[]
        {
            "We use glimmer hashing to sort wet pebbles.", "They compare glimmer hashing with slow counting.", "Our tests of glimmer hashing took a day.",
            "Nobody had seen glimmer hashing before.", "It is known that glimmer hashing is fast.", "In spring glimmer hashing was tried again.",
            "The keepers prefer glimmer hashing at night.", "Rain does no harm to glimmer hashing here.", "A boat was moved by glimmer hashing alone.",
            "Both teams chose glimmer hashing for the stones.", "Later glimmer hashing became the rule.", "Few people dislike glimmer hashing today.",
        }.Select((text, i) => $$"""{"id":"p{{i}}","title":"","abstract":"{{text}}","entities":[{"type":"Method","surfaces":["glimmer hashing"]}]}"""),
    ];

    [Fact]
    public void A_model_of_a_dozen_sentences_finds_their_term_elsewhere_and_is_the_same_each_time()
    {
        using TemporaryFolder folder = new();
        string gold = folder.Write("gold.jsonl", string.Join('\n', Gold)), model = folder.File("own.model");
        JsonElement report = JsonDocument.Parse(Run("train", gold, "-o", model, "--dev", gold, "--json").Output).RootElement;
        Assert.Equal((12, 12, 0), (report.GetProperty("papers").GetInt32(), report.GetProperty("mentions").GetInt32(), report.GetProperty("lostMentions").GetInt32()));
        Assert.Equal(["Method"], report.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!));
        Assert.Equal(1, report.GetProperty("dev").GetProperty("mention").GetProperty("strict").GetProperty("recall").GetDouble());

        string again = folder.File("again.model");
        Run("train", gold, "-o", again, "--threads", "2");
        Assert.Equal(File.ReadAllBytes(model), File.ReadAllBytes(again));

        string papers = folder.Write("papers.jsonl", """{"id":"new","title":"Walls","abstract":"Engineers describe glimmer hashing for old walls."}""");
        JsonElement found = JsonDocument.Parse(Run("extract", papers, "--model", model).Output).RootElement;
        JsonElement entity = Assert.Single(found.GetProperty("entities").EnumerateArray());
        Assert.Equal("glimmer hashing", Assert.Single(entity.GetProperty("surfaces").EnumerateArray()).GetString());

        // The graph says which model found it.
        Run("build", papers, "--into", folder.File("graph"), "--model", model);
        Run("build", papers, "--into", folder.File("other"), "--extractor", "patterns");
        Assert.NotEqual(Export(folder.File("graph")), Export(folder.File("other")));
        Assert.Contains("learned/", Export(folder.File("graph")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PGM005", "one.jsonl", "-o", "new.model")]
    [InlineData("PGX003", "gold.jsonl", "-o", "there.model")]
    [InlineData("PGM001", "gold.jsonl", "-o", "new.model", "--base", "there.model")]
    [InlineData("PGM003", "gold.jsonl", "-o", "new.model", "--base", "never-made.model")]
    [InlineData("PGC023", "gold.jsonl", "-o", "new.model", "--threads", "0")]
    public void A_training_that_cannot_be_is_refused_and_leaves_no_file(string code, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        folder.Write("gold.jsonl", string.Join('\n', Gold));
        folder.Write("one.jsonl", Gold[0]);
        folder.Write("there.model", "no model");
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(["train", .. arguments], input: null, folder.FullName);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(code, outcome.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("new.model")));
    }

    private static string Export(string graph) => Run("export", graph, "--format", "jsonl", "-o", "-").Output;

    private static CommandLineProcess.Outcome Run(params string[] arguments)
    {
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(arguments);
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        return outcome;
    }
}
