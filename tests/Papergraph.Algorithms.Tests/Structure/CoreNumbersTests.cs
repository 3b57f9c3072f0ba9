using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class CoreNumbersTests
{
    // Oracle: the k-core by its definition, for every k: nodes with fewer than k edges to the others are struck out until none is left.
    private static int[] Cores(double[,] between)
    {
        int n = between.GetLength(0);
        int[] cores = new int[n];
        for (int k = 1; ; k++)
        {
            bool[] isThere = [.. Enumerable.Repeat(true, n)];
            double Degree(int u) => Enumerable.Range(0, n).Where(v => isThere[v]).Sum(v => between[u, v]);
            while (Enumerable.Range(0, n).FirstOrDefault(u => isThere[u] && Degree(u) < k, -1) is >= 0 and int struck)
                isThere[struck] = false;
            if (!isThere.Contains(true)) return cores;
            for (int u = 0; u < n; u++) if (isThere[u]) cores[u] = k;
        }
    }

    [Theory]
    [InlineData(ParallelEdges.Merge)]
    [InlineData(ParallelEdges.Keep)]
    public void The_core_number_is_the_greatest_k_whose_core_the_node_is_in(ParallelEdges parallel) =>
        Prop.ForAll(RandomGraphs.Small(leastNodes: 0), edges =>
        {
            double[,] between = SmallOracles.Symmetric(edges.Matrix());
            if (parallel == ParallelEdges.Merge)
                for (int u = 0; u < edges.NodeCount; u++)
                    for (int v = 0; v < edges.NodeCount; v++) between[u, v] = Math.Min(1, between[u, v]);
            int[] expected = Cores(between);
            UndirectedCsr graph = UndirectedCsr.Of(edges.Directed, parallel, keepLoops: true);
            CoreNumbersResult found = CoreNumbers.Compute(graph);
            Assert.Equal(expected, found.Cores.ToArray());
            Assert.Equal(expected.DefaultIfEmpty().Max(), found.Degeneracy);
            for (int k = 0; k <= found.Degeneracy + 1; k++)
            {
                KCoreResult core = KCore.Of(graph, k);
                int[] nodes = core.Nodes.ToArray();
                Assert.Equal(Enumerable.Range(0, edges.NodeCount).Where(node => expected[node] >= k), nodes);
                for (int i = 0; i < nodes.Length; i++)
                {
                    IEnumerable<int> inside = graph.Neighbours(nodes[i]).ToArray().Where(nodes.Contains);
                    Assert.Equal(inside, core.Graph.Neighbours(i).ToArray().Select(j => nodes[j]));
                    Assert.True(core.Graph.Neighbours(i).ToArray().Count(j => j != i) >= k);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_core_keeps_the_weights_of_its_edges() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            UndirectedCsr graph = UndirectedCsr.Of(edges.Weighted);
            KCoreResult core = KCore.Of(graph, 2);
            int[] nodes = core.Nodes.ToArray();
            for (int i = 0; i < nodes.Length; i++)
            {
                Assert.Equal(
                    graph.Neighbours(nodes[i]).ToArray().Zip(graph.Rows.WeightsOf(nodes[i]).ToArray()).Where(e => nodes.Contains(e.First)),
                    core.Graph.Neighbours(i).ToArray().Select(j => nodes[j]).Zip(core.Graph.Rows.WeightsOf(i).ToArray()));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Paths_and_stars_have_core_one_and_rings_two()
    {
        Assert.All(CoreNumbers.Compute(UndirectedCsr.Of(LargeGraphs.Path)).Cores.ToArray(), core => Assert.Equal(1, core));
        Assert.All(CoreNumbers.Compute(UndirectedCsr.Of(LargeGraphs.Star)).Cores.ToArray(), core => Assert.Equal(1, core));
        Assert.All(CoreNumbers.Compute(UndirectedCsr.Of(LargeGraphs.Ring)).Cores.ToArray(), core => Assert.Equal(2, core));
    }

    // Each level is found by a pass over what is left: a clique among a million lone nodes must not pass over these at each of its levels.
    [Fact]
    public void A_clique_among_many_lone_nodes_has_the_core_number_of_a_clique()
    {
        (int, int)[] edges = [.. from u in Enumerable.Range(0, 600) from v in Enumerable.Range(0, u) select (u * 1000, v * 1000)];
        CoreNumbersResult found = CoreNumbers.Compute(UndirectedCsr.FromEdges(LargeGraphs.Million, edges));
        Assert.Equal(599, found.Degeneracy);
        Assert.Equal(600, found.Cores.ToArray().Count(core => core == 599));
    }

    [Fact]
    public void Nothing_has_degeneracy_zero()
    {
        Assert.Equal(0, CoreNumbers.Compute(UndirectedCsr.Of(LargeGraphs.Nothing)).Degeneracy);
        Assert.Equal([0], CoreNumbers.Compute(UndirectedCsr.Of(LargeGraphs.Alone)).Cores.ToArray());
        Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => KCore.Of(UndirectedCsr.Of(LargeGraphs.Alone), -1)).Code);
    }
}
