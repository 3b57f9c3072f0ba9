using Papergraph.TestKit;

namespace Papergraph.Store.Tests.Transactions;

public sealed class TransactionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GraphStore _store;

    public TransactionTests() => _store = GraphStore.Open(_folder.File("g"), new() { Durability = Durability.OperatingSystem });

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_committed_is_seen_here_and_elsewhere_and_nothing_before()
    {
        using GraphTransaction transaction = _store.Begin();
        int node = transaction.CreateNode("Paper");
        transaction.SetProperty(node, "title", "On stores");
        Assert.Equal("On stores", transaction.Read().Property(node, "title"));
        using (GraphReader here = _store.OpenRead()) Assert.Equal(0, here.NodeCount);
        using (GraphReader elsewhere = GraphDirectory.OpenRead(_folder.File("g"))) Assert.Equal(0, elsewhere.NodeCount);
        transaction.Commit();
        using (GraphReader here = _store.OpenRead()) Assert.Equal("On stores", here.Property(node, "title"));
        using (GraphReader elsewhere = GraphDirectory.OpenRead(_folder.File("g")))
            Assert.Equal("On stores", elsewhere.Property(node, "title"));
    }

    [Fact]
    public void A_transaction_that_is_disposed_leaves_nothing_behind()
    {
        using (GraphTransaction transaction = _store.Begin()) transaction.CreateNode("Paper");
        using GraphReader reader = _store.OpenRead();
        Assert.Equal((0, 0, 0L), (reader.NodeCount, reader.NodeBound, reader.Commits));
    }

    [Fact]
    public void Values_of_many_nodes_are_set_together_or_not_at_all()
    {
        using GraphTransaction transaction = _store.Begin();
        int[] nodes = [.. Enumerable.Range(0, 3).Select(i => transaction.CreateNode(i == 1 ? "Author" : "Paper"))];
        transaction.SetProperties("rank", [(nodes[2], 2.5), (nodes[0], 1L), (nodes[1], "b")]);
        transaction.SetProperties("rank", [(nodes[0], null)]);
        transaction.SetProperties("rank", []);
        Assert.Throws<ArgumentException>(() => transaction.SetProperties("rank", [(nodes[0], 7L), (nodes[0], 8L)]));
        Assert.Throws<ArgumentException>(() => transaction.SetProperties("rank", [(nodes[0], 7L), (nodes[1], 'c')]));
        Assert.Throws<ArgumentOutOfRangeException>(() => transaction.SetProperties("rank", [(nodes[0], 7L), (9, 8L)]));
        Assert.Equal([null, "b", 2.5], nodes.Select(node => transaction.Read().Property(node, "rank")));
        transaction.Commit();
        using GraphReader elsewhere = GraphDirectory.OpenRead(_folder.File("g"));
        Assert.Equal([null, "b", 2.5], nodes.Select(node => elsewhere.Property(node, "rank")));
    }

    [Fact]
    public void A_commit_without_changes_writes_nothing()
    {
        using (GraphTransaction transaction = _store.Begin()) transaction.Commit();
        using (GraphTransaction transaction = _store.Begin())
        {
            int node = transaction.CreateNode("Paper");
            transaction.SetProperty(node, "year", 2020L);
            transaction.Commit();
        }

        using (GraphTransaction transaction = _store.Begin())
        {
            transaction.SetProperty(0, "year", 2020L);      // what it is already
            transaction.SetProperty(0, "month", null);
            Assert.False(transaction.AddLabel(0, "Paper"));
            Assert.False(transaction.RemoveLabel(0, "Author"));
            transaction.Commit();
        }

        using GraphReader reader = _store.OpenRead();
        Assert.Equal(1, reader.Commits);
    }

    [Fact]
    public void An_ended_transaction_refuses_everything()
    {
        GraphTransaction transaction = _store.Begin();
        transaction.CreateNode("Paper");
        transaction.Commit();
        Assert.Throws<InvalidOperationException>(() => transaction.CreateNode("Paper"));
        Assert.Throws<InvalidOperationException>(() => transaction.Read());
        Assert.Throws<InvalidOperationException>(() => transaction.Save());
        Assert.Throws<InvalidOperationException>(transaction.Commit);
        transaction.Dispose();
    }

    [Fact]
    public void Bad_requests_change_nothing()
    {
        using GraphTransaction transaction = _store.Begin();
        int node = transaction.CreateNode("Paper");
        GraphReader before = transaction.Read();
        Assert.Throws<ArgumentException>(() => transaction.CreateNode("Paper", "Paper"));
        Assert.Throws<ArgumentException>(() => transaction.CreateNode(""));
        Assert.Throws<ArgumentException>(() => transaction.AddLabel(node, "lone \ud800"));
        Assert.Throws<ArgumentException>(() => transaction.SetProperty(node, new string('n', 20_000), 1L));
        Assert.Throws<ArgumentException>(() => transaction.SetProperty(node, "x", 1m));
        Assert.Throws<ArgumentException>(() => transaction.SetProperty(node, "x", new object[] { 1L }));
        Assert.Throws<ArgumentException>(() => transaction.SetProperty(node, "x", new string('n', (1 << 26) + 1)));
        Assert.Throws<ArgumentException>(() => transaction.SetProperty(node, "x", new string?[] { null }));
        Assert.Throws<ArgumentOutOfRangeException>(() => transaction.SetProperty(node + 1, "x", 1L));
        Assert.Throws<ArgumentOutOfRangeException>(() => transaction.DeleteNode(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => transaction.CreateEdge("CITES", node, node + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => transaction.DeleteEdge("CITES", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => transaction.SetEdgeProperty("CITES", 0, "x", 1L));
        Assert.Same(before, transaction.Read());
    }

    [Fact]
    public void A_node_with_edges_is_deleted_only_together_with_them()
    {
        using GraphTransaction transaction = _store.Begin();
        (int a, int b) = (transaction.CreateNode("A"), transaction.CreateNode("B"));
        transaction.CreateEdge("KNOWS", a, b);
        transaction.CreateEdge("KNOWS", b, a);
        transaction.CreateEdge("LIKES", b, b);
        Assert.Equal("PGT020", Assert.Throws<StoreException>(() => transaction.DeleteNode(b)).Code);
        transaction.DeleteNode(b, detach: true);
        GraphReader reader = transaction.Read();
        Assert.Equal((1, 0L, 2), (reader.NodeCount, reader.EdgeCount, reader.NodeBound));
        Assert.Equal([true, false], new[] { reader.HasNode(a), reader.HasNode(b) });
        Assert.Throws<ArgumentOutOfRangeException>(() => transaction.DeleteNode(b));
    }

    [Fact]
    public void A_property_changes_its_type_and_is_kept_in_one_form()
    {
        using GraphTransaction transaction = _store.Begin();
        int node = transaction.CreateNode();
        (object Value, object Kept)[] values =
        [
            (7, 7L), ("lone \ud800", "lone \ufffd"), (0.5, 0.5), (true, true), (new DateOnly(2020, 2, 29), new DateOnly(2020, 2, 29)),
            (new DateTimeOffset(2020, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)).AddTicks(15),
                new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(10)),
        ];
        foreach ((object value, object kept) in values)
        {
            transaction.SetProperty(node, "p", value);
            Assert.Equal(kept, transaction.Read().Property(node, "p"));
            Assert.Single(transaction.Read().TableOf(node).Columns);
        }

        long[] list = [1, 2];
        transaction.SetProperty(node, "p", list);
        list[0] = 3;
        ((long[])transaction.Read().Property(node, "p")!)[1] = 4;
        Assert.Equal([1L, 2L], (long[])transaction.Read().Property(node, "p")!);
    }

    [Fact]
    public void Savepoints_take_back_what_came_after_them_and_no_more()
    {
        using GraphTransaction transaction = _store.Begin();
        int node = transaction.CreateNode("A");
        Savepoint first = transaction.Save();
        transaction.SetProperty(node, "x", 1L);
        Savepoint second = transaction.Save();
        transaction.DeleteNode(node);
        transaction.RollbackTo(second);
        Assert.Equal(1L, transaction.Read().Property(node, "x"));
        transaction.RollbackTo(first);
        Assert.Null(transaction.Read().Property(node, "x"));
        Assert.Throws<ArgumentException>(() => transaction.RollbackTo(second));
        transaction.SetProperty(node, "y", 2L);
        transaction.Release(first);
        Assert.Throws<ArgumentException>(() => transaction.RollbackTo(first));
        transaction.Commit();
        using GraphReader reader = _store.OpenRead();
        Assert.Equal((null, 2L), (reader.Property(node, "x"), reader.Property(node, "y")));
    }

    [Fact]
    public void A_commit_that_a_constraint_forbids_leaves_the_transaction_open()
    {
        using (GraphTransaction transaction = _store.Begin())
        {
            transaction.SetProperty(transaction.CreateNode("Person"), "name", "Ann");
            transaction.CreateConstraint(ConstraintDefinition.Unique("Person", ["name"]));
            transaction.Commit();
        }

        using GraphTransaction second = _store.Begin();
        int twin = second.CreateNode("Person");
        second.SetProperty(twin, "name", "Ann");
        Assert.Equal("PGT040", Assert.Throws<StoreException>(second.Commit).Code);
        second.SetProperty(twin, "name", "Anne");
        second.Commit();
        using GraphReader reader = _store.OpenRead();
        Assert.Equal(2, reader.NodeCount);
    }

    [Fact]
    public void A_store_that_is_disposed_rolls_back_the_open_transaction()
    {
        GraphStore store = GraphStore.Open(_folder.File("other"));
        GraphTransaction transaction = store.Begin();
        transaction.CreateNode("A");
        store.Dispose();
        Assert.Throws<InvalidOperationException>(transaction.Commit);
        Assert.Throws<ObjectDisposedException>(() => store.Begin());
        using GraphReader reader = GraphDirectory.OpenRead(_folder.File("other"));
        Assert.Equal(0, reader.NodeCount);
    }

    [Fact]
    public void One_transaction_waits_for_the_other()
    {
        GraphTransaction first = _store.Begin();
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(20));
        Assert.Throws<OperationCanceledException>(() => _store.Begin(source.Token));
        first.Dispose();
        _store.Begin().Dispose();
    }

    [Fact]
    public async Task Readers_see_whole_commits_while_others_write()
    {
        const int Accounts = 20;
        using (GraphTransaction transaction = _store.Begin())
        {
            for (int i = 0; i < Accounts; i++) transaction.SetProperty(transaction.CreateNode("Account"), "balance", 100L);
            transaction.Commit();
        }

        using CancellationTokenSource stop = new();
        Task[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                using GraphReader reader = _store.OpenRead();
                NodeTable[] tables = [.. reader.TablesWithLabel("Account")];
                long total = tables.Sum(table => table.LiveRows.Sum(row => table.Int64s("balance")![row]!.Value));
                int edges = reader.Edges("PAID") is { } paid ? Enumerable.Range(0, Accounts).Sum(paid.Outgoing.Degree) : 0;
                Assert.Equal((Accounts * 100L, (long)edges), (total, reader.EdgeCount));
                Assert.Equal(edges, reader.Commits - 1);
            }
        }))];
        Task[] writers = [.. Enumerable.Range(0, 2).Select(writer => Task.Run(() =>
        {
            Random random = new(writer);
            for (int i = 0; i < 150; i++)
            {
                using GraphTransaction transaction = _store.Begin();
                (int from, int to) = (random.Next(Accounts), random.Next(Accounts));
                Move(transaction, from, -1);
                Move(transaction, to, 1);
                transaction.CreateEdge("PAID", from, to);
                transaction.Commit();
            }
        }))];
        await Task.WhenAll(writers);
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        using GraphReader last = _store.OpenRead();
        Assert.Equal(300, last.EdgeCount);
    }

    [Fact]
    public void A_graph_opens_as_it_was_closed()
    {
        string path = _folder.File("other");
        using (GraphStore store = GraphStore.Open(path))
        {
            using GraphTransaction transaction = store.Begin();
            transaction.SetMetadata("about", "nothing");
            transaction.CreateIndex(new(IndexKind.Hash, EntityKind.Node, "A", "x"));
            transaction.SetProperty(transaction.CreateNode("A"), "x", 1L);
            transaction.Commit();
        }

        using GraphStore again = GraphStore.Open(path, new() { CreateIfMissing = false });
        using GraphReader reader = again.OpenRead();
        Assert.Equal("nothing", reader.Metadata["about"]);
        Assert.Equal([0L], reader.Find(reader.Indexes[0].Name, 1L));
        Assert.True(reader.IsEdited);
        GraphStoreOptions options = new() { CreateIfMissing = false };
        Assert.Equal("PGT001", Assert.Throws<StoreException>(() => GraphStore.Open(_folder.File("none"), options)).Code);
        Assert.False(System.IO.Directory.Exists(_folder.File("none")));
    }

    private static void Move(GraphTransaction transaction, int account, long amount) =>
        transaction.SetProperty(account, "balance", (long)transaction.Read().Property(account, "balance")! + amount);
}
