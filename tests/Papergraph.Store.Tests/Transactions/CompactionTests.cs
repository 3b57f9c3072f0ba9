using Papergraph.Store.Tests.Model;
using Papergraph.Store.Tests.Simulation;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests.Transactions;

public sealed class CompactionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_compaction_changes_nothing_but_the_numbers_and_takes_less_room()
    {
        using GraphStore store = Open("g");
        Grow(store, 300);
        using GraphReader before = store.OpenRead();
        List<string> expected = ReaderAudit.Lines(before);
        CompactionReport report = store.Compact();
        Assert.True(report.BytesAfter < report.BytesBefore);
        using GraphReader after = store.OpenRead();
        Assert.Equal(expected, ReaderAudit.Lines(after));
        Assert.Equal(expected, ReaderAudit.Lines(before));
        Assert.Equal((after.NodeCount, 0L, report.Version), (after.NodeBound, after.Commits, after.Version));
        Assert.All(after.NodeTables, table => Assert.Equal(table.RowBound, table.Count));
        Assert.All(after.EdgeTables, table => Assert.Equal(table.RowBound, table.Count));
        Assert.Equal((report.Version, 0L), (store.Compact().Version, store.Compact().Commits));
        TestGraph.AssertSound(_folder.File("g"));
    }

    [Fact]
    public void The_same_history_gives_the_same_bytes_on_any_number_of_threads()
    {
        foreach (int threads in (int[])[1, 3])
        {
            using GraphStore store = GraphStore.Open(_folder.File($"g{threads}"), new() { Threads = threads });
            Grow(store, 200);
            store.Compact();
        }

        Assert.Equal(File.ReadAllBytes(_folder.File("g1", "segment-2.pgs")), File.ReadAllBytes(_folder.File("g3", "segment-2.pgs")));
    }

    [Fact]
    public void That_a_graph_was_edited_survives()
    {
        TestGraph.Publish(_folder.File("g"), GraphModel.Random(3).Write);
        using GraphStore store = Open("g");
        using (GraphReader built = store.OpenRead()) Assert.False(built.IsEdited);
        Grow(store, 1);
        store.Compact();
        using GraphReader compacted = store.OpenRead();
        Assert.True(compacted.IsEdited);
    }

    [Fact]
    public void What_can_be_computed_again_does_not_make_a_graph_edited_and_other_changes_do_whatever_came_before()
    {
        TestGraph.Publish(_folder.File("g"), GraphModel.Random(3).Write);
        using GraphStore store = Open("g");
        for (int round = 0; round < 2; round++)
        {
            using (GraphTransaction derived = store.Begin())
            {
                derived.IsDerived = true;
                derived.SetProperty(derived.Read().NodeTables[0].NodeAt(0), "score", 0.5 + round);
                derived.Commit();
            }

            using GraphReader computed = store.OpenRead();
            Assert.False(computed.IsEdited);
            store.Compact();
            using GraphReader compacted = store.OpenRead();
            Assert.False(compacted.IsEdited);
        }

        Grow(store, 1);
        using GraphReader edited = store.OpenRead();
        Assert.True(edited.IsEdited);
        store.Compact();
        using GraphReader stillEdited = store.OpenRead();
        Assert.True(stillEdited.IsEdited);
    }

    [Fact]
    public void Byte_strings_stay_with_their_nodes()
    {
        TestGraph.Publish(_folder.File("g"), writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("A");
            for (int i = 0; i < 5; i++) table.String("name").Append($"{table.AddNode()}");
            writer.AddNodeBlobs("notes", [(0, "zero"u8.ToArray()), (2, "two"u8.ToArray()), (3, "three"u8.ToArray())]);
        });
        using GraphStore store = Open("g");
        using (GraphTransaction transaction = store.Begin())
        {
            transaction.AddLabel(2, "B");       // goes to the end
            transaction.DeleteNode(0);
            transaction.CreateNode("A");
            transaction.Commit();
        }

        Dictionary<string, string> expected = new() { ["2"] = "two", ["3"] = "three" };
        using (GraphReader reader = store.OpenRead()) Assert.Equal(expected, Notes(reader));
        store.Compact();
        using (GraphReader reader = store.OpenRead()) Assert.Equal(expected, Notes(reader));
        TestGraph.AssertSound(_folder.File("g"));
    }

    [Fact]
    public void A_named_property_may_hold_what_is_no_name()
    {
        TestGraph.Publish(_folder.File("g"), writer =>
        {
            writer.AddNodeTable("A").AddNode();
            writer.AddNameIndex("names", [("A", "name")]);
        });
        using (GraphStore store = Open("g"))
        {
            using (GraphTransaction transaction = store.Begin())
            {
                transaction.SetProperty(0, "name", 7L);
                transaction.SetProperty(transaction.CreateNode("A", "B"), "name", "Seven");
                transaction.Commit();
            }

            store.Compact();
            using GraphReader reader = store.OpenRead();
            int named = Assert.Single(reader.NameIndex("names").NodesNamed("seven").ToArray());
            Assert.Equal("Seven", reader.Property(named, "name"));
            Assert.Equal(7L, reader.Property(1 - named, "name"));
        }

        TestGraph.AssertSound(_folder.File("g"));
    }

    [Fact]
    public void A_store_that_could_not_go_on_after_a_compaction_makes_no_snapshot()
    {
        bool refused = false;
        SimulatedDevice device = new(new(), new(1), (operation, path) =>
            refused && operation == "open to read" && path.EndsWith("manifest-2", StringComparison.Ordinal) ? Fault.Refused : Fault.None);
        using (GraphStore store = GraphStore.Open(device, "/g", null))
        {
            Grow(store, 3);
            refused = true;
            Assert.Throws<StoreException>(() => store.Compact());
            refused = false;
            Assert.Equal("PGT061", Assert.Throws<StoreException>(() => store.CreateSnapshot("late")).Code);
        }

        Assert.Empty(GraphDirectory.Snapshots(device, "/g"));
        using GraphReader reader = GraphDirectory.OpenRead(device, "/g");
        Assert.Equal(2, reader.Version);
    }

    [Fact]
    public void A_store_compacts_itself_when_the_log_has_grown()
    {
        GraphStoreOptions options = new() { CompactionMinimum = 1000, CompactionRatio = 0, Durability = Durability.OperatingSystem };
        using (GraphStore store = GraphStore.Open(_folder.File("open"), options with { CompactWhileOpen = true }))
        {
            Grow(store, 40);
            using GraphReader reader = store.OpenRead();
            Assert.True(reader.Version > 1);
        }

        using (GraphStore store = GraphStore.Open(_folder.File("closed"), options)) Grow(store, 40);
        using GraphReader closed = GraphDirectory.OpenRead(_folder.File("closed"));
        Assert.Equal((2L, 0L), (closed.Version, closed.Commits));
    }

    [Fact]
    public void A_cancelled_compaction_leaves_the_graph_as_it_was()
    {
        using GraphStore store = Open("g");
        Grow(store, 50);
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => store.Compact(source.Token));
        using (GraphReader reader = store.OpenRead()) Assert.Equal(1, reader.Version);
        Grow(store, 1);
        Assert.Equal(51, store.Compact().Commits);
    }

    private GraphStore Open(string name) => GraphStore.Open(_folder.File(name), new() { Durability = Durability.OperatingSystem });

    /// <summary>Commits changes of all kinds, the same each time.</summary>
    private static void Grow(GraphStore store, int commits)
    {
        Random random = new(commits);
        for (int i = 0; i < commits; i++)
        {
            using GraphTransaction transaction = store.Begin();
            int bound = transaction.Read().NodeBound;
            int node = transaction.CreateNode(i % 3 == 0 ? ["A"] : ["A", "B"]);
            transaction.SetProperty(node, ReferenceGraph.Key, (long)i);
            transaction.SetProperty(node, "mixed", i % 2 == 0 ? i : $"text {i}");
            int other = random.Next(bound + 1);
            if (transaction.Read().HasNode(other)) transaction.CreateEdge("E", node, other);
            if (i % 5 == 4 && transaction.Read().HasNode(other) && other != node) transaction.DeleteNode(other, detach: true);
            if (i % 7 == 6) transaction.AddLabel(node, "C");
            transaction.Commit();
        }
    }

    private static Dictionary<string, string> Notes(GraphReader reader)
    {
        Dictionary<string, string> notes = [];
        foreach (NodeTable table in reader.NodeTables)
        {
            foreach (long row in table.LiveRows)
            {
                if (reader.Blobs("notes").TryGet(table.NodeAt(row), out ReadOnlyMemory<byte> note))
                    notes.Add((string)table.Value(row, "name")!, System.Text.Encoding.UTF8.GetString(note.Span));
            }
        }

        return notes;
    }
}
