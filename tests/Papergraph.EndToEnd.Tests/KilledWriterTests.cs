using System.Diagnostics;
using Papergraph.Pipeline;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary>Real processes, killed with SIGKILL at random moments.</summary>
public class KilledWriterTests
{
    private const int Kills = 100;      // of each command
    private static readonly GraphBuilder Builder = new(new BuildOptions { Threads = 2 });

    [Fact]
    public void A_killed_build_leaves_no_graph_or_the_whole_graph_and_runs_again_to_the_same_end()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(400)));
        string expected = BuildReference(folder, papers);
        TimeSpan whole = TimeOf("build", papers, "--into", folder.File("timed"));

        Random moments = new(20260101);
        int killed = 0;
        for (int i = 0; i < Kills; i++)
        {
            string graph = folder.File($"g{i}");
            if (CommandLineProcess.RunAndKill(Moment(moments, whole), "build", papers, "--into", graph)) killed++;
            if (GraphDirectory.Exists(graph)) AssertSound(graph, expected);
            Builder.Build(graph, [papers]);
            AssertSound(graph, expected);
            Directory.Delete(graph, recursive: true);
        }

        Assert.True(killed > Kills / 2, $"only {killed} of {Kills} processes were still running when they should have been killed");
    }

    [Fact]
    public void A_killed_add_leaves_the_graph_as_it_was_or_with_all_papers_and_runs_again_to_the_same_end()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(200)));
        string more = folder.Write("more.jsonl", string.Join('\n', SyntheticPapers.Lines(200, first: 200)));
        string before = BuildReference(folder, papers), after = BuildReference(folder, papers, more);
        Builder.Build(folder.File("timed"), [papers]);
        TimeSpan whole = TimeOf("add", folder.File("timed"), more);

        Random moments = new(20260102);
        string graph = folder.File("g");
        int killed = 0;
        for (int i = 0; i < Kills; i++)
        {
            if (Directory.Exists(graph)) Directory.Delete(graph, recursive: true);
            Builder.Build(graph, [papers]);
            if (CommandLineProcess.RunAndKill(Moment(moments, whole), "add", graph, more)) killed++;
            AssertSound(graph, before, after);
            Builder.Add(graph, [more]);
            AssertSound(graph, after);
        }

        Assert.True(killed > Kills / 2, $"only {killed} of {Kills} processes were still running when they should have been killed");
    }

    [Fact]
    public void A_killed_command_typed_again_ends_as_if_it_had_not_been_killed()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(400)));
        string expected = BuildReference(folder, papers), graph = folder.File("g");
        TimeSpan whole = TimeOf("build", papers, "--into", folder.File("timed"));
        Assert.True(CommandLineProcess.RunAndKill(whole * 0.6, "build", papers, "--into", graph));
        for (int again = 0; again < 2; again++)
        {
            CommandLineProcess.Outcome outcome = CommandLineProcess.Run("build", papers, "--into", graph);
            Assert.Equal(0, outcome.ExitCode);
            AssertSound(graph, expected);
        }
    }

    private static string BuildReference(TemporaryFolder folder, params string[] inputs)
    {
        string reference = folder.File($"reference{inputs.Length}");
        Builder.Build(reference, inputs);
        return GraphBytes.Of(reference);
    }

    private static TimeSpan TimeOf(params string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        Assert.Equal(0, CommandLineProcess.Run(arguments).ExitCode);
        return Stopwatch.GetElapsedTime(start);
    }

    // The first sixth of a run is the start of the runtime, before anything is touched.
    private static TimeSpan Moment(Random random, TimeSpan whole) => whole * (0.15 + (0.9 * random.NextDouble()));

    private static void AssertSound(string graph, params string[] committed)
    {
        VerificationReport report = GraphVerifier.Verify(graph);
        Assert.True(report.IsSound, string.Join('\n', report.Faults));
        Assert.Contains(GraphBytes.Of(graph), committed);
    }
}
