using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class KTrussTests
{
    // Oracle: the k-truss by its definition, for every k: edges in fewer than k − 2 triangles are struck out until none is left.
    private static int[,] Trusses(double[,] between)
    {
        int n = between.GetLength(0);
        int[,] trusses = new int[n, n];
        for (int k = 2; ; k++)
        {
            bool[,] isThere = new bool[n, n];
            for (int u = 0; u < n; u++)
                for (int v = 0; v < n; v++) isThere[u, v] = between[u, v] > 0;
            bool goesOn = true;
            while (goesOn)
            {
                goesOn = false;
                for (int u = 0; u < n; u++)
                {
                    for (int v = 0; v < n; v++)
                    {
                        if (!isThere[u, v] || Enumerable.Range(0, n).Count(w => isThere[u, w] && isThere[v, w]) >= k - 2) continue;
                        isThere[u, v] = isThere[v, u] = false;
                        goesOn = true;
                    }
                }
            }

            bool any = false;
            for (int u = 0; u < n; u++)
            {
                for (int v = 0; v < n; v++)
                {
                    if (!isThere[u, v]) continue;
                    trusses[u, v] = k;
                    any = true;
                }
            }

            if (!any) return trusses;
        }
    }

    [Theory]
    [InlineData(ParallelEdges.Merge)]
    [InlineData(ParallelEdges.Keep)]
    public void The_truss_number_is_the_greatest_k_whose_truss_the_edge_is_in(ParallelEdges parallel) =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 10, mostEdges: 60, leastNodes: 0), edges =>
        {
            int[,] expected = Trusses(SmallOracles.Symmetric(edges.Matrix()));
            UndirectedCsr graph = UndirectedCsr.Of(edges.Directed, parallel, keepLoops: true);
            KTrussResult found = KTruss.Compute(graph);
            List<int> inOrder = [];
            for (int node = 0; node < graph.NodeCount; node++)
                foreach (int neighbour in graph.Neighbours(node)) inOrder.Add(expected[node, neighbour]);
            Assert.Equal(inOrder, found.TrussNumbers.ToArray());
            Assert.Equal(inOrder.DefaultIfEmpty().Max(), found.Largest);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Any_number_of_threads_finds_the_same()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(20_000, LargeGraphs.RandomEdges(20_000, 150_000, seed: 4));
        int[][] found = [.. LargeGraphs.Executions.Select(execution => KTruss.Compute(graph, execution).TrussNumbers.ToArray())];
        Assert.All(found, numbers => Assert.Equal(found[0], numbers));
        Assert.Contains(3, found[0]);
    }

    [Fact]
    public void Long_and_wide_graphs_have_no_truss_above_two()
    {
        foreach (DirectedCsr graph in (DirectedCsr[])[LargeGraphs.Path, LargeGraphs.Star, LargeGraphs.Ring])
            Assert.Equal(2, KTruss.Compute(UndirectedCsr.Of(graph)).Largest);
        Assert.Equal(0, KTruss.Compute(UndirectedCsr.Of(LargeGraphs.Nothing)).Largest);
        Assert.Equal(0, KTruss.Compute(UndirectedCsr.Of(LargeGraphs.Alone)).Largest);
    }
}
