using System.Text.Json;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary>A graph that lost the records of its papers can be looked into, mended and added to.</summary>
public sealed class RepairTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Lost_records_are_told_and_the_graph_goes_on_without_them()
    {
        string graph = _folder.File("graph");
        Run(0, "build", _folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(40))), "--into", graph);
        DamageRecords(Path.Combine(graph, "segment-1.pgs"), graph);
        Assert.Contains("verify --repair", Run(1, "verify", graph).Output, StringComparison.Ordinal);

        JsonElement report = JsonDocument.Parse(Run(0, "verify", graph, "--repair", "--json").Output).RootElement;
        Assert.True(report.GetProperty("repaired").GetBoolean());
        JsonElement loss = Assert.Single(report.GetProperty("losses").EnumerateArray());
        Assert.Contains("blobs records", loss.GetProperty("message").GetString(), StringComparison.Ordinal);
        Run(0, "verify", graph);
        Assert.Contains("Nothing was changed", Run(0, "verify", graph, "--repair").Output, StringComparison.Ordinal);

        Run(0, "explain", graph, "10.5555/made.28");
        Run(0, "snapshot", "diff", graph, Path.Combine(graph, "..", "graph"));
        Run(0, "add", graph, _folder.Write("more.jsonl", string.Join('\n', SyntheticPapers.Lines(40))));
        Run(0, "verify", graph);
        Run(0, "build", _folder.File("papers.jsonl"), "--into", _folder.File("again"));
        Assert.Equal(GraphBytes.Of(_folder.File("again")), GraphBytes.Of(graph));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Flips a byte here and there until it is one of the records.</summary>
    private static void DamageRecords(string segment, string graph)
    {
        byte[] sound = File.ReadAllBytes(segment);
        for (int at = 64; at < sound.Length; at += 512)
        {
            byte[] damaged = [.. sound];
            damaged[at] ^= 1;
            File.WriteAllBytes(segment, damaged);
            if (GraphVerifier.Verify(graph).Faults.Any(f => f.Message.Contains("(blobs records,", StringComparison.Ordinal))) return;
        }

        Assert.Fail("There are no records.");
    }

    private static CommandLineProcess.Outcome Run(int expected, params string[] arguments)
    {
        CommandLineProcess.Outcome outcome = CommandLineProcess.Run(arguments);
        Assert.True(outcome.ExitCode == expected, $"papergraph {string.Join(' ', arguments)}: {outcome.ExitCode}\n{outcome.Errors}");
        return outcome;
    }
}
