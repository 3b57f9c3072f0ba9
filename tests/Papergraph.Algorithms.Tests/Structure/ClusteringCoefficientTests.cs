using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class ClusteringCoefficientTests
{
    // Oracle: all sets of three nodes.
    [Theory]
    [InlineData(ParallelEdges.Merge)]
    [InlineData(ParallelEdges.Keep)]
    public void Triangles_and_coefficients_agree_with_their_definitions(ParallelEdges parallel) =>
        Prop.ForAll(RandomGraphs.Small(leastNodes: 0), edges =>
        {
            double[,] between = SmallOracles.Symmetric(edges.Matrix());
            int n = edges.NodeCount;
            long[] triangles = new long[n];
            double[] pairs = new double[n];
            for (int u = 0; u < n; u++)
            {
                for (int v = 0; v < n; v++)
                {
                    for (int w = 0; w < v; w++)
                    {
                        if (between[u, v] == 0 || between[u, w] == 0) continue;
                        pairs[u]++;
                        if (between[v, w] > 0) triangles[u]++;
                    }
                }
            }

            UndirectedCsr graph = UndirectedCsr.Of(edges.Directed, parallel, keepLoops: true);
            TriangleResult counted = Triangles.Compute(graph);
            ClusteringResult found = ClusteringCoefficient.Compute(graph);
            double[] local = [.. Enumerable.Range(0, n).Select(v => pairs[v] == 0 ? 0 : triangles[v] / pairs[v])];
            Assert.Equal(triangles, counted.PerNode.ToArray());
            Assert.Equal(triangles.Sum() / 3, counted.Total);
            Assert.Equal(triangles.Sum() / 3, found.Triangles);
            Assert.Equal(local, found.Local.ToArray(), (a, b) => Math.Abs(a - b) < 1e-15);
            Assert.Equal(n == 0 ? 0 : local.Average(), found.Average, 1e-12);
            Assert.Equal(pairs.Sum() == 0 ? 0 : triangles.Sum() / pairs.Sum(), found.Transitivity, 1e-12);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_directed_coefficient_counts_edges_between_ordered_pairs_of_neighbours() =>
        Prop.ForAll(RandomGraphs.Small(leastNodes: 0), edges =>
        {
            double[,] matrix = edges.Matrix();
            double[] expected = new double[edges.NodeCount];
            for (int v = 0; v < edges.NodeCount; v++)
            {
                int[] around = [.. Enumerable.Range(0, edges.NodeCount).Where(u => u != v && matrix[u, v] + matrix[v, u] > 0)];
                int edgesBetween = around.Sum(u => around.Count(w => w != u && matrix[u, w] > 0));
                if (around.Length > 1) expected[v] = edgesBetween / (around.Length * (around.Length - 1.0));
            }

            Assert.Equal(expected, ClusteringCoefficient.Directed(edges.Directed).Local.ToArray(), (a, b) => Math.Abs(a - b) < 1e-15);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void With_edges_both_ways_the_directed_coefficient_is_the_undirected_one()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(5000, LargeGraphs.RandomEdges(5000, 30_000, seed: 2));
        ClusteringResult undirected = ClusteringCoefficient.Compute(graph), directed = ClusteringCoefficient.Directed(graph.AsDirected());
        Assert.Equal(undirected.Local.ToArray(), directed.Local.ToArray(), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(undirected.Triangles, directed.Triangles);
    }

    [Fact]
    public void Any_number_of_threads_finds_the_same_to_the_bit()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(40_000, LargeGraphs.RandomEdges(40_000, 300_000, seed: 6));
        UndirectedCsr undirected = UndirectedCsr.Of(graph);
        ClusteringResult[] found = [.. LargeGraphs.Executions.Select(execution => ClusteringCoefficient.Compute(undirected, execution))];
        ClusteringResult[] directed = [.. LargeGraphs.Executions.Select(execution => ClusteringCoefficient.Directed(graph, execution))];
        foreach (ClusteringResult[] results in (ClusteringResult[][])[found, directed])
        {
            Assert.True(results[0].Triangles > 1000);
            Assert.All(results, result =>
            {
                Assert.Equal(results[0].Local.ToArray(), result.Local.ToArray());
                Assert.Equal(
                    (results[0].Average, results[0].Transitivity, results[0].Triangles),
                    (result.Average, result.Transitivity, result.Triangles));
            });
        }
    }

    [Fact]
    public void A_complete_graph_is_all_triangles_and_a_star_none()
    {
        const int n = 200;
        UndirectedCsr complete = UndirectedCsr.FromEdges(
            n, [.. from u in Enumerable.Range(0, n) from v in Enumerable.Range(0, u) select (u, v)]);
        Assert.Equal(n * (n - 1) * (n - 2) / 6, Triangles.Compute(complete).Total);
        Assert.Equal((1.0, 1.0), (ClusteringCoefficient.Compute(complete).Average, ClusteringCoefficient.Compute(complete).Transitivity));
        foreach (DirectedCsr graph in (DirectedCsr[])[LargeGraphs.Star, LargeGraphs.Path, LargeGraphs.Nothing, LargeGraphs.Alone])
        {
            Assert.Equal(0, ClusteringCoefficient.Compute(UndirectedCsr.Of(graph)).Triangles);
            Assert.Equal(0, ClusteringCoefficient.Directed(graph).Average);
        }
    }
}
