using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>A name index with changes gives what a look through all names gives.</summary>
public class NameIndexChangesTests
{
    private static readonly string[] Texts =
        ["Attention", "attention", "Deep Learning", "deep nets", "Learning to learn", "", "—", "日本語 NLP", "deep", "nets, deep", "Zwölf"];

    private static readonly (string Label, string Property)[] Of = [("Method", "name"), ("Method", "aliases"), ("Task", "name")];

    [Fact]
    public void Names_are_those_of_the_nodes_as_they_are_now() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            Dictionary<int, TestImage> nodes = [];
            using TemporaryFolder folder = new();
            TestGraph.Publish(folder.FullName, writer => Write(writer, nodes, random));
            using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
            IndexCatalog catalog = reader.Content.Indexes;
            Check(nodes, new(catalog.NameIndexes[0]));
            for (int i = 0; i < 25; i++)
            {
                int node = random.Next(12);
                TestImage? before = nodes.GetValueOrDefault(node), after = random.Next(3) == 0 ? null : RandomImage(random);
                catalog = catalog.With(EntityKind.Node, node, before, after);
                if (after is null) nodes.Remove(node);
                else nodes[node] = after;
                if (i % 3 == 0) Check(nodes, new(catalog.NameIndexes[0]));
            }

            Check(nodes, new(catalog.NameIndexes[0]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static void Write(SegmentWriter writer, Dictionary<int, TestImage> nodes, Random random)
    {
        foreach (string label in (string[])["Method", "Task", "Other"])
        {
            NodeTableWriter table = writer.AddNodeTable(label);
            for (int i = random.Next(4); i > 0; i--)
            {
                TestImage image = RandomImage(random) with { Labels = [label] };
                nodes[table.AddNode()] = image;
                if (image.Value("name") is string name) table.String("name").Append(name);
                if (image.Value("aliases") is string[] aliases) table.StringList("aliases").Append(aliases);
            }
        }

        writer.AddNameIndex("names", Of);
    }

    private static TestImage RandomImage(Random random) => TestImage.Of(
        random.Next(3) switch { 0 => "Method", 1 => "Task", _ => "Other" },
        ("name", random.Next(4) == 0 ? null : Texts[random.Next(Texts.Length)]),
        ("aliases", random.Next(3) == 0
            ? null
            : Enumerable.Range(0, random.Next(3)).Select(_ => Texts[random.Next(Texts.Length)]).ToArray()));

    private static void Check(Dictionary<int, TestImage> nodes, NameIndex index)
    {
        SortedDictionary<string, SortedSet<int>> names = new(CodePoints);
        foreach ((int node, TestImage image) in nodes)
        {
            foreach ((string label, string property) in Of.Where(of => image.Has(of.Label)))
            {
                string[] texts = image.Value(property) switch { string one => [one], string[] all => all, _ => [] };
                foreach (string text in texts)
                {
                    string folded = TextFolding.Fold(text);
                    if (folded.Length > 0) Add(names, folded, node);
                }
            }
        }

        Assert.Equal(names.Count, index.NameCount);
        foreach (string text in Texts)
            Assert.Equal(names.GetValueOrDefault(TextFolding.Fold(text)) ?? [], index.NodesNamed(text).ToArray());

        foreach (string prefix in (string[])["", "d", "deep", "deep n", "日", "z", "nobody"])
        {
            Assert.Equal(ByPrefix(names, prefix), index.NamesByPrefix(prefix, int.MaxValue));
            Assert.Equal(ByPrefix(names, prefix).Take(2), index.NamesByPrefix(prefix, 2));
        }
    }

    private static readonly Comparer<string> CodePoints = Comparer<string>.Create(ValueOracle.Compare);

    private static IEnumerable<IndexedTerm> ByPrefix(SortedDictionary<string, SortedSet<int>> terms, string prefix) => terms
        .Where(term => term.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(term => new IndexedTerm(term.Key, term.Value.Count));

    private static void Add(SortedDictionary<string, SortedSet<int>> index, string key, int node)
    {
        if (!index.TryGetValue(key, out SortedSet<int>? nodes)) index.Add(key, nodes = []);
        nodes.Add(node);
    }
}
