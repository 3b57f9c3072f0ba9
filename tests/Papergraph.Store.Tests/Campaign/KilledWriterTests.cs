using System.Globalization;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests.Campaign;

/// <summary>Processes that commit are killed with SIGKILL at random moments; what they said they had committed must be there.</summary>
[Trait("Category", "Slow")]
public class KilledWriterTests
{
    private static readonly int Kills = CampaignSize.Kills(otherwise: 12);   // of each kind of writer

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_commit_that_a_killed_process_has_acknowledged_is_there(int threads)
    {
        using TemporaryFolder folder = new();
        string graph = folder.File("g");
        Random random = new(20260201 + threads);
        long last = 0;

        // A busy machine kills most processes before they have committed anything, so there it takes more of them.
        for (int kill = 0; kill < Kills || (last <= Kills && kill < 20 * Kills); kill++)
        {
            long acknowledged = last;
            foreach (string line in RunAndKill(random, "commit", graph, $"{kill}", $"{threads}"))
                if (NumberIn(line, "commit") is { } number) acknowledged = Math.Max(acknowledged, number);
            using GraphReader reader = GraphDirectory.OpenRead(graph);
            last = ChainGraph.RequireWhole(reader);
            Assert.InRange(last, acknowledged, acknowledged + threads);
            if (kill % 5 == 0) TestGraph.AssertSound(graph);
        }

        Assert.True(last > Kills);
    }

    [Fact]
    public void Snapshots_of_a_killed_process_are_whole_and_those_it_has_made_are_there()
    {
        using TemporaryFolder folder = new();
        string graph = folder.File("g");
        Random random = new(20260210);
        HashSet<long> must = [], may = [];
        HashSet<long> states = [0];     // the commits that may be the last one
        for (int kill = 0; kill < Kills; kill++)
        {
            foreach (string line in RunAndKill(random, "snapshots", graph, $"{kill}"))
            {
                if (NumberIn(line, "commit") is { } number) states = [number, number + 1];
                else if (NumberIn(line, "snapshot") is { } made) must.Add(made);
                else if (NumberIn(line, "restoring") is { } target) states.Add(target);
                else if (NumberIn(line, "restored") is { } restored) states = [restored, restored + 1];
                else if (NumberIn(line, "deleting") is { } doomed && must.Remove(doomed)) may.Add(doomed);
                else if (NumberIn(line, "deleted") is { } deleted) may.Remove(deleted);
            }

            if (!GraphDirectory.Exists(graph)) continue;
            using (GraphReader reader = GraphDirectory.OpenRead(graph)) Assert.Contains(ChainGraph.RequireWhole(reader), states);
            HashSet<long> found = [];
            foreach (GraphSnapshot snapshot in GraphDirectory.Snapshots(graph))
            {
                long at = long.Parse(snapshot.Name["at-".Length..], CultureInfo.InvariantCulture);
                using GraphReader reader = GraphDirectory.OpenSnapshot(graph, snapshot.Name);
                Assert.Equal(at, ChainGraph.RequireWhole(reader));
                found.Add(at);
            }

            Assert.Superset(must, found);
            // One more may have been made and not been said any more.
            Assert.True(found.Except(must).Except(may).Count() <= 1);
            must = found;
            using (GraphReader reader = GraphDirectory.OpenRead(graph)) states = [ChainGraph.RequireWhole(reader)];
            states.Add(states.Single() + 1);
            if (kill % 5 == 0) TestGraph.AssertSound(graph);
        }
    }

    /// <summary>Runs a process until some moment, most often amid its work, and returns what it said.</summary>
    private static List<string> RunAndKill(Random random, params string[] arguments)
    {
        using ChildProcess writer = ChildProcess.Start(arguments);
        return writer.KillAfter(TimeSpan.FromMilliseconds(random.Next(4) == 0 ? random.Next(20) : random.Next(500)));
    }

    private static long? NumberIn(string line, string verb) =>
        line.StartsWith(verb + " ", StringComparison.Ordinal) ? long.Parse(line[(verb.Length + 1)..], CultureInfo.InvariantCulture) : null;
}
