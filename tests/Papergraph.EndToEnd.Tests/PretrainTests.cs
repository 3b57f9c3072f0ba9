using System.Text.Json;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary><c>pretrain</c> as a user types it, and <c>train</c> with what it wrote.</summary>
public class PretrainTests
{
    [Fact]
    public void Words_are_learned_to_the_same_file_each_time_and_one_that_is_there_is_spared()
    {
        using TemporaryFolder folder = new();
        string[] Learn(string file, params string[] more) =>
            ["pretrain", "words", Repo.File("samples"), "-o", file, "--min-count", "2", "--epochs", "1", "--dimensions", "8", .. more];
        JsonElement learned = Json(folder, Learn("one.bin", "--json"));
        Assert.InRange(learned.GetProperty("vocabulary").GetInt32(), 2, learned.GetProperty("words").GetInt32() / 2);
        Run(folder, Learn("two.bin", "--threads", "1"));
        Assert.Equal(File.ReadAllBytes(folder.File("one.bin")), File.ReadAllBytes(folder.File("two.bin")));
        Assert.Contains("PGX003", Refusal(folder, Learn("two.bin", "--seed", "2")), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(folder.File("one.bin")), File.ReadAllBytes(folder.File("two.bin")));
        Run(folder, Learn("two.bin", "--seed", "2", "--overwrite"));
        Assert.NotEqual(File.ReadAllBytes(folder.File("one.bin")), File.ReadAllBytes(folder.File("two.bin")));
    }

    [Fact]
    public void Language_is_learned_to_the_same_file_on_any_number_of_threads()
    {
        using TemporaryFolder folder = new();
        folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(30)));
        string[] Learn(string file, params string[] more) =>
            ["pretrain", "language", "papers.jsonl", "-o", file, "--vocabulary", "90", "--keep", "40", .. more];
        JsonElement learned = Json(folder, Learn("one.bin", "--threads", "2", "--json"));
        Assert.Equal(40, learned.GetProperty("vocabulary").GetInt32());
        Assert.Equal(0, learned.GetProperty("rejected").GetInt32());
        Assert.InRange(learned.GetProperty("sentences").GetInt32(), 30, learned.GetProperty("words").GetInt32() / 2);
        string printed = Run(folder, Learn("two.bin", "--threads", "1"));
        Assert.Contains("40 words kept", printed, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(folder.File("one.bin")), File.ReadAllBytes(folder.File("two.bin")));
    }

    [Fact]
    public void Of_each_file_the_first_records_are_read()
    {
        using TemporaryFolder folder = new();
        string[] papers = [.. Enumerable.Range(0, 9).Select(i => $$"""{"id":"p{{i}}","title":"Word{{i}}"}""")];
        folder.Write("a.jsonl", string.Join('\n', papers[..4]));
        folder.Write("b.jsonl", string.Join('\n', papers[4..]));
        folder.Write("first.jsonl", string.Join('\n', [.. papers[..3], .. papers[4..7]]));
        JsonElement learned = Json(folder, "pretrain", "language", "a.jsonl", "b.jsonl", "-o", "limited.bin", "--limit", "3", "--json");
        Assert.Equal((6, 6), (learned.GetProperty("texts").GetInt32(), learned.GetProperty("words").GetInt32()));
        Run(folder, "pretrain", "language", "first.jsonl", "-o", "first.bin");
        Assert.Equal(File.ReadAllBytes(folder.File("first.bin")), File.ReadAllBytes(folder.File("limited.bin")));
    }

    [Fact]
    public void What_was_learned_serves_to_train_the_best_quality()
    {
        using TemporaryFolder folder = new();
        static string Text(int i) => $"We use glimmer hashing {i} times. The keepers prefer glimmer hashing to slow counting.";
        static string Gold(string type, string surface) => string.Join('\n', Enumerable.Range(0, 12).Select(i =>
            $$"""{"id":"p{{i}}","title":"","abstract":"{{Text(i)}}","entities":[{"type":"{{type}}","surfaces":["{{surface}}"]}]}"""));
        folder.Write("gold.jsonl", Gold("Method", "glimmer hashing"));
        folder.Write("other.jsonl", Gold("Habit", "slow counting"));
        folder.Write("none.jsonl", """{"id":"p","title":"","abstract":"Nothing.","entities":[]}""");
        Run(folder, "pretrain", "words", "gold.jsonl", "-o", "words.bin", "--min-count", "1", "--epochs", "1", "--dimensions", "8");
        Run(folder, "pretrain", "language", "gold.jsonl", "-o", "language.bin");
        static string[] Train(string model, params string[] more) =>
            ["train", "gold.jsonl", "-o", model, "--words", "words.bin", "--quality", "best", .. more];

        string[] all = ["--language", "language.bin", "--auxiliary", "other.jsonl"];
        Run(folder, Train("one.model", [.. all, "--threads", "1"]));
        Run(folder, Train("two.model", [.. all, "--threads", "2"]));
        Assert.Equal(File.ReadAllBytes(folder.File("one.model")), File.ReadAllBytes(folder.File("two.model")));
        folder.Write("new.jsonl", """{"id":"new","title":"Walls","abstract":"Engineers describe glimmer hashing for old walls."}""");
        JsonElement found = Json(folder, "extract", "new.jsonl", "--model", "one.model", "--quality", "best");
        Assert.Contains(found.GetProperty("entities").EnumerateArray(), entity =>
            entity.GetProperty("type").GetString() == "Method" && entity.GetProperty("surfaces")[0].GetString() == "glimmer hashing");

        Assert.Contains("PGM605", Refusal(folder, Train("new.model", "--language", "words.bin")), StringComparison.Ordinal);
        Assert.Contains("PGM608", Refusal(folder, Train("new.model", "--language", "never-made.bin")), StringComparison.Ordinal);
        Assert.Contains("PGM007", Refusal(folder, Train("new.model", [.. all, "--auxiliary", "none.jsonl"])), StringComparison.Ordinal);
        byte[] damaged = File.ReadAllBytes(folder.File("language.bin"));
        damaged[^1] ^= 1;
        File.WriteAllBytes(folder.File("damaged.bin"), damaged);
        Assert.Contains("PGM607", Refusal(folder, Train("new.model", "--language", "damaged.bin")), StringComparison.Ordinal);
        string[] withWords = ["train", "gold.jsonl", "-o", "new.model", "--words"];
        Assert.Contains("damaged.bin: The word resources are damaged", Refusal(folder, [.. withWords, "damaged.bin"]), StringComparison.Ordinal);
        Assert.Contains("PGM610", Refusal(folder, [.. withWords, "never-made.bin"]), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("new.model")));
        Assert.Equal(2, Outcome(folder, ["train", "gold.jsonl", "-o", "new.model", .. all]).ExitCode);
    }

    private static CommandLineProcess.Outcome Outcome(TemporaryFolder folder, params string[] arguments) =>
        CommandLineProcess.Run(arguments, input: null, folder.FullName);

    private static string Run(TemporaryFolder folder, params string[] arguments)
    {
        CommandLineProcess.Outcome outcome = Outcome(folder, arguments);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        return outcome.Output;
    }

    private static JsonElement Json(TemporaryFolder folder, params string[] arguments) =>
        JsonDocument.Parse(Run(folder, arguments)).RootElement;

    private static string Refusal(TemporaryFolder folder, params string[] arguments)
    {
        CommandLineProcess.Outcome outcome = Outcome(folder, arguments);
        Assert.Equal(1, outcome.ExitCode);
        return Assert.Single(outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
