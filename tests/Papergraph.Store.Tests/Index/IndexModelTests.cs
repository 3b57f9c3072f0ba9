using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>Indexes give what a look through all nodes and edges gives: when they lie in the segment, when they are built from its tables
/// because it has none, when they are created after changes, and whatever changes.</summary>
public class IndexModelTests
{
    private static readonly IndexDefinition[] Definitions =
    [
        new(IndexKind.Hash, EntityKind.Node, "Paper", EntityModel.Property),
        new(IndexKind.Range, EntityKind.Node, "Paper", EntityModel.Property),
        new(IndexKind.Range, EntityKind.Node, "Placeholder", EntityModel.Second),
        new(IndexKind.Hash, EntityKind.Edge, "CITES", EntityModel.Property),
        new(IndexKind.Range, EntityKind.Edge, "CITES", EntityModel.Property),
        new(IndexKind.Hash, EntityKind.Node, "nobody", "nothing"),
    ];

    [Fact]
    public void Indexes_find_what_a_look_at_everything_finds() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            EntityModel model = new(random, mostRows: random.Next(4) == 0 ? 60 : 8);
            using TemporaryFolder folder = new(), bare = new();
            TestGraph.Publish(folder.FullName, writer =>
            {
                model.Write(writer);
                foreach (IndexDefinition definition in Definitions) writer.AddIndex(definition);
            });
            TestGraph.Publish(bare.FullName, model.Write);
            TestGraph.AssertSound(folder.FullName);
            using GraphReader indexed = GraphDirectory.OpenRead(folder.FullName), plain = GraphDirectory.OpenRead(bare.FullName);
            Assert.Equal(Definitions, indexed.Indexes);
            IndexCatalog stored = indexed.Content.Indexes, built = WithAll(plain.Content.Indexes, []);
            Check(model, stored, random);
            Check(model, built, random);
            string before = Answers(indexed.Content.Indexes);

            List<ChangedEntity> changes = [];
            for (int batch = random.Next(4); batch >= 0; batch--)
            {
                for (int i = random.Next(12); i > 0; i--)
                {
                    ChangedEntity change = model.Change();
                    changes.Add(change);
                    stored = stored.With(change.Kind, change.Id, change.Before, change.After);
                    built = built.With(change.Kind, change.Id, change.Before, change.After);
                }

                Check(model, stored, random);
                Check(model, built, random);
                Check(model, WithAll(plain.Content.Indexes, changes), random);
            }

            Assert.Equal(before, Answers(indexed.Content.Indexes));   // an earlier state knows nothing of what came later
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static IndexCatalog WithAll(IndexCatalog catalog, List<ChangedEntity> changes) =>
        Definitions.Aggregate(catalog, (indexes, definition) => indexes.Add(definition, changes));

    private static void Check(EntityModel model, IndexCatalog catalog, Random random)
    {
        foreach (IndexDefinition definition in Definitions)
        {
            PropertyIndexState index = catalog.Index(definition.Name)!;
            (object Value, long Id)[] entries =
            [
                .. model.Now.Where(entry => entry.Key.Kind == definition.On && entry.Value.Has(definition.LabelOrType))
                    .Select(entry => (Value: entry.Value.Value(definition.Property)!, Id: EntityModel.Position(entry.Key.Id)))
                    .Where(entry => entry.Value is not null)
            ];
            if (definition.Kind == IndexKind.Range) entries = [.. entries.Where(entry => entry.Value is not Array)];
            for (int i = 0; i < 12; i++) CheckEqual(entries, index, RandomValues.Scalar(random));
            foreach ((object value, _) in entries.Where(entry => entry.Value is not Array)) CheckEqual(entries, index, value);
            if (definition.Kind == IndexKind.Range) CheckRanges(entries, index, random);
        }
    }

    private static void CheckEqual((object Value, long Id)[] entries, PropertyIndexState index, object value)
    {
        value = RandomValues.Stored(value)!;
        long[] expected = [.. entries.Where(entry => ValueOracle.IsFoundUnder(entry.Value, value)).Select(entry => entry.Id).Order()];
        Assert.Equal(expected, index.Find(IndexKey.Of(value)));
    }

    private static void CheckRanges((object Value, long Id)[] entries, PropertyIndexState index, Random random)
    {
        (object Value, long Id)[] ordered =
            [.. entries.OrderBy(entry => entry.Value, Comparer<object>.Create(ValueOracle.Compare)).ThenBy(entry => entry.Id)];
        CheckRange(ordered, index, ValueRange.All, _ => true);
        for (int i = 0; i < 10; i++)
        {
            object low = RandomValues.Stored(RandomValues.Scalar(random))!, high = RandomValues.Stored(RandomValues.Scalar(random))!;
            (bool lowIn, bool highIn) = (random.Next(2) == 0, random.Next(2) == 0);
            bool AboveLow(object v) => ValueOracle.IsComparable(v, low) && ValueOracle.Compare(v, low) >= (lowIn ? 0 : 1);
            bool BelowHigh(object v) => ValueOracle.IsComparable(v, high) && ValueOracle.Compare(v, high) <= (highIn ? 0 : -1);
            CheckRange(ordered, index, ValueRange.Above(low, lowIn), AboveLow);
            CheckRange(ordered, index, ValueRange.Below(high, highIn), BelowHigh);
            CheckRange(ordered, index, ValueRange.Between(low, high, lowIn, highIn), v => AboveLow(v) && BelowHigh(v));
            CheckRange(ordered, index, ValueRange.EqualTo(low), v => ValueOracle.Compare(v, low) == 0);
            if (low is string prefix)
            {
                CheckRange(ordered, index, ValueRange.StartingWith(prefix),
                    v => v is string text && text.StartsWith(prefix, StringComparison.Ordinal));
            }
        }
    }

    private static void CheckRange(
        (object Value, long Id)[] ordered, PropertyIndexState index, ValueRange range, Func<object, bool> isIn)
    {
        long[] expected = [.. ordered.Where(entry => isIn(entry.Value)).Select(entry => entry.Id)];
        Assert.Equal(expected, index.FindRange(range, descending: false));
        Assert.Equal(expected.Reverse(), index.FindRange(range, descending: true));
    }

    private static string Answers(IndexCatalog catalog) => string.Join('\n', catalog.Indexes.Select(index =>
        string.Join(' ', index.Definition.Kind == IndexKind.Range
            ? index.FindRange(ValueRange.All, descending: false)
            : index.Find(IndexKey.Of(1L)).Concat(index.Find(IndexKey.Of("a"))).Concat(index.Find(IndexKey.Of(true))))));

    // Lengths on both sides of all that the sort reads at once, many equal, and runs long and short.
    [Theory]
    [InlineData(1, 2000, 3)]
    [InlineData(2, 300, 12)]
    [InlineData(3, 300, 40)]
    [InlineData(4, 60, 200)]
    public void Texts_that_begin_alike_are_in_order(int seed, int count, int mostParts)
    {
        Random random = new(seed);
        string[] parts = ["aaaa", "aaa", "aaaaaaaaaaa", "aaaaaaaaaaaaaaa", "a\0", "é", "b"];
        string[] texts = [.. Enumerable.Range(0, count).Select(_ => string.Concat(
            Enumerable.Range(0, random.Next(mostParts))
                .Select(_ => parts[random.Next(8) == 0 ? random.Next(parts.Length) : random.Next(3)])))];
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter papers = writer.AddNodeTable("Paper");
            foreach (string text in texts)
            {
                papers.AddNode();
                papers.String("name").Append(text);
            }

            writer.AddIndex(new(IndexKind.Range, EntityKind.Node, "Paper", "name", "names"));
        });
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Assert.Equal(
            Enumerable.Range(0, count).Order(Comparer<int>.Create((a, b) =>
                ValueOracle.Compare(texts[a], texts[b]) is int order && order != 0 ? order : a - b)).Select(node => (long)node),
            reader.FindRange("names", ValueRange.All));
    }

    [Fact]
    public void An_unchanged_range_index_knows_how_many_lie_in_a_range()
    {
        using TemporaryFolder folder = new();
        IndexDefinition years = new(IndexKind.Range, EntityKind.Node, "Paper", "year", "years");
        IndexDefinition kinds = new(IndexKind.Hash, EntityKind.Node, "Paper", "kind", "kinds");
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter papers = writer.AddNodeTable("Paper");
            for (int i = 0; i < 500; i++)
            {
                papers.AddNode();
                papers.Int64("year").Append(1900 + (i * 7 % 100));
                papers.String("kind").Append(i % 5 == 0 ? "book" : "article");
            }

            writer.AddIndex(years);
            writer.AddIndex(kinds);
        });
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        Assert.Equal(500, reader.EstimateRange("years", ValueRange.All));
        Assert.Equal(50, reader.EstimateRange("years", ValueRange.Between(1950L, 1960.0, highInclusive: false)));
        Assert.Equal(0, reader.EstimateRange("years", ValueRange.Between(1960L, 1950L)));
        Assert.Equal(0, reader.EstimateRange("years", ValueRange.Above("1950")));
        Assert.Equal(100, reader.EstimateRange("kinds", ValueRange.EqualTo("book")));
        Assert.Equal(500, reader.EstimateRange("kinds", ValueRange.All));
        Assert.Equal(5, reader.Find("years", 1950.0).Count);
        Assert.Equal(reader.Find("years", 1999L), reader.FindRange("years", ValueRange.Above(1998L)));
        Assert.Throws<ArgumentException>(() => reader.FindRange("kinds", ValueRange.All));
        Assert.Contains("years, kinds", Assert.Throws<StoreException>(() => reader.Find("year", 1999L)).Message, StringComparison.Ordinal);
    }
}
