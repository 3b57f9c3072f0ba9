using Papergraph.Store.Tests.Simulation;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests.Snapshots;

public class SnapshotTests
{
    private const string Graph = "/g";

    [Fact]
    public void A_snapshot_keeps_its_version_and_shares_its_files()
    {
        SimulatedDevice device = new(new(), new(1));
        Publish(device, 1);
        using (GraphWriteLock held = GraphDirectory.Lock(device, Graph)) held.CreateSnapshot("first");
        string[] before = device.Files(Graph);
        Publish(device, 2);
        Publish(device, 3);
        Assert.Equal(["CURRENT", "LOCK", "manifest-1", "segment-1.pgs"], before);
        Assert.Equal(["CURRENT", "LOCK", "manifest-3", "segment-1.pgs", "segment-3.pgs"], device.Files(Graph));
        using (GraphReader reader = GraphDirectory.OpenSnapshot(device, Graph, "first"))
            Assert.Equal((1L, 1), (reader.Version, reader.NodeCount));
        using (GraphReader reader = GraphDirectory.OpenRead(device, Graph)) Assert.Equal((3L, 3), (reader.Version, reader.NodeCount));
        Assert.True(GraphVerifier.Verify(device, Graph).IsSound);
        GraphSnapshot listed = Assert.Single(GraphDirectory.Snapshots(device, Graph));
        Assert.Equal(("first", 1L, 0L), (listed.Name, listed.Version, listed.Commits));
        Assert.Equal(("segment-1.pgs", 0L), (listed.Segment, listed.LogBytes));
    }

    [Fact]
    public void A_deleted_snapshot_takes_its_files_along_unless_another_needs_them()
    {
        SimulatedDevice device = new(new(), new(1));
        Publish(device, 1);
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        held.CreateSnapshot("a");
        held.CreateSnapshot("b");
        Publish(held, 2);
        held.DeleteSnapshot("a");
        Assert.Contains("segment-1.pgs", device.Files(Graph));
        Assert.Equal(["b"], GraphDirectory.Snapshots(device, Graph).Select(snapshot => snapshot.Name));
        held.DeleteSnapshot("b");
        Assert.DoesNotContain("segment-1.pgs", device.Files(Graph));
        Assert.Equal("PGT063", Assert.Throws<StoreException>(() => held.DeleteSnapshot("b")).Code);
        Assert.Equal("PGT063", Assert.Throws<StoreException>(() => GraphDirectory.OpenSnapshot(device, Graph, "b")).Code);
        Assert.Equal("PGT063", Assert.Throws<StoreException>(() => held.RestoreSnapshot("b")).Code);
    }

    [Fact]
    public void A_snapshot_has_the_commits_before_it_and_not_those_after()
    {
        SimulatedDevice device = new(new(), new(1));
        Publish(device, 1);
        Commit(device, "one");
        using (GraphWriteLock held = GraphDirectory.Lock(device, Graph)) Assert.Equal(1, held.CreateSnapshot("early").Commits);
        Commit(device, "two");
        Assert.Equal(["one", "two"], Commits(device, CurrentVersion(device)));
        Assert.Equal(["one"], Commits(device, SnapshotFile.Read(device, Graph, "early")));
        Publish(device, 2);
        Assert.Empty(Commits(device, CurrentVersion(device)));
        Assert.Equal(["one"], Commits(device, SnapshotFile.Read(device, Graph, "early")));
        using (GraphWriteLock held = GraphDirectory.Lock(device, Graph)) Assert.Equal(3, held.RestoreSnapshot("early"));
        Assert.Equal(["one"], Commits(device, CurrentVersion(device)));
        Commit(device, "other two");
        Assert.Equal(["one", "other two"], Commits(device, CurrentVersion(device)));
        Assert.Equal(["one"], Commits(device, SnapshotFile.Read(device, Graph, "early")));
        Assert.Equal("segment-1.pgs", CurrentVersion(device).Segment.Name);
        using (GraphWriteLock held = GraphDirectory.Lock(device, Graph)) held.DeleteSnapshot("early");
        Assert.Equal(["CURRENT", "LOCK", "log-3.pgl", "manifest-3", "segment-1.pgs"], device.Files(Graph));
    }

    [Fact]
    public void A_snapshot_can_be_made_of_a_log_that_a_killed_writer_left_open()
    {
        SimulatedDisk disk = new();
        SimulatedDevice killed = new(disk, new(1)), device = new(disk, new(2));
        Publish(killed, 1);
        CommitLog log = GraphDirectory.Lock(killed, Graph).OpenLog(Durability.Full, (_, _) => { });
        log.Wait(log.Append(Payload("one")));
        killed.Kill();
        using (GraphWriteLock held = GraphDirectory.Lock(device, Graph)) held.CreateSnapshot("rest");
        Assert.Equal(["one"], Commits(device, SnapshotFile.Read(device, Graph, "rest")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("dot.")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("C:")]
    [InlineData("Current")]
    [InlineData("ä")]
    [InlineData("new\nline")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890+")]
    public void A_name_that_could_lead_elsewhere_is_refused(string name)
    {
        SimulatedDevice device = new(new(), new(1));
        Publish(device, 1);
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        StoreException[] refusals =
        [
            Assert.Throws<StoreException>(() => held.CreateSnapshot(name)),
            Assert.Throws<StoreException>(() => held.DeleteSnapshot(name)),
            Assert.Throws<StoreException>(() => held.RestoreSnapshot(name)),
            Assert.Throws<StoreException>(() => GraphDirectory.OpenSnapshot(device, Graph, name)),
        ];
        Assert.All(refusals, refusal => Assert.Equal("PGT062", refusal.Code));
        Assert.All(refusals, refusal => Assert.DoesNotContain('\n', refusal.Message));
    }

    [Fact]
    public void A_snapshot_is_not_replaced_by_another_of_its_name()
    {
        SimulatedDevice device = new(new(), new(1));
        Publish(device, 1);
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        held.CreateSnapshot("one");
        Publish(held, 2);
        Assert.Equal("PGT064", Assert.Throws<StoreException>(() => held.CreateSnapshot("one")).Code);
        using GraphReader reader = GraphDirectory.OpenSnapshot(device, Graph, "one");
        Assert.Equal(1, reader.NodeCount);
    }

    [Fact]
    public void A_damaged_snapshot_is_named_and_can_be_deleted_and_the_others_opened()
    {
        SimulatedDevice device = new(new(), new(1));
        Publish(device, 1);
        using (GraphWriteLock held = GraphDirectory.Lock(device, Graph))
        {
            held.CreateSnapshot("a");
            held.CreateSnapshot("b");
        }

        device.WriteFile("/g/snapshots/a", "nonsense"u8);
        Assert.Equal(["a", "b"], GraphDirectory.SnapshotNames(device, Graph));
        GraphDirectory.OpenSnapshot(device, Graph, "b").Dispose();
        Assert.Throws<StoreException>(() => GraphDirectory.Snapshots(device, Graph));
        using (GraphWriteLock held = GraphDirectory.Lock(device, Graph)) held.DeleteSnapshot("a");
        Assert.Equal("b", Assert.Single(GraphDirectory.Snapshots(device, Graph)).Name);
    }

    [Fact]
    public void While_a_snapshot_cannot_be_read_nothing_that_it_may_need_is_removed()
    {
        SimulatedDevice device = new(new(), new(1));
        Publish(device, 1);
        using (GraphWriteLock held = GraphDirectory.Lock(device, Graph)) held.CreateSnapshot("one");
        byte[] sound = device.ReadFile("/g/snapshots/one", 1000);
        for (int i = 0; i < sound.Length; i++)
        {
            byte[] damaged = [.. sound];
            damaged[i] ^= 1;
            device.WriteFile("/g/snapshots/one", damaged);
            Assert.False(GraphVerifier.Verify(device, Graph).IsSound);
            Assert.Throws<StoreException>(() => GraphDirectory.OpenSnapshot(device, Graph, "one"));
            if (i % 8 == 0) Publish(device, 2);
        }

        device.WriteFile("/g/snapshots/one", sound);
        using GraphReader reader = GraphDirectory.OpenSnapshot(device, Graph, "one");
        Assert.Equal(1, reader.NodeCount);
        Publish(device, 2);
        Assert.Equal(5, device.Files(Graph).Length);
        Assert.True(GraphVerifier.Verify(device, Graph).IsSound);
    }

    [Fact]
    public void Wherever_the_power_is_cut_snapshots_and_versions_are_whole()
    {
        for (int seed = 0; seed < 1500; seed++)
        {
            Random random = new(seed);
            SimulatedDisk disk = new();
            SimulatedDevice sound = new(disk, random);
            Publish(sound, 1);
            Commit(sound, "one");
            using (GraphWriteLock held = GraphDirectory.Lock(sound, Graph)) held.CreateSnapshot("kept");
            int last = random.Next(120), count = 0;
            SimulatedDevice device = new(disk, random, (_, _) => ++count > last ? Fault.Refused : Fault.None);
            string[] sets = ["kept", "kept second", "second", ""];   // the snapshots there are, one after another
            int tried = 0, done = 0;
            _ = Record.Exception(() =>
            {
                using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
                Publish(held, 2);
                tried = 1;
                held.CreateSnapshot("second");
                done = 1;
                held.RestoreSnapshot("kept");
                tried = 2;
                held.DeleteSnapshot("kept");
                done = 2;
                Publish(held, 3);
                tried = 3;
                held.DeleteSnapshot("second");
                done = 3;
            });
            device.Kill();
            if (seed % 2 == 0) disk.Crash(random);
            SimulatedDevice after = new(disk, random);
            if (seed % 4 < 2) GraphDirectory.Lock(after, Graph).Dispose();
            if (seed % 3 == 0) disk.Crash(random);
            after = new(disk, random);
            VerificationReport report = GraphVerifier.Verify(after, Graph);
            Assert.True(report.IsSound, $"seed {seed}: " + string.Join('\n', report.Faults));
            string[] names = [.. GraphDirectory.Snapshots(after, Graph).Select(snapshot => snapshot.Name)];
            Assert.Contains(string.Join(' ', names), sets[done..(tried + 1)]);
            foreach (string name in names)
            {
                PublishedVersion snapshot = SnapshotFile.Read(after, Graph, name);
                Assert.Equal(name == "kept" ? ["one"] : [], Commits(after, snapshot));
                using MappedFile segment = SegmentFile.Open(after, Graph, snapshot.Segment).File;
            }
        }
    }

    [Fact]
    public void A_snapshot_of_a_graph_on_the_disk_can_be_made_listed_and_opened()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, GraphModel.Random(1).Write);
        using (GraphWriteLock held = GraphDirectory.Lock(folder.FullName)) held.CreateSnapshot("2026-01.before_merge");
        TestGraph.Publish(folder.FullName, GraphModel.Random(2).Write);
        Assert.Equal(["2026-01.before_merge"], GraphDirectory.Snapshots(folder.FullName).Select(snapshot => snapshot.Name));
        using GraphReader reader = GraphDirectory.OpenSnapshot(folder.FullName, "2026-01.before_merge");
        ModelComparison.Check(GraphModel.Random(1), reader);
        TestGraph.AssertSound(folder.FullName);
    }

    private static void Publish(SimulatedDevice device, int nodes)
    {
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        Publish(held, nodes);
    }

    private static void Publish(GraphWriteLock held, int nodes)
    {
        using SegmentWriter writer = held.BeginVersion();
        NodeTableWriter papers = writer.AddNodeTable("Paper");
        for (int i = 0; i < nodes; i++) papers.AddNode();
        writer.Publish();
    }

    private static void Commit(SimulatedDevice device, string commit)
    {
        using GraphWriteLock held = GraphDirectory.Lock(device, Graph);
        CommitLog log = held.OpenLog(Durability.Full, (_, _) => { });
        log.Wait(log.Append(Payload(commit)));
        log.Close();
    }

    private static PublishedVersion CurrentVersion(SimulatedDevice device) =>
        PublishedVersion.Of(device, Graph, CurrentFile.Read(device, Graph));

    private static List<string> Commits(SimulatedDevice device, PublishedVersion version)
    {
        List<string> commits = [];
        LogReader.Read(device, Graph, version.Log, (_, payload) => commits.Add(TextOf(payload)));
        return commits;
    }

    private static byte[] Payload(string text)
    {
        OperationWriter operations = new();
        operations.SetMetadata("commit", text);
        return operations.Payload.ToArray();
    }

    private static string TextOf(ReadOnlySpan<byte> payload)
    {
        byte[] bytes = payload.ToArray();
        return ((string[])["one", "two", "other two"]).Single(text => bytes.SequenceEqual(Payload(text)));
    }
}
