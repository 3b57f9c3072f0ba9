using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>Indexes and constraints through transactions, from the creation of nodes to what other readers see.</summary>
public sealed class TransactionIndexTests : IDisposable
{
    private static readonly string[] Labels = ["Paper", "Author", "Placeholder"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whatever_is_committed_or_taken_back_indexes_agree_with_the_tables() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            using TemporaryFolder folder = new();
            TestGraph.Publish(folder.FullName, writer =>
            {
                new EntityModel(random, mostRows: 10).Write(writer);
                writer.AddIndex(new(IndexKind.Range, EntityKind.Node, "Paper", "p"));
            });
            using GraphStore store = GraphStore.Open(folder.FullName);
            for (int i = random.Next(2, 6); i > 0; i--)
            {
                using GraphReader earlier = store.OpenRead();
                using (GraphTransaction transaction = store.Begin())
                {
                    Change(transaction, random);
                    Savepoint savepoint = transaction.Save();
                    Change(transaction, random);
                    if (random.Next(2) == 0) transaction.RollbackTo(savepoint);
                    IndexAgreement.Check(transaction.Read());
                    if (random.Next(4) > 0) transaction.Commit();
                }

                IndexAgreement.Check(earlier);
                using GraphReader now = store.OpenRead();
                IndexAgreement.Check(now);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void A_commit_that_breaks_a_constraint_is_refused_and_can_be_mended()
    {
        using GraphStore store = GraphStore.Open(_folder.FullName);
        using (GraphTransaction transaction = store.Begin())
        {
            transaction.CreateConstraint(ConstraintDefinition.Unique("Paper", ["id"]));
            transaction.SetProperty(transaction.CreateNode("Paper"), "id", "a");
            transaction.Commit();
        }

        using (GraphTransaction transaction = store.Begin())
        {
            int second = transaction.CreateNode("Paper");
            transaction.SetProperty(second, "id", "a");
            Assert.Contains("nodes 0 and 1 would both have “a”",
                Assert.Throws<StoreException>(transaction.Commit).Message, StringComparison.Ordinal);
            transaction.SetProperty(second, "id", "b");
            transaction.Commit();
        }

        using GraphReader reader = store.OpenRead();
        Assert.Equal(["a", "b"], new[] { 0, 1 }.Select(node => reader.Property(node, "id")));
        IndexAgreement.Check(reader);
    }

    private static void Change(GraphTransaction transaction, Random random)
    {
        for (int i = random.Next(12); i > 0; i--)
        {
            GraphReader reader = transaction.Read();
            int[] nodes = [.. Enumerable.Range(0, reader.NodeBound).Where(reader.HasNode)];
            int node = nodes.Length == 0 ? transaction.CreateNode("Paper") : nodes[random.Next(nodes.Length)];
            switch (random.Next(9))
            {
                case 0: transaction.SetProperty(transaction.CreateNode(Labels[random.Next(3)]), "p", RandomValues.Any(random)); break;
                case 1: transaction.AddLabel(node, Labels[random.Next(3)]); break;
                case 2: transaction.RemoveLabel(node, Labels[random.Next(3)]); break;
                case 3: transaction.DeleteNode(node, detach: true); break;
                case 4:
                    transaction.SetEdgeProperty("CITES", transaction.CreateEdge("CITES", node, node), "p", RandomValues.Any(random));
                    break;
                case 5 when reader.Edges("CITES") is { Count: > 0 } edges:
                    long[] positions = [.. edges.LiveRows];
                    long position = positions[random.Next(positions.Length)];
                    if (random.Next(2) == 0) transaction.DeleteEdge("CITES", position);
                    else transaction.SetEdgeProperty("CITES", position, "p", RandomValues.Any(random));
                    break;
                case 6: Define(transaction, random); break;
                default: transaction.SetProperty(node, "p", RandomValues.Any(random)); break;
            }
        }
    }

    private static void Define(GraphTransaction transaction, Random random)
    {
        GraphReader reader = transaction.Read();
        string[] names = [.. reader.Indexes.Select(index => index.Name)];
        IndexKind kind = random.Next(2) == 0 ? IndexKind.Hash : IndexKind.Range;
        IndexDefinition index = random.Next(2) == 0
            ? new(kind, EntityKind.Node, Labels[random.Next(3)], "p")
            : new(kind, EntityKind.Edge, "CITES", "p");
        if (!names.Contains(index.Name)) transaction.CreateIndex(index);
        else if (random.Next(3) == 0) transaction.DropIndex(index.Name);
    }
}
