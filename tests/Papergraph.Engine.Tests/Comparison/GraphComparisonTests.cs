using FsCheck;
using FsCheck.Fluent;
using Papergraph.Engine.Comparison;
using Papergraph.Store;
using Papergraph.TestKit;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Engine.Tests.Comparison;

public class GraphComparisonTests
{
    private static readonly Arbitrary<(ModelGraph Model, int Seed)> Any =
        Gen.Zip(ModelGraph.Any, Gen.Choose(0, 1_000_000)).Select(p => (p.Item1, p.Item2)).ToArbitrary();

    // Oracle: the definition of sameness over plain lists.
    [Fact]
    public void What_is_counted_is_what_the_definition_says() => Prop.ForAll(Any, edit =>
    {
        ModelGraph before = edit.Model, after = ModelEdits.Edited(edit.Model, edit.Seed);
        using TemporaryFolder first = new(), second = new();
        using GraphReader was = before.Open(first), now = after.Open(second);
        GraphComparison comparison = GraphComparison.Of(was, now);

        string[] namesBefore = Spoken.Identities(before), namesAfter = Spoken.Identities(after);
        (long Came, long Went, long Changed) nodes = Spoken.Compare(
            before.Nodes.Select((n, i) => (namesBefore[i], Spoken.Node(n))), after.Nodes.Select((n, i) => (namesAfter[i], Spoken.Node(n))));
        Assert.Equal(nodes, Sum(comparison.Nodes));
        (long Came, long Went, long Changed) edges = Spoken.Compare(EdgesOf(before, namesBefore), EdgesOf(after, namesAfter));
        Assert.Equal(edges, Sum(comparison.Edges));
        Assert.Equal(comparison.IsEmpty, nodes == default && edges == default);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    [Fact]
    public void Every_counted_change_is_told_with_what_is_not_equal() => Prop.ForAll(Any, edit =>
    {
        using TemporaryFolder first = new(), second = new();
        using GraphReader was = edit.Model.Open(first), now = ModelEdits.Edited(edit.Model, edit.Seed).Open(second);
        GraphComparison comparison = GraphComparison.Of(was, now);
        foreach ((string label, ChangeCounts counts) in comparison.Nodes)
        {
            NodeChange[] changes = [.. comparison.NodeChanges(label)];
            Assert.Equal(counts, CountsOf(changes.Select(c => c.Kind)));
            foreach (NodeChange change in changes.Where(c => c.Kind == ChangeKind.Changed))
                Assert.True(change.Properties.Count > 0 || !change.LabelsBefore.ToHashSet().SetEquals(change.LabelsAfter));
            Assert.All(changes, c => Assert.Equal(CauseKind.Written, c.Cause.Kind));       // no record stands behind these graphs
        }

        foreach ((string type, ChangeCounts counts) in comparison.Edges)
        {
            EdgeChange[] changes = [.. comparison.EdgeChanges(type)];
            Assert.Equal(counts, CountsOf(changes.Select(c => c.Kind)));
            Assert.All(changes, c => Assert.True(c.Kind != ChangeKind.Changed || c.Properties.Count > 0));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_order_of_nodes_in_the_files_makes_no_difference() => Prop.ForAll(Any, edit =>
    {
        ModelGraph after = ModelEdits.Edited(edit.Model, edit.Seed), shuffled = ModelEdits.Shuffled(after, edit.Seed);
        using TemporaryFolder first = new(), second = new(), third = new();
        using GraphReader was = edit.Model.Open(first), now = after.Open(second), other = shuffled.Open(third);
        Assert.True(GraphComparison.Of(now, other).IsEmpty);
        Assert.Equal(Told(GraphComparison.Of(was, now)), Told(GraphComparison.Of(was, other)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Turning_the_comparison_round_turns_what_came_into_what_went() => Prop.ForAll(Any, edit =>
    {
        using TemporaryFolder first = new(), second = new();
        using GraphReader was = edit.Model.Open(first), now = ModelEdits.Edited(edit.Model, edit.Seed).Open(second);
        (long Came, long Went, long Changed) there = Sum(GraphComparison.Of(was, now).Edges);
        (long Came, long Went, long Changed) back = Sum(GraphComparison.Of(now, was).Edges);
        Assert.Equal(there, (back.Went, back.Came, back.Changed));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Thousands_of_parallel_edges_are_paired_by_what_they_say()
    {
        const int Count = 5000;
        ModelGraph With(IEnumerable<int> numbers) => new(
            [new(["Paper"], new Dictionary<string, object> { ["id"] = "a" })],
            [.. numbers.Select(i => new ModelEdge("CITES", 0, 0, new Dictionary<string, object> { ["year"] = (long)i }))]);
        using TemporaryFolder first = new(), second = new();
        using GraphReader was = With(Enumerable.Range(0, Count)).Open(first), now = With(Enumerable.Range(1, Count).Reverse()).Open(second);
        EdgeChange change = Assert.Single(GraphComparison.Of(was, now).EdgeChanges("CITES"));
        Assert.Equal(new PropertyChange("year", 0L, (long)Count), Assert.Single(change.Properties));
    }

    private static IEnumerable<(string, string)> EdgesOf(ModelGraph model, string[] names) =>
        model.Edges.Select(e => ($"{e.Type}\0{names[e.Source]}\0{names[e.Target]}", Spoken.Properties(e.Properties)));

    private static List<string> Told(GraphComparison comparison) =>
    [
        .. comparison.Nodes.SelectMany(n => comparison.NodeChanges(n.Key))
            .Select(c => $"{c.Kind} {c.Node.Label} {IdOf(c.Node)} {c.Properties.Count}"),
        .. comparison.Edges.SelectMany(e => comparison.EdgeChanges(e.Key))
            .Select(c => $"{c.Kind} {c.Type} {IdOf(c.Source)} {IdOf(c.Target)} {c.Properties.Count}"),
    ];

    // A node without an id is shown by its number, which another order changes.
    private static string IdOf(NodeSummary node) => node.Id.StartsWith("node:", StringComparison.Ordinal) ? "without" : node.Id;

    private static (long Came, long Went, long Changed) Sum(IEnumerable<KeyValuePair<string, ChangeCounts>> counts) =>
        (counts.Sum(c => c.Value.Came), counts.Sum(c => c.Value.Went), counts.Sum(c => c.Value.Changed));

    private static ChangeCounts CountsOf(IEnumerable<ChangeKind> kinds)
    {
        ILookup<ChangeKind, ChangeKind> by = kinds.ToLookup(k => k);
        return new(by[ChangeKind.Came].Count(), by[ChangeKind.Went].Count(), by[ChangeKind.Changed].Count());
    }
}
