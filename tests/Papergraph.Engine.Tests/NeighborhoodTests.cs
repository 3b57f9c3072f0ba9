using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;
using Papergraph.Engine.Neighborhoods;

namespace Papergraph.Engine.Tests;

public class NeighborhoodTests
{
    [Fact]
    public void Scores_are_those_of_the_random_walk_counted_by_hand()
    {
        // p0 — e0 — p1 — e1: p0 and p1 mention e0, p1 mentions e1.
        using HandMadeGraph made = new([("P0", 2000), ("P1", 2001)], [("E0", []), ("E1", [])], [(0, 0, 1), (1, 0, 1), (1, 1, 1)], []);
        Neighborhood around = made.Graph.Neighbors(made.Graph.Resolve("E0"), new NeighborhoodOptions { Depth = 2 });
        Assert.Equal([2L, 1L], around.Reached);

        // From e0 the walker takes either paper with probability 1/2; from p1 it can only go on to e1. Edges: p0 1, p1 2, e1 1.
        Dictionary<string, double> scores = around.Neighbors.ToDictionary(n => n.Node.Name, n => n.Score);
        Assert.Equal(0.5 / Math.Sqrt(1 + 1), scores["P0"], 12);
        Assert.Equal(0.5 / Math.Sqrt(1 + 2), scores["P1"], 12);
        Assert.Equal(0.5 / Math.Sqrt(1 + 1), scores["E1"], 12);
        Assert.Equal("P1", around.Neighbors.Single(n => n.Node.Name == "E1").From.Name);
    }

    // Oracle: breadth-first search over the list of edges.
    [Fact]
    public void Depth_is_the_distance_in_the_list_of_edges()
    {
        Gen<(int, int, (int, int)[], (int, int)[])> graphs =
            from papers in Gen.Choose(1, 8)
            from entities in Gen.Choose(1, 6)
            from mentions in Gen.Zip(Gen.Choose(0, papers - 1), Gen.Choose(0, entities - 1)).ArrayOf()
            from citations in Gen.Zip(Gen.Choose(0, papers - 1), Gen.Choose(0, papers - 1)).ArrayOf()
            select (papers, entities, mentions, citations);
        Prop.ForAll(graphs.ToArbitrary(), g =>
        {
            (int papers, int entities, (int, int)[] mentions, (int, int)[] citations) = g;
            using HandMadeGraph made = new(
                [.. Enumerable.Range(0, papers).Select(p => ($"P{p}", 2000))], [.. Enumerable.Range(0, entities).Select(e => ($"E{e}", Array.Empty<string>()))],
                [.. mentions.Select(m => (m.Item1, m.Item2, 1.0))], citations);
            (int, int)[] edges = [.. citations, .. mentions.Select(m => (m.Item1, papers + m.Item2))];
            Neighborhood around = made.Graph.Neighbors(NodeSummary.Of(made.Graph.Reader, 0), new NeighborhoodOptions { Depth = 3, Limit = 100 });
            Dictionary<int, int> expected = Distances(0, edges, most: 3);
            return around.Neighbors.Count == expected.Count && around.Neighbors.All(n => expected[n.Node.Node] == n.Depth);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Filters_leave_out_what_they_say()
    {
        using HandMadeGraph made = new(
            [("Old", 1990), ("New", 2020)], [("E0", []), ("E1", [])], [(0, 0, 0.9), (1, 0, 0.9), (0, 1, 0.2), (1, 1, 0.9)], [(1, 0)]);
        NodeSummary e0 = made.Graph.Resolve("E0");
        string[] NamesAround(NeighborhoodOptions options) => [.. made.Graph.Neighbors(e0, options).Neighbors.Select(n => n.Node.Name).Order(StringComparer.Ordinal)];

        Assert.Equal(["New"], NamesAround(new() { FromYear = 2000 }));
        Assert.Equal(["Old"], NamesAround(new() { ToYear = 2000 }));
        Assert.Equal(["E1"], NamesAround(new() { Depth = 2, Labels = ["Method"] }));
        Assert.Equal(["New", "Old"], NamesAround(new() { Depth = 2, ToYear = 2030, EdgeTypes = ["MENTIONS"], Labels = ["Paper"] }));
        Assert.Empty(NamesAround(new() { MinConfidence = 0.95 }));
        Assert.Empty(NamesAround(new() { Direction = EdgeDirection.Out }));
        Assert.Equal(["New", "Old"], NamesAround(new() { Direction = EdgeDirection.In }));
        Assert.Equal(["Old"], NamesAround(new() { Depth = 2, ToYear = 2000, MinConfidence = 0.5 }));
    }

    [Fact]
    public void Options_outside_their_range_are_refused_by_name()
    {
        using HandMadeGraph made = new([("P", 2000)], [], [], []);
        NodeSummary p = made.Graph.Resolve("P");
        Assert.Contains("--depth", Assert.Throws<PapergraphException>(() => made.Graph.Neighbors(p, new() { Depth = 6 })).Message, StringComparison.Ordinal);
        Assert.Contains("--min-confidence", Assert.Throws<PapergraphException>(() => made.Graph.Neighbors(p, new() { MinConfidence = double.NaN })).Message, StringComparison.Ordinal);
        Assert.Contains("CITED", Assert.Throws<PapergraphException>(() => made.Graph.Neighbors(p, new() { EdgeTypes = ["CITED"] })).Message, StringComparison.Ordinal);
    }

    private static Dictionary<int, int> Distances(int from, (int, int)[] edges, int most)
    {
        Dictionary<int, int> distances = new() { [from] = 0 };
        for (int depth = 1; depth <= most; depth++)
            foreach ((int a, int b) in edges.Concat(edges.Select(e => (e.Item2, e.Item1))))
                if (distances.GetValueOrDefault(a, int.MaxValue) == depth - 1) distances.TryAdd(b, depth);
        distances.Remove(from);
        return distances;
    }
}
