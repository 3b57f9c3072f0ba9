using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>Lets every single change to the disk fail, or be the last before the process dies.</summary>
public class FailureTests
{
    [Fact]
    public void Whatever_operation_fails_the_graph_is_unharmed_and_the_next_try_succeeds()
    {
        int operations = CountOperations();
        Assert.True(operations > 10);
        for (int failing = 1; failing <= operations; failing++)
        {
            using TemporaryFolder folder = new();
            WriteVersion(folder.FullName, new StoreDevice(), 1);
            int count = 0;
            StoreException? fault = Record.Exception(() => WriteVersion(
                folder.FullName, new StoreDevice((_, _) => ThrowIf(++count == failing)), 2)) as StoreException;
            AssertWhole(folder.FullName, fault is null || fault.Code == "PGT012" ? 2 : 1);
            if (fault is { Code: not "PGT012" }) Assert.Equal(4, System.IO.Directory.GetFiles(folder.FullName).Length);
            WriteVersion(folder.FullName, new StoreDevice(), 3);
            AssertWhole(folder.FullName, 3);
            Assert.Equal(4, System.IO.Directory.GetFiles(folder.FullName).Length);
        }
    }

    [Fact]
    public void Whatever_operation_is_the_last_before_a_power_cut_the_graph_is_whole()
    {
        int operations = CountOperations();
        for (int last = 0; last < operations; last++)
        {
            using TemporaryFolder folder = new();
            WriteVersion(folder.FullName, new StoreDevice(), 1);
            int count = 0;
            Record.Exception(() => WriteVersion(folder.FullName, new StoreDevice((_, _) => ThrowIf(++count > last)), 2));
            using (GraphReader reader = GraphDirectory.OpenRead(folder.FullName)) AssertWhole(folder.FullName, reader.Version);
            WriteVersion(folder.FullName, new StoreDevice(), 3);
            AssertWhole(folder.FullName, 3);
            Assert.Equal(4, System.IO.Directory.GetFiles(folder.FullName).Length);
        }
    }

    [Fact]
    public void Nothing_is_published_after_a_failed_write()
    {
        using TemporaryFolder folder = new();
        bool full = false;
        StoreDevice device = new((operation, _) => ThrowIf(full && operation == "write"));
        using GraphWriteLock held = GraphDirectory.Lock(folder.FullName, device);
        using SegmentWriter writer = held.BeginVersion();
        writer.AddNodeTable("Paper").AddNode();
        full = true;
        Assert.Equal("PGT011", Assert.Throws<StoreException>(() => writer.AddBlobs("records", [new byte[10]])).Code);
        full = false;
        Assert.Throws<InvalidOperationException>(() => writer.Publish());
        Assert.False(GraphDirectory.Exists(folder.FullName));
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
        using TemporaryFolder folder = new();
        WriteVersion(folder.FullName, new StoreDevice(), 1);
        int count = 0;
        WriteVersion(folder.FullName, new StoreDevice((_, _) => count++), 2);
        return count;
    }

    private static void WriteVersion(string path, StoreDevice device, int version)
    {
        using GraphWriteLock held = GraphDirectory.Lock(path, device);
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
    private static void AssertWhole(string path, long writtenAs)
    {
        using GraphReader reader = GraphDirectory.OpenRead(path);
        for (int node = 0; node < 10; node++) Assert.Equal(writtenAs, reader.Property(node, "writtenAs"));
        Assert.Equal([(int)writtenAs], reader.Edges("CITES")!.Outgoing.Neighbours(1).ToArray());
        TestGraph.AssertSound(path);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> FailAfterOne()
    {
        yield return new byte[3];
        throw new FormatException();
    }

    private static void ThrowIf(bool failing)
    {
        if (failing) throw new IOException("No space left on device");
    }
}
