using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Paths;

public class WeightedPathsTests
{
    // Oracle: Floyd and Warshall's closure of the matrix of least weights.
    internal static double[,] Closure(RandomGraphs.EdgeList edges, double[] weights)
    {
        int n = edges.NodeCount;
        double[,] distance = new double[n, n];
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++) distance[u, v] = u == v ? 0 : double.PositiveInfinity;
        for (int e = 0; e < weights.Length; e++)
        {
            (int u, int v) = edges.Edges[e];
            distance[u, v] = Math.Min(distance[u, v], weights[e]);
        }

        for (int via = 0; via < n; via++)
            for (int u = 0; u < n; u++)
                for (int v = 0; v < n; v++) distance[u, v] = Math.Min(distance[u, v], distance[u, via] + distance[via, v]);
        return distance;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Distances_are_those_of_the_closure_and_predecessors_are_the_least_tight_ones(int lightest) =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            double[] weights = [.. edges.Weights.Select(weight => lightest == 0 ? Math.Max(0, weight - 4) : weight)];
            double[,] closure = Closure(edges, weights);
            WeightedPaths paths = ShortestPaths.Weighted(DirectedCsr.FromEdges(edges.NodeCount, edges.Edges, weights), 0);
            for (int v = 0; v < edges.NodeCount; v++)
            {
                Assert.Equal(closure[0, v], paths.Distances.Span[v]);
                int before = paths.Predecessors.Span[v];
                int[] tight =
                [
                    .. Enumerable.Range(0, weights.Length)
                        .Where(e => edges.Edges[e].Target == v && v != 0 && closure[0, edges.Edges[e].Source] + weights[e] == closure[0, v])
                        .Select(e => edges.Edges[e].Source),
                ];
                int[] nearer = [.. tight.Where(u => closure[0, u] < closure[0, v])];
                if (double.IsPositiveInfinity(closure[0, v]) || v == 0) Assert.Equal(-1, before);
                else if (nearer.Length > 0) Assert.Equal(nearer.Min(), before);
                else Assert.Contains(before, tight);
                int[] path = paths.PathTo(v);
                if (double.IsPositiveInfinity(closure[0, v])) Assert.Empty(path);
                else Assert.Equal(closure[0, v], Length(path, edges, weights));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Edges_without_weights_weigh_one() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            double[,] closure = Closure(edges, [.. edges.Weights.Select(_ => 1.0)]);
            double[] distances = ShortestPaths.Weighted(edges.Directed, 0).Distances.ToArray();
            Assert.Equal(Enumerable.Range(0, edges.NodeCount).Select(v => closure[0, v]), distances);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Rings_of_edges_that_weigh_nothing_do_not_lead_in_circles()
    {
        // 0 → 1 costs 1; 1, 2 and 3 form a ring at no cost in both directions.
        DirectedCsr graph = DirectedCsr.FromEdges(4, [(0, 2), (2, 1), (1, 2), (1, 3), (3, 1), (2, 3), (3, 2)], [1, 0, 0, 0, 0, 0, 0]);
        WeightedPaths paths = ShortestPaths.Weighted(graph, 0);
        Assert.Equal([0, 1, 1, 1], paths.Distances.ToArray());
        Assert.Equal([-1, 2, 0, 2], paths.Predecessors.ToArray());
        Assert.Equal([0, 2, 3], paths.PathTo(3));
    }

    // Oracle: the heap and the buckets share nothing but the rows. Weights of several kinds, so that buckets are many, few and far between.
    [Theory]
    [InlineData("uniform")]
    [InlineData("equal")]
    [InlineData("zero")]
    [InlineData("long tail")]
    [InlineData("one giant")]
    [InlineData("tiny")]
    public void Delta_stepping_finds_the_bits_of_Dijkstra_with_any_number_of_threads(string kind)
    {
        DirectedCsr graph = Random(30_000, 120_000, kind, seed: 3);
        double[] expected = ShortestPaths.DijkstraDistances(graph, 0, Execution.Default);
        Assert.True(expected.Count(double.IsFinite) > 20_000);
        int[]? predecessors = null;
        foreach (int threads in (int[])[1, 2, 3, 8])
        {
            Execution run = new() { Threads = threads };
            double[]? found = DeltaStepping.Distances(graph.OutgoingRows, graph.NodeCount, 0, run);
            if (kind is not ("long tail" or "one giant")) Assert.NotNull(found);
            if (found is not null) Assert.Equal(expected, found);
            WeightedPaths paths = ShortestPaths.Weighted(graph, 0, run);
            Assert.Equal(expected, paths.Distances.ToArray());
            predecessors ??= paths.Predecessors.ToArray();
            Assert.Equal(predecessors, paths.Predecessors.ToArray());
        }
    }

    // A ladder whose end is lowered rung after rung, each time with all its leaves, whose giant weights put the whole ladder in one bucket.
    [Fact]
    public void Weights_that_defeat_buckets_are_left_to_the_heap()
    {
        const int Steps = 40;
        List<(int, int)> edges = [];
        List<double> weights = [];
        for (int i = 0; i < Steps; i++)
        {
            // To go straight costs more than the way round, and is found first.
            (int here, int aside, int ahead) = (i, Steps + 1 + i, i + 1);
            edges.AddRange([(here, ahead), (here, aside), (aside, ahead)]);
            weights.AddRange([Math.Pow(2, Steps - i), 0.25, 0.25]);
        }

        int n = (2 * Steps) + 1 + 70_000;
        for (int leaf = (2 * Steps) + 1; leaf < n; leaf++)
        {
            edges.Add((Steps, leaf));
            weights.Add(1e300);
        }

        DirectedCsr graph = DirectedCsr.FromEdges(n, edges.ToArray(), [.. weights]);
        Assert.Null(DeltaStepping.Distances(graph.OutgoingRows, n, 0, new Execution { Threads = 2 }));
        WeightedPaths paths = ShortestPaths.Weighted(graph, 0, new Execution { Threads = 2 });
        Assert.Equal(Steps * 0.5, paths.Distances.Span[Steps]);
        Assert.Equal(1e300, paths.Distances.Span[n - 1]);
    }

    [Fact]
    public void The_path_between_two_nodes_is_simple_and_as_long_as_the_distance() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            double[] weights = [.. edges.Weights.Select(weight => Math.Max(0, weight - 3))];
            DirectedCsr graph = DirectedCsr.FromEdges(edges.NodeCount, edges.Edges, weights);
            double[,] closure = Closure(edges, weights);
            for (int target = 0; target < edges.NodeCount; target++)
            {
                WeightedPath? path = ShortestPaths.Between(graph, 0, target);
                Assert.Equal(double.IsPositiveInfinity(closure[0, target]), path is null);
                if (path is null) continue;
                Assert.Equal(closure[0, target], path.Length);
                Assert.Equal((0, target), (path.Nodes.Span[0], path.Nodes.Span[^1]));
                Assert.Equal(path.Nodes.Length, path.Nodes.ToArray().Distinct().Count());
                Assert.Equal(path.Length, Length(path.Nodes.ToArray(), edges, weights));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_path_between_two_nodes_of_a_larger_graph_is_as_long_as_the_distance()
    {
        DirectedCsr graph = Random(5000, 20_000, "uniform", seed: 9);
        ReadOnlySpan<double> distances = ShortestPaths.Weighted(graph, 17).Distances.Span;
        for (int target = 0; target < 5000; target += 97)
            Assert.Equal(distances[target], ShortestPaths.Between(graph, 17, target)?.Length ?? double.PositiveInfinity, 1e-12 * 100);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_that_make_no_distance_are_refused(double weight)
    {
        DirectedCsr graph = DirectedCsr.FromEdges(2, [(0, 1)], [weight]);
        Assert.Equal("PGA002", Assert.Throws<PapergraphException>(() => ShortestPaths.Weighted(graph, 0)).Code);
        Assert.Equal("PGA002", Assert.Throws<PapergraphException>(() => ShortestPaths.Between(graph, 0, 1)).Code);
    }

    [Fact]
    public void Nodes_that_are_not_there_are_refused()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(2, [(0, 1)]);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => ShortestPaths.Weighted(graph, 2)).Code);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => ShortestPaths.Weighted(DirectedCsr.FromEdges(0, []), 0)).Code);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => ShortestPaths.Between(graph, -1, 1)).Code);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => ShortestPaths.Between(graph, 0, 2)).Code);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => ShortestPaths.Weighted(graph, 0).PathTo(2)).Code);
    }

    [Fact]
    public void A_cancelled_search_ends()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Execution run = new() { Cancellation = source.Token };
        Assert.Throws<OperationCanceledException>(() => ShortestPaths.Weighted(Random(30_000, 120_000, "uniform", 1), 0, run));
        Assert.Throws<OperationCanceledException>(() => ShortestPaths.Weighted(Random(30, 120, "uniform", 1), 0, run));
    }

    [Fact]
    public void A_queue_gives_nodes_by_key_whatever_is_put_in_and_lowered() =>
        Prop.ForAll(Gen.Zip(Gen.Choose(0, 19), Gen.Choose(0, 50)).ArrayOf().ToArbitrary(), steps =>
        {
            NodeQueue queue = new(20);
            Dictionary<int, double> expected = [];
            foreach ((int node, int key) in steps)
            {
                if (key == 50 && queue.Count > 0)
                {
                    double least = queue.LeastKey;
                    int taken = queue.Take();
                    Assert.Equal(expected.Values.Min(), least);
                    Assert.Equal(least, expected[taken]);
                    expected.Remove(taken);
                }
                else
                {
                    queue.PutOrLower(node, key);
                    expected[node] = Math.Min(key, expected.GetValueOrDefault(node, key));
                }
            }

            while (queue.Count > 0)
            {
                Assert.Equal(expected.Values.Min(), queue.LeastKey);
                Assert.True(expected.Remove(queue.Take()));
            }

            Assert.Empty(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static double Length(int[] path, RandomGraphs.EdgeList edges, double[] weights) => path.Zip(path.Skip(1))
        .Sum(step => Enumerable.Range(0, weights.Length).Where(e => edges.Edges[e] == step).Min(e => weights[e]));

    internal static DirectedCsr Random(int nodes, int edgeCount, string kind, int seed)
    {
        Random random = new(seed);
        (int, int)[] edges = new (int, int)[edgeCount];
        double[] weights = new double[edgeCount];
        for (int e = 0; e < edgeCount; e++)
        {
            edges[e] = (random.Next(nodes), random.Next(nodes));
            weights[e] = kind switch
            {
                "uniform" => random.NextDouble(),
                "equal" => 3,
                "zero" => 0,
                "long tail" => Math.Pow(10, random.Next(-30, 30)),
                "one giant" => e == 0 ? 1e250 : random.NextDouble(),
                _ => random.Next(1, 5) * double.Epsilon,
            };
        }

        return DirectedCsr.FromEdges(nodes, edges, weights);
    }
}
