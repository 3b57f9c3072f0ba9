using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class StrongComponentsTests
{
    [Fact]
    public void Two_nodes_share_a_component_where_each_reaches_the_other() =>
        Prop.ForAll(RandomGraphs.Small(mostEdges: 24, leastNodes: 0), edges =>
        {
            bool[,] reach = SmallOracles.Reach(edges.Matrix(), bothWays: false);
            Partition found = StrongComponents.Compute(edges.Directed);
            for (int u = 0; u < edges.NodeCount; u++)
                for (int v = 0; v < edges.NodeCount; v++) Assert.Equal(reach[u, v] && reach[v, u], found[u] == found[v]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    // Oracle: rings of known lengths, joined by edges that lead from lower to higher rings only.
    [Fact]
    public void Rings_that_are_joined_one_way_are_components()
    {
        Xoshiro256 random = new(seed: 11);
        List<(int, int)> edges = [];
        List<int> ringOf = [];
        for (int ring = 0; ring < 3000; ring++)
        {
            int first = ringOf.Count, length = 1 + random.Next(ring % 100 == 0 ? 500 : 5);
            for (int i = 0; i < length; i++)
            {
                ringOf.Add(ring);
                if (length > 1) edges.Add((first + i, first + ((i + 1) % length)));
                for (int more = 0; more < 3 && first > 0; more++) edges.Add((random.Next(first), first + i));
            }
        }

        int[] names = [.. Enumerable.Range(0, ringOf.Count)];
        random.Shuffle(names);
        DirectedCsr graph = DirectedCsr.FromEdges(names.Length, [.. edges.Select(e => (names[e.Item1], names[e.Item2]))]);
        Partition found = StrongComponents.Compute(graph);
        Assert.Equal(3000, found.Count);
        Assert.Equal(3000, Enumerable.Range(0, names.Length).Select(i => (ringOf[i], found[names[i]])).Distinct().Count());
    }

    [Fact]
    public void A_ring_of_a_million_is_one_component_and_a_path_or_a_star_a_million()
    {
        Assert.Equal(1, StrongComponents.Compute(LargeGraphs.Ring).Count);
        Assert.Equal(1, StrongComponents.Compute(LargeGraphs.Ring.Reversed()).Count);
        Assert.Equal(LargeGraphs.Million, StrongComponents.Compute(LargeGraphs.Path).Count);
        Assert.Equal(LargeGraphs.Million, StrongComponents.Compute(LargeGraphs.Star).Count);
    }

    [Fact]
    public void Self_loops_on_a_path_make_no_difference()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(1000, [.. Enumerable.Range(0, 999).SelectMany(i => ((int, int)[])[(i, i + 1), (i, i)])]);
        Assert.Equal(1000, StrongComponents.Compute(graph).Count);
    }

    [Fact]
    public void Nothing_has_no_component() => Assert.Equal(0, StrongComponents.Compute(LargeGraphs.Nothing).Count);

    // Oracle: Warshall's closure of the groups, on which no two may reach each other, and sums over edges.
    [Fact]
    public void A_condensation_has_no_cycle_and_the_weight_of_all_edges_between_groups() =>
        Prop.ForAll(RandomGraphs.Small(mostEdges: 24, leastNodes: 0), edges =>
        {
            foreach (bool isWeighted in (bool[])[false, true])
            {
                Partition groups = StrongComponents.Compute(edges.Directed);
                DirectedCsr between = Condensation.Of(isWeighted ? edges.Weighted : edges.Directed, groups);
                double[,] expected = new double[groups.Count, groups.Count], found = new double[groups.Count, groups.Count];
                for (int i = 0; i < edges.Edges.Length; i++)
                {
                    (int source, int target) = (groups[edges.Edges[i].Source], groups[edges.Edges[i].Target]);
                    if (source != target) expected[source, target] += isWeighted ? edges.Weights[i] : 1;
                }

                for (int group = 0; group < groups.Count; group++)
                {
                    int[] targets = between.Outgoing(group).ToArray();
                    Assert.Equal(targets.Distinct().Order(), targets);
                    double[] weights = between.OutgoingRows.WeightsOf(group).ToArray();
                    for (int i = 0; i < targets.Length; i++) found[group, targets[i]] = weights[i];
                }

                Assert.Equal(expected, found);
                bool[,] reach = SmallOracles.Reach(found, bothWays: false);
                for (int a = 0; a < groups.Count; a++)
                    for (int b = 0; b < a; b++) Assert.False(reach[a, b] && reach[b, a]);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_partition_of_other_nodes_is_refused() => Assert.Equal("PGA003",
        Assert.Throws<PapergraphException>(() => Condensation.Of(LargeGraphs.Alone, Partition.OfLabels([0, 0]))).Code);
}
