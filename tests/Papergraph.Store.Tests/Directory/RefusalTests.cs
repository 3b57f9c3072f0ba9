using Papergraph.Store.Tests.Simulation;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>What a directory or a disk can refuse to a store: one clear line each, and nothing is harmed.</summary>
public class RefusalTests
{
    private const string Graph = "/g";

    [Fact]
    public void A_second_store_is_refused_while_the_first_is_open()
    {
        using TemporaryFolder folder = new();
        using GraphStore first = GraphStore.Open(folder.FullName);
        Commit(first, "one");
        Refused("PGT004", folder.FullName, () => GraphStore.Open(folder.FullName));
        Refused("PGT004", folder.FullName, () => GraphDirectory.Lock(folder.FullName));
        Commit(first, "two");
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Assert.Equal("two", reader.Metadata["note"]);
    }

    [Fact]
    public void When_the_directory_is_removed_commits_are_refused_and_readers_go_on()
    {
        using TemporaryFolder folder = new();
        string graph = folder.File("g");
        using GraphStore store = GraphStore.Open(graph);
        Commit(store, "one");
        using GraphReader before = store.OpenRead(), other = GraphDirectory.OpenRead(graph);
        System.IO.Directory.Delete(graph, recursive: true);
        Refused("PGT060", graph, () => Commit(store, "two"));
        Assert.Throws<StoreException>(() => Commit(store, "three"));
        Assert.Equal("one", before.Metadata["note"]);
        Assert.Equal("one", other.Metadata["note"]);
        Refused("PGT001", graph, () => GraphDirectory.OpenRead(graph));
        store.Dispose();
        Assert.False(System.IO.Directory.Exists(graph));
    }

    [Fact]
    public void When_the_directory_is_removed_no_version_is_published()
    {
        using TemporaryFolder folder = new();
        string graph = folder.File("g");
        using GraphWriteLock held = GraphDirectory.Lock(graph);
        using SegmentWriter writer = held.BeginVersion();
        writer.AddNodeTable("Paper").AddNode();
        System.IO.Directory.Delete(graph, recursive: true);
        Refused("PGT060", graph, () => writer.Publish());
    }

    [Theory]
    [InlineData("write")]
    [InlineData("open")]
    public void When_the_disk_is_full_the_commits_before_are_there(string operation)
    {
        SimulatedDisk disk = new();
        bool full = false;
        SimulatedDevice device = new(disk, new(1), (done, _) => full && done == operation ? Fault.DiskFull : Fault.None);
        GraphStore store = GraphStore.Open(device, Graph, null);
        full = true;
        Assert.Contains("No space left", Refused("PGT011", Graph, () => Commit(store, "none")), StringComparison.Ordinal);
        full = false;
        store.Dispose();
        store = GraphStore.Open(device, Graph, null);
        Commit(store, "one");
        full = true;
        if (operation == "write") Refused("PGT011", Graph, () => Commit(store, "two"));
        full = false;
        store.Dispose();
        using GraphReader reader = GraphDirectory.OpenRead(device, Graph);
        Assert.Contains(reader.Metadata["note"], (string[])["one", "two"]);
    }

    [Fact]
    public void A_graph_of_a_newer_format_is_not_opened()
    {
        using TemporaryFolder folder = new();
        using (GraphStore store = GraphStore.Open(folder.FullName)) Commit(store, "one");
        byte[] above = "papergraph-graph 3\nmanifest-1\nlog shared\n"u8.ToArray();
        File.WriteAllText(folder.File("CURRENT"), $"{System.Text.Encoding.UTF8.GetString(above)}checksum {Crc32C.Compute(above):x8}\n");
        string[] files = System.IO.Directory.GetFiles(folder.FullName);
        Refused("PGT005", "CURRENT", () => GraphStore.Open(folder.FullName));
        Refused("PGT005", "CURRENT", () => GraphDirectory.OpenRead(folder.FullName));
        Assert.Equal(files, System.IO.Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public void A_directory_that_cannot_be_written_can_be_read()
    {
        SimulatedDisk disk = new();
        SimulatedDevice writing = new(disk, new(1));
        using (GraphStore store = GraphStore.Open(writing, Graph, null)) Commit(store, "one");
        SimulatedDevice device = new(
            disk, new(1), (done, _) => done is "lock" or "open" or "write" or "rename" or "delete" ? Fault.Refused : Fault.None);
        Refused("PGT011", Graph, () => GraphStore.Open(device, Graph, null));
        using GraphReader reader = GraphDirectory.OpenRead(device, Graph);
        Assert.Equal("one", reader.Metadata["note"]);
    }

    private static void Commit(GraphStore store, string note)
    {
        using GraphTransaction transaction = store.Begin();
        transaction.SetMetadata("note", note);
        transaction.Commit();
    }

    private static string Refused(string code, string named, Action act)
    {
        StoreException refusal = Assert.Throws<StoreException>(act);
        Assert.Equal(code, refusal.Code);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        return refusal.Message;
    }
}
