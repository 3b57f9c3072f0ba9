using Papergraph.Store.Tests.Simulation;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>Lets every single change to the disk fail, or be the last before the process dies.</summary>
public class FailureTests
{
    private const string Graph = "/g";

    [Fact]
    public void Whatever_operation_fails_the_graph_is_unharmed_and_the_next_try_succeeds()
    {
        int operations = CountOperations();
        Assert.True(operations > 10);
        for (int failing = 1; failing <= operations; failing++)
        {
            SimulatedDisk disk = new();
            SimulatedDevice sound = new(disk, new(failing));
            WriteVersion(sound, 1);
            int count = 0;
            StoreException? fault = Record.Exception(() => WriteVersion(
                new SimulatedDevice(disk, new(failing), (_, _) => ++count == failing ? Fault.Refused : Fault.None), 2)) as StoreException;
            AssertWhole(sound, fault is null || fault.Code == "PGT012" ? 2 : 1);
            WriteVersion(sound, 3);
            AssertWhole(sound, 3);
            Assert.Equal(4, sound.Files(Graph).Length);
        }
    }

    [Fact]
    public void Wherever_the_power_is_cut_the_graph_is_whole()
    {
        int operations = CountOperations();
        for (int last = 0; last < operations; last++)
        {
            for (int seed = 0; seed < 8; seed++)
            {
                SimulatedDisk disk = new();
                Random random = new(seed);
                WriteVersion(new(disk, random), 1);
                int count = 0;
                bool done = Record.Exception(() => WriteVersion(
                    new SimulatedDevice(disk, random, (_, _) => ++count > last ? Fault.Refused : Fault.None), 2)) is null;
                disk.Crash(random);
                SimulatedDevice after = new(disk, random);
                using (GraphReader reader = GraphDirectory.OpenRead(after, Graph)) AssertWhole(after, reader.Version);
                if (done) AssertWhole(after, 2);
                WriteVersion(after, 3);
                AssertWhole(after, 3);
                Assert.Equal(4, after.Files(Graph).Length);
            }
        }
    }

    [Fact]
    public void Wherever_the_first_writer_is_stopped_there_is_no_graph_or_a_whole_one()
    {
        for (int last = 0; last < 40; last++)
        {
            for (int seed = 0; seed < 12; seed++)
            {
                SimulatedDisk disk = new();
                Random random = new(seed);
                int count = 0;
                SimulatedDevice device = new(disk, random, (_, _) => ++count > last ? Fault.Refused : Fault.None);
                bool done = Record.Exception(() => WriteVersion(device, 1)) is null;
                device.Kill();
                if (seed % 2 == 0) disk.Crash(random);
                SimulatedDevice after = new(disk, random);
                if (GraphDirectory.Exists(after, Graph)) AssertWhole(after, 1);
                else Assert.False(done);
                // Opening for writing goes on with what there is, or with an empty graph.
                using (GraphStore store = GraphStore.Open(after, Graph, null)) Assert.Contains(store.OpenRead().NodeCount, (int[])[0, 10]);
                WriteVersion(after, 3);
                AssertWhole(after, 3);
                Assert.Equal(4, after.Files(Graph).Length);
            }
        }
    }

    [Fact]
    public void Nothing_is_published_after_a_failed_write()
    {
        bool full = false;
        SimulatedDevice device = new(new(), new(1), (operation, _) => full && operation == "write" ? Fault.DiskFull : Fault.None);
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        using SegmentWriter writer = held.BeginVersion();
        writer.AddNodeTable("Paper").AddNode();
        full = true;
        Assert.Equal("PGT011", Assert.Throws<StoreException>(() => writer.AddBlobs("records", [new byte[10]])).Code);
        full = false;
        Assert.Throws<InvalidOperationException>(() => writer.Publish());
        Assert.False(GraphDirectory.Exists(device, Graph));
    }

    [Fact]
    public void A_source_of_blobs_that_fails_spoils_the_version()
    {
        using TemporaryFolder folder = new();
        using GraphWriteLock held = GraphDirectory.Lock(folder.FullName);
        using SegmentWriter writer = held.BeginVersion();
        Assert.Throws<FormatException>(() => writer.AddBlobs("records", FailAfterOne()));
        Assert.Throws<InvalidOperationException>(() => writer.Publish());
        Assert.False(GraphDirectory.Exists(folder.FullName));
    }

    [Fact]
    public void A_process_killed_while_publishing_leaves_a_whole_version()
    {
        using TemporaryFolder folder = new();
        Random random = new(20);
        for (int kill = 0; kill < 12; kill++)
        {
            using (ChildProcess writer = ChildProcess.Start("publish", folder.FullName))
            {
                // So many versions are waited for, and then a moment: the kill hits somewhere in the next one.
                for (int published = kill % 3; published > 0; published--) writer.WaitForLine();
                using ManualResetEventSlim never = new();
                never.Wait(random.Next(30));
                writer.Kill();
            }

            if (kill == 0 && !GraphDirectory.Exists(folder.FullName)) continue;
            using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
            Assert.Equal(2000 + reader.Version, reader.NodeCount);
            Assert.Equal($"{reader.Version}/1999", reader.Property(1999, "id"));
            Assert.True(reader.Version >= kill);
            TestGraph.AssertSound(folder.FullName);
        }
    }

    private static int CountOperations()
    {
        SimulatedDisk disk = new();
        WriteVersion(new(disk, new(1)), 1);
        int count = 0;
        WriteVersion(new SimulatedDevice(disk, new(1), (_, _) =>
        {
            count++;
            return Fault.None;
        }), 2);
        return count;
    }

    private static void WriteVersion(SimulatedDevice device, int version)
    {
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        using SegmentWriter writer = held.BeginVersion();
        NodeTableWriter papers = writer.AddNodeTable("Paper");
        for (int i = 0; i < 10; i++)
        {
            papers.AddNode();
            papers.Int64("writtenAs").Append(version);
        }

        writer.AddEdgeTable("CITES").Add(1, version);
        writer.Publish();
    }

    // Which try wrote it, not the number of the version: a try that failed leaves its number to the next.
    private static void AssertWhole(SimulatedDevice device, long writtenAs)
    {
        using GraphReader reader = GraphDirectory.OpenRead(device, Graph);
        for (int node = 0; node < 10; node++) Assert.Equal(writtenAs, reader.Property(node, "writtenAs"));
        Assert.Equal([(int)writtenAs], reader.Edges("CITES")!.Outgoing.Neighbours(1).ToArray());
        Assert.True(GraphVerifier.Verify(device, Graph).IsSound);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> FailAfterOne()
    {
        yield return new byte[3];
        throw new FormatException();
    }
}
