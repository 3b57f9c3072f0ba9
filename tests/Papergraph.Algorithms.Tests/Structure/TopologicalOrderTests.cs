using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Structure;

public class TopologicalOrderTests
{
    // Oracle: the definition. Edges are turned so that half of the graphs have no cycle.
    [Fact]
    public void Every_edge_leads_forward_or_a_cycle_of_edges_is_shown() =>
        Prop.ForAll(RandomGraphs.Small(), ArbMap.Default.ArbFor<bool>(), (edges, acyclic) =>
        {
            (int Source, int Target)[] turned = Turned(edges, acyclic);
            DirectedCsr graph = DirectedCsr.FromEdges(edges.NodeCount, turned);
            foreach (bool smallestFirst in (bool[])[false, true])
            {
                TopologicalOrderResult result = TopologicalOrder.Compute(graph, smallestFirst);
                int[] order = result.Order.ToArray(), cycle = result.Cycle.ToArray();
                Assert.Equal(order.Length == edges.NodeCount, result.IsAcyclic);
                if (acyclic) Assert.True(result.IsAcyclic);
                Assert.Equal(order.Length, order.Distinct().Count());
                foreach ((int source, int target) in turned)
                {
                    int at = Array.IndexOf(order, target);
                    if (at >= 0) Assert.InRange(Array.IndexOf(order, source), 0, at - 1);
                }

                Assert.Equal(cycle.Length, cycle.Distinct().Count());
                for (int i = 0; i < cycle.Length; i++) Assert.Contains((cycle[i], cycle[(i + 1) % cycle.Length]), turned);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Oracle: at each place the least node that nothing still missing leads to.
    [Fact]
    public void Smallest_first_takes_the_least_node_that_may_come() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            (int Source, int Target)[] turned = Turned(edges, acyclic: true);
            List<int> expected = [];
            while (expected.Count < edges.NodeCount)
            {
                expected.Add(Enumerable.Range(0, edges.NodeCount).First(node =>
                    !expected.Contains(node) && turned.All(e => e.Target != node || expected.Contains(e.Source))));
            }

            Assert.Equal(expected, TopologicalOrder.Compute(DirectedCsr.FromEdges(edges.NodeCount, turned), smallestFirst: true).Order.ToArray());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // Oracle: all paths, followed one by one.
    [Fact]
    public void The_longest_path_is_the_longest_of_all_paths() =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 8, mostEdges: 16), edges =>
        {
            (int Source, int Target)[] turned = Turned(edges, acyclic: true);
            double[] weights = [.. turned.Select((_, e) => edges.Weights[e] - 4)];
            double[] expected = new double[edges.NodeCount];
            void Follow(int node, double length)
            {
                expected[node] = Math.Max(expected[node], length);
                for (int e = 0; e < turned.Length; e++)
                    if (turned[e].Source == node) Follow(turned[e].Target, length + weights[e]);
            }

            for (int start = 0; start < edges.NodeCount; start++) Follow(start, 0);
            LongestPathResult result = LongestPath.Compute(DirectedCsr.FromEdges(edges.NodeCount, turned, weights));
            Assert.Equal(expected, result.Longest.ToArray());
            Assert.Equal(expected.Max(), result.Length);
            int[] path = result.Nodes.ToArray();
            Assert.Equal(result.Length, path.Zip(path.Skip(1)).Sum(step => weights.Where((_, e) => turned[e] == step).Max()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_longest_path_without_weights_has_the_most_edges()
    {
        LongestPathResult result = LongestPath.Compute(DirectedCsr.FromEdges(6, [(5, 3), (3, 1), (5, 1), (1, 0), (4, 0), (2, 2 + 1)]));
        Assert.Equal(3, result.Length);
        Assert.Equal([2, 3, 1, 0], result.Nodes.ToArray());
        LongestPathResult empty = LongestPath.Compute(DirectedCsr.FromEdges(0, []));
        Assert.Equal((0, 0.0), (empty.Nodes.Length, empty.Length));
    }

    [Fact]
    public void The_longest_path_of_a_graph_with_a_cycle_is_refused_and_the_cycle_named()
    {
        PapergraphException refused = Assert.Throws<PapergraphException>(
            () => LongestPath.Compute(DirectedCsr.FromEdges(4, [(0, 1), (1, 2), (2, 1), (2, 3)])));
        Assert.Equal("PGA070", refused.Code);
        Assert.Matches("1 → 2 → 1|2 → 1 → 2", refused.Message);
        PapergraphException unfit = Assert.Throws<PapergraphException>(
            () => LongestPath.Compute(DirectedCsr.FromEdges(2, [(0, 1)], [double.NaN])));
        Assert.Equal("PGA002", unfit.Code);
    }

    [Fact]
    public void A_cycle_of_many_nodes_is_named_in_short()
    {
        (int, int)[] ring = [.. Enumerable.Range(0, 1000).Select(node => (node, (node + 1) % 1000))];
        Assert.Equal(1000, TopologicalOrder.Compute(DirectedCsr.FromEdges(1000, ring)).Cycle.Length);
        PapergraphException refused = Assert.Throws<PapergraphException>(() => LongestPath.Compute(DirectedCsr.FromEdges(1000, ring)));
        Assert.Contains("1000 nodes", refused.Message, StringComparison.Ordinal);
        Assert.InRange(refused.Message.Length, 0, 250);
    }

    private static (int Source, int Target)[] Turned(RandomGraphs.EdgeList edges, bool acyclic) => !acyclic ? edges.Edges :
    [
        // Along an order of the nodes that is neither ascending nor falling.
        .. edges.Edges.Where(e => e.Source != e.Target).Select(e => e.Source * 7 % 13 < e.Target * 7 % 13 ? e : (e.Target, e.Source)),
    ];
}
