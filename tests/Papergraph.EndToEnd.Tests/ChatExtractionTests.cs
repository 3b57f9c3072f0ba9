using System.Text.Json;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary>Graphs of what a language model says, from a server in the test process.</summary>
public class ChatExtractionTests
{
    private const string Records = """
        {"id":"a","title":"TideNet for glacier segmentation","abstract":"We present TideNet. TideNet reaches 81.5% accuracy on IceBench."}
        {"id":"b","title":"Glaciers again","abstract":"We compare TideNet with SnowNet. Code: https://github.com/owner/again."}
        """;

    private const string Answer = """
        {"entities":[
          {"type":"Method","surfaces":["TideNet"],"role":"introduces","confidence":0.9},
          {"type":"Method","surfaces":["SnowNet"],"role":"compares"},
          {"type":"Task","surfaces":["glacier segmentation"],"role":"addresses"},
          {"type":"Dataset","surfaces":["IceBench"],"role":"evaluates"}],
         "relations":[{"head":"TideNet","relation":"COMPARED_WITH","tail":"SnowNet"}],"abbreviations":[],"results":[]}
        """;

    [Fact]
    public void A_graph_of_answers_is_valid_and_is_built_again_from_the_cache_byte_for_byte()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", Records), cache = folder.File("cache");
        string graph = folder.File("graph"), again = folder.File("again");
        using (ChatServer server = new(ChatReply.Saying(Answer)))
        {
            CommandLineProcess.Outcome built = CommandLineProcess.Run(
                "build", papers, "--into", graph, "--extractor", "llm", "--endpoint", server.Endpoint, "--model", "m", "--cache", cache,
                "--price-input", "0.5");
            Assert.Equal((0, ""), (built.ExitCode, built.Errors));
            Assert.Contains(
                "asked      2 requests (0 repeated), 0 answers from the cache; 200 tokens in, 100 out, cost 0.0001\n", built.Output,
                StringComparison.Ordinal);
            Assert.Contains("dropped: 3 surfaces, 0 entities, 0 roles, 1 relation, ", built.Output, StringComparison.Ordinal);
        }

        Assert.Equal(0, CommandLineProcess.Run("verify", graph).ExitCode);
        Assert.Equal(0, CommandLineProcess.Run("export", graph, "--format", "turtle", "-o", folder.File("g.ttl")).ExitCode);
        IReadOnlyList<TurtleTerm.Triple> shapes = TurtleReader.Read(File.ReadAllText(Repo.File("ontology", "shapes.ttl")));
        string turtle = File.ReadAllText(folder.File("g.ttl"));
        Assert.Empty(ShaclCheck.Violations(shapes, TurtleReader.Read(turtle)));
        Assert.All(["TideNet", "SnowNet", "IceBench", "llm/1-"], said => Assert.Contains(said, turtle, StringComparison.Ordinal));

        CommandLineProcess.Outcome offline = CommandLineProcess.Run(
            "build", papers, "--into", again, "--extractor", "llm", "--model", "m", "--cache", cache, "--offline", "--strict", "--json");
        Assert.Equal((0, ""), (offline.ExitCode, offline.Errors));
        Assert.Equal(2, JsonDocument.Parse(offline.Output).RootElement.GetProperty("chat").GetProperty("cacheHits").GetInt32());
        Assert.Equal(GraphBytes.Of(graph), GraphBytes.Of(again));
    }

    [Fact]
    public void Papers_that_were_not_answered_are_named_and_strict_says_so_by_its_exit_code()
    {
        using TemporaryFolder folder = new();
        CommandLineProcess.Outcome extracted = CommandLineProcess.Run(
            "extract", folder.Write("papers.jsonl", Records), "--extractor", "llm", "--model", "m", "--cache", folder.File("cache"),
            "--cache-only", "--strict");
        Assert.Equal(3, extracted.ExitCode);
        Assert.Contains(" Glaciers again: The cache holds no answer about it.", extracted.Errors, StringComparison.Ordinal);
        Assert.Contains("failed     2 papers without a usable answer", extracted.Errors, StringComparison.Ordinal);
        Assert.Contains("https://github.com/owner/again", extracted.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--extractor llm needs --model NAME.", "--extractor", "llm", "--endpoint", "http://localhost:1")]
    [InlineData(2, "--extractor llm needs --endpoint URL, or --cache-only.", "--extractor", "llm", "--model", "m")]
    [InlineData(2, "--endpoint is for --extractor llm.", "--endpoint", "http://localhost:1")]
    [InlineData(1, "[PGH002]", "--extractor", "llm", "--model", "m", "--endpoint", "http://example.org")]
    [InlineData(1, "[PGC030]", "--extractor", "llm", "--model", "m", "--endpoint", "http://localhost:1", "--api-key-env", "NEVER_SET")]
    public void Options_that_do_not_go_together_are_refused(int exitCode, string message, params string[] options)
    {
        using TemporaryFolder folder = new();
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(["extract", folder.Write("papers.jsonl", Records), .. options]);
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
    }
}
