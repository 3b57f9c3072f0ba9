using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Structure;

public class MinimumSpanningTreeTests
{
    // Oracle: Kruskal's algorithm with sets of nodes that are renamed one by one. All parallel edges stay.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_is_the_forest_that_takes_the_least_edge_which_closes_no_cycle(bool weighted) =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            double[] weights = [.. edges.Weights.Select(weight => weighted ? Math.Floor(weight / 2) - 2 : 1)];
            UndirectedCsr graph = UndirectedCsr.Of(
                weighted ? DirectedCsr.FromEdges(edges.NodeCount, edges.Edges, weights) : edges.Directed, ParallelEdges.Keep, keepLoops: true);
            int[] set = [.. Enumerable.Range(0, edges.NodeCount)];
            List<(int, int, double)> expected = [];
            foreach ((int u, int v, double weight) in edges.Edges
                .Select((e, i) => (U: Math.Min(e.Source, e.Target), V: Math.Max(e.Source, e.Target), Weight: weights[i]))
                .OrderBy(e => e.Weight).ThenBy(e => e.U).ThenBy(e => e.V))
            {
                (int a, int b) = (set[u], set[v]);
                if (a == b) continue;
                expected.Add((u, v, weight));
                for (int node = 0; node < set.Length; node++) set[node] = set[node] == a ? b : set[node];
            }

            foreach (int threads in (int[])[1, 3])
            {
                SpanningForest forest = MinimumSpanningTree.Compute(graph, new Execution { Threads = threads });
                Assert.Equal(expected.Order(), Edges(forest));
                Assert.Equal(set.Distinct().Count(), forest.TreeCount);
                Assert.Equal(expected.Sum(e => e.Item3), forest.TotalWeight);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_larger_forest_is_the_same_for_any_number_of_threads_and_as_heavy_as_that_of_Prim()
    {
        UndirectedCsr graph = UndirectedCsr.Of(Paths.WeightedPathsTests.Random(20_000, 90_000, "uniform", seed: 4));
        SpanningForest first = MinimumSpanningTree.Compute(graph, new Execution { Threads = 1 });
        foreach (int threads in (int[])[2, 3, 8])
        {
            SpanningForest forest = MinimumSpanningTree.Compute(graph, new Execution { Threads = threads });
            Assert.Equal(Edges(first), Edges(forest));
            Assert.Equal(first.TotalWeight, forest.TotalWeight);
        }

        (double weight, int trees) = Prim(graph);
        Assert.Equal(weight, first.TotalWeight, 1e-9 * weight);
        Assert.Equal(trees, first.TreeCount);
    }

    [Fact]
    public void Weights_that_have_no_order_are_refused()
    {
        UndirectedCsr graph = UndirectedCsr.Of(DirectedCsr.FromEdges(2, [(0, 1)], [double.NaN]));
        Assert.Equal("PGA002", Assert.Throws<PapergraphException>(() => MinimumSpanningTree.Compute(graph)).Code);
    }

    private static IEnumerable<(int, int, double)> Edges(SpanningForest forest)
    {
        for (int i = 0; i < forest.Sources.Length; i++) yield return (forest.Sources.Span[i], forest.Targets.Span[i], forest.Weights.Span[i]);
    }

    private static (double Weight, int Trees) Prim(UndirectedCsr graph)
    {
        bool[] taken = new bool[graph.NodeCount];
        (double weight, int trees) = (0, 0);
        for (int start = 0; start < graph.NodeCount; start++)
        {
            if (taken[start]) continue;
            trees++;
            PriorityQueue<int, double> border = new();
            border.Enqueue(start, 0);
            while (border.TryDequeue(out int node, out double edge))
            {
                if (taken[node]) continue;
                taken[node] = true;
                weight += edge;
                for (int i = 0; i < graph.Neighbours(node).Length; i++) border.Enqueue(graph.Neighbours(node)[i], graph.Rows.WeightsOf(node)[i]);
            }
        }

        return (weight, trees);
    }
}
