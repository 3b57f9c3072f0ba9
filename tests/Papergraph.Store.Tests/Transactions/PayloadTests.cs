using Papergraph.Store.Tests.Model;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests.Transactions;

/// <summary>Payloads that no transaction wrote: each is refused with a <see cref="StoreException"/> or is a graph, and nothing else
/// happens.</summary>
public sealed class PayloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GraphReader _empty;

    public PayloadTests()
    {
        using (GraphStore.Open(_folder.File("g")))
        {
        }

        _empty = GraphDirectory.OpenRead(_folder.File("g"));
    }

    public void Dispose()
    {
        _empty.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_operation_is_replayed_as_it_was_written()
    {
        using GraphReader replayed = Replay(Payload());
        List<string> lines = ReaderAudit.Lines(replayed);
        Assert.Contains(lines, line => line.StartsWith("node A:B ", StringComparison.Ordinal));
        Assert.Contains("metadata kept=yes", lines);
        Assert.Equal(
            ["hash (:A).x", "unique (:A).key"],
            replayed.Indexes.Select(i => i.Name).Concat(replayed.Constraints.Select(c => c.Name)));
    }

    [Fact]
    public void A_payload_cut_short_anywhere_is_refused_or_is_a_graph()
    {
        byte[] payload = Payload();
        for (int length = 0; length < payload.Length; length++) Try(payload[..length]);
    }

    [Fact]
    public void A_payload_with_any_byte_changed_is_refused_or_is_a_graph()
    {
        byte[] payload = Payload();
        Random random = new(5);
        int refused = 0;
        for (int at = 0; at < payload.Length; at++)
        {
            foreach (byte other in (byte[])[0, 1, 0x7F, 0x80, 0xFF, (byte)random.Next(256)])
            {
                byte[] changed = [.. payload];
                changed[at] = other;
                refused += Try(changed) ? 0 : 1;
            }
        }

        Assert.True(refused > payload.Length);
    }

    [Theory]
    [InlineData("a node that is not there", new byte[] { 1, 2, 0 })]
    [InlineData("an edge that is not there", new byte[] { 1, 6, 0, 1, (byte)'E', 0 })]
    [InlineData("a list of 2^62 labels", new byte[] { 1, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40 })]
    [InlineData("a name that was never written", new byte[] { 1, 9, 5 })]
    [InlineData("an empty name", new byte[] { 1, 9, 0, 0 })]
    [InlineData("another kind of payload", new byte[] { 9 })]
    [InlineData("an operation that does not exist", new byte[] { 1, 200 })]
    [InlineData("a node that is deleted with its edges in place", new byte[] { 1, 1, 0, 5, 0, 1, (byte)'E', 0, 0, 2, 0 })]
    public void What_cannot_be_is_refused(string what, byte[] payload) =>
        Assert.True(Assert.Throws<StoreException>(() => Replay(payload).Dispose()).Code == "PGT006", what);

    private bool Try(byte[] payload)
    {
        try
        {
            using GraphReader replayed = Replay(payload);
            _ = replayed.NodeTables.Sum(table => table.LiveRows.Count());
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private GraphReader Replay(byte[] payload)
    {
        CommitReplayer commits = new(_empty.State, "log");
        commits.Replay(1, payload);
        return new(commits.State);
    }

    private static byte[] Payload()
    {
        OperationWriter to = new();
        for (int node = 0; node < 3; node++)
        {
            to.CreateNode(["A"]);
            to.SetProperty(node, "key", (long)node);
        }

        to.SetLabels(1, ["A", "B"]);
        object[] values =
        [
            "text ♥", -5L, 0.25, true, new DateOnly(2020, 1, 2), new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero), new[] { "a", "" },
            new[] { 1L, -1L }, new[] { 0.5 }, new[] { true, false },
        ];
        foreach (object value in values) to.SetProperty(2, "p" + value.GetType().Name, value);
        to.CreateIndex(new IndexDefinition(IndexKind.Hash, EntityKind.Node, "A", "x"));
        to.CreateConstraint(ConstraintDefinition.Unique("A", ["key"]));
        to.CreateEdge("E", 0, 1);
        to.CreateEdge("E", 1, 2);
        to.SetProperty("E", 1, "x", "y");
        to.DeleteEdge("E", 0);
        to.DeleteNode(0);
        to.SetMetadata("kept", "yes");
        to.SetMetadata("gone", "no");
        to.SetMetadata("gone", null);
        return to.Payload.ToArray();
    }
}
