using System.Text.Json;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary>Snapshots as a user keeps, compares, restores, packs and deletes them.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _graph;

    public SnapshotTests()
    {
        _graph = _folder.File("graph");
        Run(0, "build", _folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(30))), "--into", _graph);
    }

    [Fact]
    public void What_a_snapshot_keeps_comes_back_after_papers_were_removed()
    {
        Run(0, "snapshot", "create", _graph, "whole");
        string whole = GraphBytes.Of(_graph);
        Run(0, "remove", _graph, "--paper", "10.5555/made.28");
        JsonElement diff = Json("snapshot", "diff", _graph, "whole", "--json");
        Assert.Equal(1, diff.GetProperty("nodes").GetProperty("Paper").GetProperty("went").GetInt32());
        Assert.All(
            diff.GetProperty("changes").GetProperty("edges").EnumerateArray().Where(e => e.GetProperty("change").GetString() == "went"),
            e => Assert.Contains("jsonl:p28", Texts(e.GetProperty("cause").GetProperty("recordsRemoved"))));
        string text = Run(0, "snapshot", "diff", _graph, "whole").Output;
        Assert.Contains("removed: jsonl:p28", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);

        Run(0, "snapshot", "restore", _graph, "whole", "--keep", "less");
        Assert.Contains("the same", Run(0, "snapshot", "diff", _graph, "whole").Output, StringComparison.Ordinal);
        JsonElement[] snapshots = [.. Json("snapshot", "list", _graph, "--json").EnumerateArray()];
        Assert.Equal(["less", "whole"], snapshots.Select(s => s.GetProperty("name").GetString()));
        using TemporaryFolder again = new();
        Run(0, "build", _folder.File("papers.jsonl"), "--into", again.File("graph"));
        Assert.Equal(whole, GraphBytes.Of(again.File("graph")));
        Run(0, "snapshot", "delete", _graph, "less", "whole");
        Assert.Equal(0, Json("snapshot", "list", _graph, "--json").GetArrayLength());
        Run(0, "verify", _graph);
    }

    [Fact]
    public void The_patch_makes_the_new_export_of_the_old_one()
    {
        Run(0, "snapshot", "create", _graph, "before");
        HashSet<string> triples = [.. Triples()];
        Run(0, "add", _graph, _folder.Write("more.jsonl", string.Join('\n', SyntheticPapers.Lines(5, first: 30))));
        foreach (string line in Lines(Run(0, "snapshot", "diff", _graph, "before", "--format", "rdf-patch").Output))
        {
            if (line.StartsWith("D ", StringComparison.Ordinal)) Assert.True(triples.Remove(line[2..]));
            if (line.StartsWith("A ", StringComparison.Ordinal)) Assert.True(triples.Add(line[2..]));
        }

        Assert.True(triples.SetEquals(Triples()));

        string[] Triples() => Lines(Run(0, "export", _graph, "--format", "ntriples", "--names-by-content", "-o", "-").Output);
    }

    [Fact]
    public void A_packed_snapshot_is_read_where_a_graph_is_read_and_refuses_to_be_written()
    {
        string pack = _folder.File("graph.pgpack");
        Run(0, "snapshot", "create", _graph, "kept");
        string id = Json("snapshot", "pack", _graph, "kept", "-o", pack, "--json").GetProperty("sha256").GetString()!;
        Assert.Equal(GraphBytes.Of(_graph), id);
        string[][] reading = [["stats"], ["verify"], ["search", "network"], ["export", "--format", "jsonl", "-o", "-"], ["stats", "--storage"]];
        foreach (string[] verb in reading)
        {
            string ofPack = Run(0, [verb[0], pack, .. verb[1..]]).Output;
            if (verb[0] is "search" or "export") Assert.Equal(Run(0, [verb[0], _graph, .. verb[1..]]).Output, ofPack);
        }

        Assert.Contains("the same", Run(0, "snapshot", "diff", _graph, "kept", pack).Output, StringComparison.Ordinal);
        string[][] writing =
        [
            ["remove", pack, "--paper", "10.5555/made.28"], ["snapshot", "create", pack, "a"],
            ["build", _folder.File("papers.jsonl"), "--into", pack],
        ];
        foreach (string[] verb in writing)
        {
            string[] errors = Lines(Run(1, verb).Errors);
            Assert.Contains("[PGT082]", Assert.Single(errors), StringComparison.Ordinal);
        }

        Run(0, "snapshot", "unpack", pack, "--into", _folder.File("copy"));
        Assert.Equal(id, GraphBytes.Of(_folder.File("copy")));
        Run(1, "snapshot", "unpack", pack, "--into", _folder.File("copy"));
        Run(0, "snapshot", "unpack", pack, "--into", _folder.File("copy"), "--replace");
    }

    [Theory]
    [InlineData("PGC010", "snapshot", "diff", "GRAPH", "nowhere")]
    [InlineData("PGC010", "snapshot", "show", "GRAPH", "nowhere")]
    [InlineData("PGT001", "snapshot", "create", "NONE", "name")]
    [InlineData("PGT001", "snapshot", "list", "NONE")]
    [InlineData("PGC004", "snapshot", "pack", "GRAPH", "current", "-o", "GRAPH/x.pgpack")]
    [InlineData("PGT080", "snapshot", "unpack", "NONE", "--into", "GRAPH")]
    public void What_cannot_be_done_is_one_line_with_a_code(string code, params string[] arguments)
    {
        string none = _folder.File("none");
        string[] typed =
        [
            .. arguments.Select(a => a.Replace("GRAPH", _graph, StringComparison.Ordinal).Replace("NONE", none, StringComparison.Ordinal)),
        ];
        Assert.Contains($"[{code}]", Assert.Single(Lines(Run(1, typed).Errors)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(none));
    }

    [Fact]
    public void Storage_adds_up_to_the_files()
    {
        Run(0, "snapshot", "create", _graph, "kept");
        JsonElement report = Json("stats", _graph, "--storage", "--json");
        long onDisk = Directory.EnumerateFiles(_graph, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
        Assert.Equal(onDisk, report.GetProperty("bytes").GetInt64());
        Assert.Equal(onDisk, report.GetProperty("byKind").EnumerateObject().Sum(k => k.Value.GetInt64()));
        foreach (JsonElement file in report.GetProperty("files").EnumerateArray())
            Assert.Equal(Bytes(file), file.GetProperty("parts").EnumerateArray().Sum(Bytes));

        static long Bytes(JsonElement of) => of.GetProperty("bytes").GetInt64();
    }

    public void Dispose() => _folder.Dispose();

    private static CommandLineProcess.Outcome Run(int expected, params string[] arguments)
    {
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(arguments);
        Assert.True(outcome.ExitCode == expected, $"papergraph {string.Join(' ', arguments)}: {outcome.ExitCode}\n{outcome.Errors}");
        return outcome;
    }

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(t => t.GetString());

    private static JsonElement Json(params string[] arguments) => JsonDocument.Parse(Run(0, arguments).Output).RootElement;

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
