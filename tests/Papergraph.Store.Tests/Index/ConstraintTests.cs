using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public sealed class ConstraintTests : IDisposable
{
    private static readonly ConstraintDefinition UniqueKey = ConstraintDefinition.Unique("Paper", ["id"], "key");
    private static readonly ConstraintDefinition UniquePair = ConstraintDefinition.Unique("Person", ["first", "last"]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_value_that_another_node_has_is_refused_with_both_nodes_named()
    {
        using GraphReader reader = PublishPapers("a", "b", "c");
        IndexCatalog catalog = reader.Content.Indexes.Add(UniqueKey, []);
        TestImage before = Paper("b"), after = Paper("c");
        catalog = catalog.With(EntityKind.Node, 1, before, after);
        StoreException refused = Assert.Throws<StoreException>(() => catalog.Require(EntityKind.Node, 1, after));
        Assert.Equal("PGT040", refused.Code);
        Assert.Contains("'key': nodes 1 and 2 would both have “c” in (:Paper).id", refused.Message, StringComparison.Ordinal);
        catalog.Require(EntityKind.Edge, 1, after);
    }

    [Fact]
    public void Values_may_be_exchanged_within_a_transaction()
    {
        using GraphReader reader = PublishPapers("a", "b");
        IndexCatalog catalog = reader.Content.Indexes.Add(UniqueKey, []);
        catalog = catalog.With(EntityKind.Node, 0, Paper("a"), Paper("b")).With(EntityKind.Node, 1, Paper("b"), Paper("a"));
        catalog.Require(EntityKind.Node, 0, Paper("b"));
        catalog.Require(EntityKind.Node, 1, Paper("a"));
        catalog = catalog.With(EntityKind.Node, 1, Paper("a"), null).With(EntityKind.Node, 7, null, Paper("a"));
        catalog.Require(EntityKind.Node, 7, Paper("a"));
    }

    [Theory]
    [InlineData(1L, 1.0, true)]
    [InlineData(0.0, -0.0, true)]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData("1", 1L, false)]
    [InlineData(1L, true, false)]
    [InlineData(null, null, false)]
    public void Unique_values_are_told_apart_as_indexes_do(object? one, object? other, bool same)
    {
        using GraphReader reader = PublishPapers();
        TestImage first = TestImage.Of("Paper", ("id", one)), second = TestImage.Of("Paper", ("id", other));
        IndexCatalog catalog = reader.Content.Indexes.Add(UniqueKey, []).With(EntityKind.Node, 0, null, first);
        catalog.Require(EntityKind.Node, 0, first);
        catalog = catalog.With(EntityKind.Node, 1, null, second);
        if (same) Assert.Throws<StoreException>(() => catalog.Require(EntityKind.Node, 1, second));
        else catalog.Require(EntityKind.Node, 1, second);
        catalog.Require(EntityKind.Node, 1, TestImage.Of("Author", ("id", other)));
    }

    [Fact]
    public void Lists_are_unique_as_a_whole()
    {
        using GraphReader reader = PublishPapers();
        TestImage both = TestImage.Of("Paper", ("id", new[] { "a", "b" })), turned = TestImage.Of("Paper", ("id", new[] { "b", "a" }));
        TestImage text = TestImage.Of("Paper", ("id", "a")), single = TestImage.Of("Paper", ("id", new[] { "a" }));
        IndexCatalog catalog = reader.Content.Indexes.Add(UniqueKey, []);
        foreach ((int node, TestImage image) in (IEnumerable<(int, TestImage)>)[(0, both), (1, turned), (2, text), (3, single)])
        {
            catalog = catalog.With(EntityKind.Node, node, null, image);
            catalog.Require(EntityKind.Node, node, image);
        }

        catalog = catalog.With(EntityKind.Node, 4, null, both);
        Assert.Contains("nodes 0 and 4 would both have [“a”, “b”]",
            Assert.Throws<StoreException>(() => catalog.Require(EntityKind.Node, 4, both)).Message, StringComparison.Ordinal);
    }

    // The definition, on few values so that they meet: no two with the same pair, and whoever lacks one is free.
    [Fact]
    public void A_key_of_two_properties_holds_exactly_when_no_two_nodes_have_the_same_pair() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            using GraphReader reader = PublishPapers();
            IndexCatalog catalog = reader.Content.Indexes.Add(UniquePair, []);
            Dictionary<int, TestImage> people = [];
            for (int i = 0; i < 30; i++)
            {
                int node = random.Next(8);
                TestImage? before = people.GetValueOrDefault(node);
                TestImage? after = random.Next(5) == 0 ? null : Person(Part(random), Part(random));
                IndexCatalog next = catalog.With(EntityKind.Node, node, before, after);
                bool holds = after?.Value("first") is not { } first || after.Value("last") is not { } last
                    || !people.Any(p => p.Key != node && first.Equals(p.Value.Value("first")) && last.Equals(p.Value.Value("last")));
                Assert.Equal(holds, Record.Exception(() => next.Require(EntityKind.Node, node, after)) is null);
                ChangedEntity[] all = [.. Changes(people, node), new(EntityKind.Node, node, null, after)];
                Assert.Equal(holds, Record.Exception(() => reader.Content.Indexes.Add(UniquePair, all)) is null);
                if (!holds) continue;
                catalog = next;
                if (after is null) people.Remove(node);
                else people[node] = after;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_constraint_that_the_graph_breaks_cannot_be_created()
    {
        using GraphReader reader = PublishPapers("a", "b", "a", "c", "b", null);
        StoreException refused = Assert.Throws<StoreException>(() => reader.Content.Indexes.Add(UniqueKey, []));
        Assert.Equal("PGT042", refused.Code);
        Assert.Contains("nodes 0 and 2 have “a”", refused.Message, StringComparison.Ordinal);
        Assert.Contains("nodes 1 and 4 have “b”", refused.Message, StringComparison.Ordinal);
        IndexCatalog mended = reader.Content.Indexes.Add(
            UniqueKey, [new(EntityKind.Node, 2, Paper("a"), Paper("d")), new(EntityKind.Node, 4, Paper("b"), null)]);
        Assert.Equal([UniqueKey], mended.Constraints.Select(constraint => constraint.Definition));

        ConstraintDefinition exists = ConstraintDefinition.Exists(EntityKind.Node, "Paper", "id");
        Assert.Contains(
            ": node 5.", Assert.Throws<StoreException>(() => reader.Content.Indexes.Add(exists, [])).Message, StringComparison.Ordinal);
        reader.Content.Indexes.Add(exists, [new(EntityKind.Node, 5, Paper(null), Paper("e"))]);
        reader.Content.Indexes.Add(exists, [new(EntityKind.Node, 5, Paper(null), null)]);
        Assert.Contains("node 5; node 6", Assert.Throws<StoreException>(() =>
            reader.Content.Indexes.Add(exists, [new(EntityKind.Node, 6, null, Paper(null))])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EntityKind.Node)]
    [InlineData(EntityKind.Edge)]
    public void What_must_exist_may_be_missing_only_on_the_way(EntityKind kind)
    {
        using GraphReader reader = PublishPapers();
        IndexCatalog catalog = reader.Content.Indexes.Add(ConstraintDefinition.Exists(kind, "CITES", "source", "sources"), []);
        TestImage without = TestImage.Of("CITES", ("line", 3L)), with = TestImage.Of("CITES", ("source", ""));
        catalog = catalog.With(kind, 4, null, without);
        StoreException refused = Assert.Throws<StoreException>(() => catalog.Require(kind, 4, without));
        Assert.Equal("PGT041", refused.Code);
        Assert.Contains(kind == EntityKind.Edge ? "edge 4 would lack [:CITES].source" : "node 4 would lack (:CITES).source",
            refused.Message, StringComparison.Ordinal);
        catalog = catalog.With(kind, 4, without, with);
        catalog.Require(kind, 4, with);
        catalog.Require(kind, 4, null);
        catalog.Require(kind, 4, TestImage.Of("OTHER"));
        catalog.Require(kind == EntityKind.Edge ? EntityKind.Node : EntityKind.Edge, 4, without);
    }

    [Fact]
    public void A_version_that_breaks_its_constraints_is_not_published()
    {
        Assert.Throws<StoreException>(() => TestGraph.Publish(_folder.FullName, writer => Write(writer, ["a", "a"], UniqueKey)));
        Assert.False(GraphDirectory.Exists(_folder.FullName));
        ConstraintDefinition sources = ConstraintDefinition.Exists(EntityKind.Edge, "CITES", "source");
        TestGraph.Publish(_folder.FullName, writer => Write(writer, ["a", "b"], UniqueKey, sources, UniquePair));
        TestGraph.AssertSound(_folder.FullName);
        using GraphReader reader = GraphDirectory.OpenRead(_folder.FullName);
        Assert.Equal([UniqueKey, sources, UniquePair], reader.Constraints);
        IndexCatalog catalog = reader.Content.Indexes.With(EntityKind.Node, 5, null, Paper("b"));
        Assert.Throws<StoreException>(() => catalog.Require(EntityKind.Node, 5, Paper("b")));
    }

    [Fact]
    public void Names_are_given_once_and_the_same_is_not_demanded_twice()
    {
        using GraphReader reader = PublishPapers();
        IndexCatalog catalog = reader.Content.Indexes.Add(UniqueKey, [])
            .Add(new IndexDefinition(IndexKind.Hash, EntityKind.Node, "Paper", "id"), []);
        Assert.Equal("PGT043", Assert.Throws<StoreException>(
            () => catalog.Add(new IndexDefinition(IndexKind.Range, EntityKind.Node, "Paper", "id", "key"), [])).Code);
        Assert.Equal("PGT044", Assert.Throws<StoreException>(
            () => catalog.Add(new IndexDefinition(IndexKind.Hash, EntityKind.Node, "Paper", "id", "other"), [])).Code);
        Assert.Equal("PGT044", Assert.Throws<StoreException>(
            () => catalog.Add(ConstraintDefinition.Unique("Paper", ["id"], "other"), [])).Code);
        Assert.Equal("PGT045", Assert.Throws<StoreException>(() => catalog.Drop("other")).Code);
        catalog = catalog.Drop("key").Drop("hash (:Paper).id");
        Assert.Empty(catalog.Indexes);
        Assert.Empty(catalog.Constraints);
    }

    private static IEnumerable<ChangedEntity> Changes(Dictionary<int, TestImage> people, int but) =>
        people.Where(p => p.Key != but).OrderBy(p => p.Key).Select(p => new ChangedEntity(EntityKind.Node, p.Key, null, p.Value));

    private static string? Part(Random random) => random.Next(4) == 0 ? null : random.Next(2) == 0 ? "A" : "AA";

    private static TestImage Paper(string? id) => TestImage.Of("Paper", ("id", id));

    private static TestImage Person(string? first, string? last) => TestImage.Of("Person", ("first", first), ("last", last));

    private GraphReader PublishPapers(params string?[] ids)
    {
        TestGraph.Publish(_folder.FullName, writer => Write(writer, ids));
        return GraphDirectory.OpenRead(_folder.FullName);
    }

    private static void Write(SegmentWriter writer, string?[] ids, params ConstraintDefinition[] constraints)
    {
        NodeTableWriter papers = writer.AddNodeTable("Paper");
        foreach (string? id in ids)
        {
            papers.AddNode();
            if (id is not null) papers.String("id").Append(id);
        }

        foreach (ConstraintDefinition constraint in constraints) writer.AddConstraint(constraint);
    }
}
