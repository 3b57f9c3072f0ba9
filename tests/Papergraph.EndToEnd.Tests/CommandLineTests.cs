using System.Text.Json;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary>Every verb on the samples, as a user types it.</summary>
public sealed class CommandLineTests(CommandLineTests.SampleGraph sample) : IClassFixture<CommandLineTests.SampleGraph>
{
    [Fact]
    public void Building_the_samples_gives_110_papers_and_a_sound_graph()
    {
        Assert.Contains("110", sample.BuildOutput, StringComparison.Ordinal);
        Assert.Equal(0, CommandLineProcess.Run("verify", sample.Path).ExitCode);
        JsonElement stats = Json("stats", sample.Path, "--json");
        Assert.Equal(120, stats.GetProperty("nodes").GetProperty("Paper").GetInt32());
        Assert.Equal(10, stats.GetProperty("nodes").GetProperty("Placeholder").GetInt32());
        Assert.True(stats.GetProperty("edges").GetProperty("CITES").GetInt32() > 300);
    }

    [Fact]
    public void Search_neighbors_and_explain_answer_as_tables_and_as_json()
    {
        Assert.Equal("BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
            Json("search", sample.Path, "10.18653/v1/n19-1423", "--json")[0].GetProperty("name").GetString());
        JsonElement around = Json("neighbors", sample.Path, "Attention Is All You Need", "--json", "--depth", "2", "--limit", "1000");
        Assert.Contains(around.GetProperty("neighbors").EnumerateArray(), n => n.GetProperty("name").GetString()!.StartsWith("BERT", StringComparison.Ordinal));
        JsonElement why = Json("explain", sample.Path, "LoRA", "--json");
        Assert.True(why.GetProperty("evidence").GetArrayLength() > 0);
        Assert.All(why.GetProperty("evidence").EnumerateArray(), e => Assert.NotEmpty(e.GetProperty("sentence").GetString()!));
        foreach (string[] arguments in (string[][])[["search", sample.Path, "bert"], ["neighbors", sample.Path, "BLEU"], ["explain", sample.Path, "LoRA"], ["stats", sample.Path]])
        {
            CommandLineProcess.Outcome outcome = CommandLineProcess.Run(arguments);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
            Assert.DoesNotContain('\u001b', outcome.Output);       // no colours into a pipe
            Assert.All(outcome.Output.Split('\n').Where(l => l.Contains('─')), l => Assert.InRange(l.TrimEnd('\r').Length, 0, 140));
        }
    }

    [Fact]
    public void Search_understands_phrases_beginnings_and_misspellings_and_shows_why()
    {
        JsonElement found = Json("search", sample.Path, "+\"question answering\" -squad", "--label", "Paper", "--json");
        Assert.True(found.GetArrayLength() > 0);
        foreach (JsonElement hit in found.EnumerateArray().Where(hit => hit.TryGetProperty("passage", out _)))
        {
            JsonElement passage = hit.GetProperty("passage");
            int[] mark = [.. passage.GetProperty("marks")[0].EnumerateArray().Select(number => number.GetInt32())];
            Assert.Equal("question answering", passage.GetProperty("text").GetString()![mark[0]..mark[1]].ToLowerInvariant());
            Assert.True(hit.GetProperty("score").GetDouble() > 0);
        }

        Assert.Contains("Transformer", Json("search", sample.Path, "tranformer~", "--json")[0].GetProperty("name").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.True(Json("search", sample.Path, "title:(embed* bert)", "--json").GetArrayLength() > 1);
        CommandLineProcess.Outcome misspelt = CommandLineProcess.Run("search", sample.Path, "tranfsormer");
        Assert.Equal(0, misspelt.ExitCode);
        Assert.Contains("'transformer'", misspelt.Errors, StringComparison.Ordinal);
        Assert.Contains("«question answering»", CommandLineProcess.Run("search", sample.Path, "\"question answering\"", "--label", "Paper").Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("ntriples")]
    [InlineData("turtle")]
    [InlineData("graphml")]
    [InlineData("jsonl")]
    public void An_export_to_a_file_equals_the_export_to_standard_output_and_is_not_overwritten_unasked(string format)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("out");
        Assert.Equal(0, CommandLineProcess.Run("export", sample.Path, "--format", format, "-o", file).ExitCode);
        Assert.Equal(File.ReadAllText(file), CommandLineProcess.Run("export", sample.Path, "--format", format, "-o", "-").Output);
        Assert.Equal(1, CommandLineProcess.Run("export", sample.Path, "--format", format, "-o", file).ExitCode);
        Assert.Equal(0, CommandLineProcess.Run("export", sample.Path, "--format", format, "-o", file, "--overwrite").ExitCode);
    }

    [Fact]
    public void Nothing_that_is_there_is_overwritten_by_accident()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", SyntheticPapers.Lines(1)[0]), before = File.ReadAllText(papers);
        Assert.Equal(1, CommandLineProcess.Run("extract", papers, "-o", papers).ExitCode);
        Assert.Equal(1, CommandLineProcess.Run("build", papers, "--into", folder.File("g"), "--report", papers).ExitCode);
        Assert.Equal(before, File.ReadAllText(papers));
        Assert.False(Directory.Exists(folder.File("g")));
        Assert.Equal(1, CommandLineProcess.Run("export", sample.Path, "--format", "graphml", "-o", Path.Combine(sample.Path, "CURRENT"), "--overwrite").ExitCode);
        Assert.Equal(0, CommandLineProcess.Run("verify", sample.Path).ExitCode);
    }

    [Fact]
    public void The_examples_of_the_readme_and_the_help_have_answers()
    {
        foreach (string[] arguments in (string[][])[["explain", "LoRA"], ["explain", "BERT", "GLUE"], ["neighbors", "question answering", "--depth", "2"], ["neighbors", "BERT", "--depth", "2", "--label", "Dataset"], ["neighbors", "BERT", "--type", "INTRODUCES", "--direction", "in"]])
        {
            JsonElement answer = Json([arguments[0], sample.Path, .. arguments[1..], "--json"]);
            Assert.True(answer.GetProperty(arguments[0] == "explain" ? "evidence" : "neighbors").GetArrayLength() > 0, string.Join(' ', arguments));
        }

        Assert.True(Json("search", sample.Path, "neural machine", "--json").GetArrayLength() > 0);
    }

    [Fact]
    public void Extract_writes_one_record_a_paper_whose_surfaces_stand_in_its_text()
    {
        string samples = Repo.File("samples", "landmarks.jsonl");
        Dictionary<string, string> texts = File.ReadLines(samples).Select(l => JsonDocument.Parse(l).RootElement)
            .ToDictionary(p => p.GetProperty("id").GetString()!, p => p.GetProperty("title").GetString() + "\n" + (p.TryGetProperty("abstract", out JsonElement a) ? a.GetString() : ""));
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run("extract", samples);
        Assert.Equal(0, outcome.ExitCode);
        JsonElement[] found = [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Equal(texts.Keys, found.Select(f => f.GetProperty("id").GetString()!));
        foreach (JsonElement paper in found)
            foreach (JsonElement surface in paper.GetProperty("entities").EnumerateArray().SelectMany(e => e.GetProperty("surfaces").EnumerateArray()))
                Assert.Contains(surface.GetString()!, texts[paper.GetProperty("id").GetString()!], StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_result_reaches_the_record_the_counts_the_sentences_and_every_export()
    {
        const string Sentence = "Brimble achieves 91.5% accuracy on ImageNet.";
        using TemporaryFolder folder = new();
        string paper = folder.Write("paper.jsonl", $$"""{"id":"one","doi":"10.5555/one","title":"Tagging","abstract":"We propose Brimble, a tagging network. {{Sentence}}"}""");
        JsonElement result = Assert.Single(JsonDocument.Parse(CommandLineProcess.Run("extract", paper).Output).RootElement.GetProperty("results").EnumerateArray());
        Assert.Equal(
            """{"metric":"accuracy","value":91.5,"unit":"%","dataset":"ImageNet","method":"Brimble","text":"91.5%"}""", result.GetRawText());

        string graph = folder.File("g");
        Assert.Equal(0, CommandLineProcess.Run("build", paper, "--into", graph).ExitCode);
        Assert.True(GraphVerifier.Verify(graph).IsSound);
        Assert.Equal(1, Json("stats", graph, "--json").GetProperty("edges").GetProperty("REPORTS").GetInt32());
        JsonElement evidence = Assert.Single(
            Json("explain", graph, "accuracy", "--json").GetProperty("evidence").EnumerateArray(), e => e.GetProperty("type").GetString() == "REPORTS");
        Assert.Equal(Sentence, evidence.GetProperty("sentence").GetString());

        Assert.Matches("pg:reports entity:metric:accuracy ~ _:e[0-9]+ {\\|[^|]*pg:dataset entity:dataset:imagenet ;[^|]*"
            + "pg:method entity:method:brimble ;[^|]*pg:unit \"%\" ; pg:value 9.15E1 \\|}", Export("turtle", "graph.ttl"));
        Assert.Matches("<https://w3id.org/papergraph/ontology#value> \"9.15E1\"", Export("ntriples", "graph.nt"));
        JsonElement edge = Assert.Single(
            Export("jsonl", "graph.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement),
            e => e.TryGetProperty("label", out JsonElement type) && type.GetString() == "REPORTS");
        JsonElement properties = edge.GetProperty("properties");
        Assert.Equal((91.5, "%"), (properties.GetProperty("value").GetDouble(), properties.GetProperty("unit").GetString()));
        Assert.Equal(
            ("dataset:imagenet", "method:brimble"), (properties.GetProperty("dataset").GetString(), properties.GetProperty("method").GetString()));
        Assert.Matches("<data key=\"[^\"]+\">91.5</data>", Export("graphml", "graph.graphml"));
        Assert.Equal(0, CommandLineProcess.Run("export", graph, "--format", "neo4j-admin", "-o", folder.File("csv")).ExitCode);
        string row = Assert.Single(File.ReadAllLines(folder.File("csv", "edges-REPORTS.csv")));
        Assert.Contains(",\"dataset:imagenet\",", row, StringComparison.Ordinal);
        Assert.Contains(",\"method:brimble\",", row, StringComparison.Ordinal);
        Assert.EndsWith(",\"%\",91.5", row, StringComparison.Ordinal);

        string Export(string format, string file)
        {
            Assert.Equal(0, CommandLineProcess.Run("export", graph, "--format", format, "-o", folder.File(file)).ExitCode);
            return File.ReadAllText(folder.File(file));
        }
    }

    [Fact]
    public void Standard_input_can_be_built_and_a_report_be_written()
    {
        using TemporaryFolder folder = new();
        string input = string.Join('\n', SyntheticPapers.Lines(5)) + "\n{not json}\n";
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(["build", "-", "--into", "g", "--report", "report.json", "--strict"], input, folder.FullName);
        Assert.Equal(3, outcome.ExitCode);
        JsonElement report = JsonDocument.Parse(File.ReadAllText(folder.File("report.json"))).RootElement;
        Assert.Equal((5, 1), (report.GetProperty("recordsRead").GetInt32(), report.GetProperty("rejected").GetInt32()));
        JsonElement rejected = Assert.Single(report.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(6, rejected.GetProperty("line").GetInt32());
        Assert.True(GraphVerifier.Verify(folder.File("g")).IsSound);
    }

    [Theory]
    [InlineData(2, "build")]
    [InlineData(2, "search", "g")]
    [InlineData(2, "nonsense")]
    [InlineData(2, "stats", "g", "--nonsense")]
    [InlineData(2, "stats", "")]
    [InlineData(2, "build", "papers.jsonl", "--into", "g", "--thread", "2")]
    [InlineData(2, "neighbors", "g", "x", "--min-confidence", "0,1")]
    [InlineData(2, "search", "g", "x", "--limit", "many")]
    [InlineData(1, "add", "never-made", ".")]
    [InlineData(1, "remove", "never-made", "--paper", "x")]
    [InlineData(1, "verify", "no-such-graph")]
    [InlineData(1, "compact", "never-made")]
    [InlineData(1, "extract", ".", "--threads", "0")]
    [InlineData(2, "pretrain", ".")]
    [InlineData(2, "pretrain", "words", ".")]
    [InlineData(2, "pretrain", "language", ".", "-o", "language.bin", "--limit", "0")]
    [InlineData(1, "pretrain", "words", ".", "-o", "words.bin", "--dimensions", "1")]
    [InlineData(1, "pretrain", "words", "no-such-file", "-o", "words.bin")]
    [InlineData(1, "pretrain", "language", "no-such-file", "-o", "language.bin")]
    [InlineData(1, "stats", "no-such-graph")]
    [InlineData(1, "build", "no-such-file", "--into", "never-made")]
    [InlineData(0, "--help")]
    [InlineData(2, "train", "gold.jsonl", "-o", "never-made", "--unlabelled", "papers.jsonl")]
    [InlineData(0, "doctor")]
    public void Exit_codes_tell_usage_from_failure(int expected, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(arguments, input: null, folder.FullName);
        Assert.Equal(expected, outcome.ExitCode);
        if (expected == 1) Assert.Single(outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(Directory.Exists(folder.File("never-made")));
    }

    [Theory]
    [InlineData("build")]
    [InlineData("add")]
    [InlineData("remove")]
    [InlineData("extract")]
    [InlineData("pretrain")]
    [InlineData("pretrain words")]
    [InlineData("pretrain language")]
    [InlineData("evaluate")]
    [InlineData("train")]
    [InlineData("stats")]
    [InlineData("verify")]
    [InlineData("compact")]
    [InlineData("search")]
    [InlineData("analyze")]
    [InlineData("neighbors")]
    [InlineData("explain")]
    [InlineData("export")]
    [InlineData("doctor")]
    public void Every_verb_has_help_with_an_example(string verb)
    {
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run([.. verb.Split(' '), "--help"]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains("Examples:", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"papergraph {verb} ", outcome.Output, StringComparison.Ordinal);
    }

    private static JsonElement Json(params string[] arguments)
    {
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(arguments);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    /// <summary>The samples, built once as the README's first command does.</summary>
    public sealed class SampleGraph : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public SampleGraph()
        {
            CommandLineProcess.Outcome outcome = CommandLineProcess.Run("build", Repo.File("samples"), "--into", Path);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
            BuildOutput = outcome.Output;
        }

        public string Path => _folder.File("graph");

        public string BuildOutput { get; }

        public void Dispose() => _folder.Dispose();
    }
}
