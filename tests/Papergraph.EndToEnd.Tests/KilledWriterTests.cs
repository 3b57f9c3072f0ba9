using Papergraph.Pipeline;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary>Real processes, killed with SIGKILL at random moments.</summary>
[Trait("Category", "Slow")]
public class KilledWriterTests
{
    private static readonly int Kills = CampaignSize.Kills(otherwise: 10);      // of each command
    private static readonly GraphBuilder Builder = new(new BuildOptions { Threads = 2 });

    [Fact]
    public void A_killed_build_leaves_no_graph_or_the_whole_graph_and_runs_again_to_the_same_end()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(400)));
        string expected = BuildReference(folder, papers);
        KillTimer timer = new(seed: 20260101);
        for (int i = 0; timer.Kills < Kills; i++)
        {
            string graph = folder.File($"g{i}");
            timer.RunAndKill("build", papers, "--into", graph, "--extractor", "patterns");
            if (GraphDirectory.Exists(graph)) AssertSound(graph, expected);
            Builder.Build(graph, [papers]);
            AssertSound(graph, expected);
            Directory.Delete(graph, recursive: true);
        }
    }

    [Fact]
    public void A_killed_add_leaves_the_graph_as_it_was_or_with_all_papers_and_runs_again_to_the_same_end()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(200)));
        string more = folder.Write("more.jsonl", string.Join('\n', SyntheticPapers.Lines(200, first: 200)));
        string before = BuildReference(folder, papers), after = BuildReference(folder, papers, more);
        KillTimer timer = new(seed: 20260102);
        string graph = folder.File("g");
        while (timer.Kills < Kills)
        {
            if (Directory.Exists(graph)) Directory.Delete(graph, recursive: true);
            Builder.Build(graph, [papers]);
            timer.RunAndKill("add", graph, more, "--extractor", "patterns");
            AssertSound(graph, before, after);
            Builder.Add(graph, [more]);
            AssertSound(graph, after);
        }
    }

    [Fact]
    public void A_killed_command_typed_again_ends_as_if_it_had_not_been_killed()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(400)));
        string expected = BuildReference(folder, papers), graph = folder.File("g");
        KillTimer timer = new(seed: 20260103);
        while (timer.Kills == 0)
        {
            if (Directory.Exists(graph)) Directory.Delete(graph, recursive: true);
            timer.RunAndKill("build", papers, "--into", graph, "--extractor", "patterns");
        }

        for (int again = 0; again < 2; again++)
        {
            CommandLineProcess.Outcome outcome = CommandLineProcess.Run("build", papers, "--into", graph, "--extractor", "patterns");
            Assert.Equal(0, outcome.ExitCode);
            AssertSound(graph, expected);
        }
    }

    [Fact]
    public void A_killed_compaction_leaves_the_graph_as_it_was_and_runs_again_to_the_same_end()
    {
        using TemporaryFolder folder = new();
        string changed = ChangedGraph(folder), compacted = folder.File("compacted"), graph = folder.File("g");
        Copy(changed, compacted);
        Assert.Equal(0, CommandLineProcess.Run("compact", compacted).ExitCode);
        string expected = GraphBytes.Of(compacted);
        KillTimer timer = new(seed: 20260104);
        while (timer.Kills < Kills)
        {
            if (Directory.Exists(graph)) Directory.Delete(graph, recursive: true);
            Copy(changed, graph);
            timer.RunAndKill("compact", graph);
            AssertSameGraph(changed, GraphDirectory.OpenRead(graph));
            Assert.True(GraphVerifier.Verify(graph).IsSound);
            Assert.Equal(0, CommandLineProcess.Run("compact", graph).ExitCode);
            Assert.Equal(expected, GraphBytes.Of(graph));
        }
    }

    [Fact]
    public void A_killed_snapshot_is_there_or_not_and_the_graph_is_as_it_was()
    {
        using TemporaryFolder folder = new();
        string changed = ChangedGraph(folder), graph = folder.File("g");
        Copy(changed, graph);
        KillTimer timer = new(seed: 20260105);
        HashSet<string> made = [];
        for (int i = 0; timer.Kills < Kills; i++)
        {
            if (timer.RunAndKill("snapshot", "create", graph, $"s{i}")) made.Add($"s{i}");
            AssertSameGraph(changed, GraphDirectory.OpenRead(graph));
            HashSet<string> found = [.. GraphDirectory.Snapshots(graph).Select(snapshot => snapshot.Name)];
            Assert.Superset(made, found);
            Assert.True(found.Count <= made.Count + 1);
            foreach (string name in found.Except(made)) AssertSameGraph(changed, GraphDirectory.OpenSnapshot(graph, name));
            made = found;
        }

        Assert.True(GraphVerifier.Verify(graph).IsSound);
    }

    /// <summary>A graph of papers with many commits since.</summary>
    private static string ChangedGraph(TemporaryFolder folder)
    {
        string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(200))), graph = folder.File("changed");
        Builder.Build(graph, [papers]);
        GraphStoreOptions options = new() { Durability = Durability.OperatingSystem, CompactionRatio = double.PositiveInfinity };
        using GraphStore store = GraphStore.Open(graph, options);
        int before = -1;
        for (int i = 0; i < 500; i++)
        {
            using GraphTransaction transaction = store.Begin();
            int note = transaction.CreateNode("Note");
            transaction.SetProperty(note, "number", (long)i);
            if (before >= 0) transaction.CreateEdge("FOLLOWS", note, before);
            transaction.SetMetadata("notes", $"{i}");
            transaction.Commit();
            before = note;
        }

        return graph;
    }

    private static void AssertSameGraph(string expected, GraphReader actual)
    {
        using (actual)
        {
            using GraphReader other = GraphDirectory.OpenRead(expected);
            Assert.Equal((other.NodeCount, other.EdgeCount), (actual.NodeCount, actual.EdgeCount));
            Assert.Equal("499", actual.Metadata["notes"]);
            long notes = actual.TablesWithLabel("Note")
                .SelectMany(table => table.LiveRows.Select(row => (long)table.Value(row, "number")!)).Sum();
            Assert.Equal(500 * 499 / 2, notes);
        }
    }

    private static void Copy(string graph, string copy)
    {
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.GetFiles(graph)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
    }

    [Fact]
    public void A_killed_import_leaves_no_graph_or_the_whole_graph_and_runs_again_to_the_same_end()
    {
        using TemporaryFolder folder = new();
        Random random = new(20260104);
        string papers = folder.Write("papers.csv", "id:ID,title\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i},Paper number {i}\n")));
        string citations = folder.Write(
            "citations.csv", ":START_ID,:END_ID\n" + string.Concat(Enumerable.Range(0, 300_000).Select(_ => $"{random.Next(60_000)},{random.Next(60_000)}\n")));
        string[] Import(string graph) => ["import", graph, "--nodes", "Paper=" + papers, "--relationships", "CITES=" + citations, "--replace"];
        Assert.Equal(0, CommandLineProcess.Run(Import(folder.File("reference"))).ExitCode);
        string expected = GraphBytes.Of(folder.File("reference"));
        KillTimer timer = new(seed: 20260105);
        for (int i = 0; timer.Kills < Kills / 2; i++)
        {
            string graph = folder.File($"g{i}");
            timer.RunAndKill(Import(graph));
            if (GraphDirectory.Exists(graph)) AssertSound(graph, expected);
            Assert.Equal(0, CommandLineProcess.Run(Import(graph)).ExitCode);
            AssertSound(graph, expected);
            Assert.Single(Directory.GetFiles(graph, "segment-*"));
            Directory.Delete(graph, recursive: true);
        }
    }

    private static string BuildReference(TemporaryFolder folder, params string[] inputs)
    {
        string reference = folder.File($"reference{inputs.Length}");
        Builder.Build(reference, inputs);
        return GraphBytes.Of(reference);
    }

    private static void AssertSound(string graph, params string[] committed)
    {
        VerificationReport report = GraphVerifier.Verify(graph);
        Assert.True(report.IsSound, string.Join('\n', report.Faults));
        Assert.Contains(GraphBytes.Of(graph), committed);
    }

    /// <summary>Chooses random moments within a run, and learns from each run that ended first how long one takes at present.</summary>
    private sealed class KillTimer(int seed)
    {
        private readonly Random _moments = new(seed);
        private TimeSpan _whole = TimeSpan.FromSeconds(2);
        private int _runs;

        public int Kills { get; private set; }

        /// <returns>Whether the process ended before it could be killed.</returns>
        public bool RunAndKill(params string[] arguments)
        {
            Assert.True(++_runs < 5 * (KilledWriterTests.Kills + 10), "processes keep ending before they can be killed");
            // The first part of a run is the start of the runtime, before anything is touched.
            TimeSpan moment = _whole * (0.15 + (0.9 * _moments.NextDouble()));
            if (CommandLineProcess.RunAndKill(moment, arguments) is not { } ended)
            {
                Kills++;
                return false;
            }

            _whole = ended;
            return true;
        }
    }
}
