using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class BetweennessTests
{
    private const double Tolerance = 1e-11;

    // Oracle: the definition over all paths there are, tried one by one.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scores_of_directed_graphs_are_the_definition_over_all_paths(bool weighted) =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 6, mostEdges: 16), edges =>
        {
            DirectedCsr graph = weighted ? edges.Weighted : edges.Directed;
            (double[] nodes, double[] ofEdges) = PathEnumeration.Betweenness(edges, weighted);
            AssertNear(nodes, Betweenness.Compute(graph).Scores);
            AssertNear(InRows(edges, ofEdges), Betweenness.OfEdges(graph).Scores);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [InlineData(ParallelEdges.Merge)]
    [InlineData(ParallelEdges.Keep)]
    public void Scores_of_undirected_graphs_count_each_pair_once(ParallelEdges parallel) =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 6, mostEdges: 10), edges =>
        {
            UndirectedCsr graph = UndirectedCsr.Of(edges.Directed, parallel, keepLoops: true);
            RandomGraphs.EdgeList both = Entries(graph);
            (double[] nodes, double[] ofEntries) = PathEnumeration.Betweenness(both, weighted: false);
            AssertNear([.. nodes.Select(sum => sum / 2)], Betweenness.Compute(graph).Scores);
            AssertNear(ofEntries, Betweenness.OfEdges(graph).Scores);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Weighted_undirected_graphs_are_scored_by_length() =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 6, mostEdges: 8), edges =>
        {
            UndirectedCsr graph = UndirectedCsr.Of(edges.Weighted);
            RandomGraphs.EdgeList both = Entries(graph);
            (double[] nodes, double[] ofEntries) = PathEnumeration.Betweenness(both, weighted: true);
            AssertNear([.. nodes.Select(sum => sum / 2)], Betweenness.Compute(graph).Scores);
            AssertNear(ofEntries, Betweenness.OfEdges(graph).Scores);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    // Both ways of accumulating, whichever the kernel would choose. Oracle: all paths tried one by one.
    [Fact]
    public void One_source_at_a_time_and_eight_add_up_to_the_definition() =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 7, mostEdges: 14), edges =>
        {
            DirectedCsr graph = edges.Directed;
            (double[] nodes, double[] ofEdges) = PathEnumeration.Betweenness(edges, weighted: false);
            foreach (IPathDependencies dependencies in Both(graph))
            {
                (double[] foundNodes, double[] foundEdges) = Sum(dependencies, graph);
                AssertNear(nodes, foundNodes);
                AssertNear(InRows(edges, ofEdges), foundEdges);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // Wide and deep enough for searches to turn round. Oracle: distances and numbers of paths between all pairs from powers of the matrix.
    [Theory]
    [InlineData(120, 1000)]
    [InlineData(120, 200)]
    [InlineData(150, 140)]
    public void Larger_graphs_agree_with_powers_of_the_matrix(int nodes, int edges)
    {
        DirectedCsr graph = Shapes.Random(nodes, edges, seed: 5);
        double[] expected = OfMatrixPowers(graph);
        AssertNear(expected, Betweenness.Compute(graph).Scores, 1e-9);
        foreach (IPathDependencies dependencies in Both(graph)) AssertNear(expected, Sum(dependencies, graph).Nodes, 1e-9);
        UndirectedCsr undirected = UndirectedCsr.Of(graph);
        double[] ofUndirected = OfMatrixPowers(undirected.AsDirected());
        AssertNear([.. ofUndirected.Select(sum => sum / 2)], Betweenness.Compute(undirected).Scores, 1e-9);
        foreach (IPathDependencies dependencies in Both(undirected.AsDirected()))
            AssertNear(ofUndirected, Sum(dependencies, undirected.AsDirected()).Nodes, 1e-9);
    }

    [Fact]
    public void Scores_are_the_same_to_the_bit_for_any_number_of_threads()
    {
        DirectedCsr graph = Shapes.Random(1500, 9000, seed: 9);
        UndirectedCsr undirected = UndirectedCsr.Of(graph);
        ReadOnlyMemory<double>[] first = Run(1);
        foreach (int threads in Shapes.ThreadCounts)
            foreach ((ReadOnlyMemory<double> expected, ReadOnlyMemory<double> found) in first.Zip(Run(threads)))
                Shapes.AssertSameBits(expected, found);

        ReadOnlyMemory<double>[] Run(int threads)
        {
            Execution run = new() { Threads = threads };
            return
            [
                Betweenness.Compute(graph, null, run).Scores, Betweenness.Compute(undirected, null, run).Scores,
                Betweenness.OfEdges(graph, null, run).Scores, Betweenness.OfEdges(undirected, null, run).Scores,
            ];
        }
    }

    [Fact]
    public void Normalised_scores_of_a_star_and_a_circle_are_those_of_the_textbook()
    {
        UndirectedCsr star = UndirectedCsr.Of(Shapes.Star(50));
        BetweennessOptions normalized = new() { Normalized = true };
        Assert.Equal(1, Betweenness.Compute(star, normalized).Scores.Span[0], Tolerance);
        Assert.Equal(0, Betweenness.Compute(star, normalized).Scores.Span[7], Tolerance);
        Assert.All(Betweenness.OfEdges(star, normalized).Scores.ToArray(), score => Assert.Equal(49 / (50 * 49 / 2.0), score, Tolerance));

        // In a directed circle of n nodes each is inside the paths of (n − 1)(n − 2)/2 ordered pairs.
        Assert.All(Betweenness.Compute(Shapes.Cycle(30), normalized).Scores.ToArray(), score => Assert.Equal(0.5, score, Tolerance));
        Assert.All(Betweenness.OfEdges(Shapes.Cycle(30)).Scores.ToArray(), score => Assert.Equal(30 * 29 / 2.0, score, Tolerance));
    }

    [Fact]
    public void A_long_path_and_a_wide_star_have_their_known_scores()
    {
        const int N = 3000;
        double[] path = Betweenness.Compute(UndirectedCsr.Of(Shapes.Path(N))).Scores.ToArray();
        for (int v = 0; v < N; v++) Assert.Equal((double)v * (N - 1 - v), path[v], 1e-6);
        Assert.All(Betweenness.Compute(Shapes.Star(1_000_000)).Scores.ToArray(), score => Assert.Equal(0, score));
    }

    // What igraph 0.10 answers, which also counts parallel edges as paths of their own.
    [Fact]
    public void Parallel_edges_are_paths_of_their_own()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(4, [(0, 1), (0, 1), (1, 3), (0, 2), (2, 3)], null, ParallelEdges.Keep);
        AssertNear([2.0 / 3, 2.0 / 3, 1.0 / 3, 1.0 / 3], Betweenness.Compute(graph).Scores);
        AssertNear([7.0 / 6, 7.0 / 6, 2, 7.0 / 6, 7.0 / 6, 2, 2, 5.0 / 3, 2, 5.0 / 3], Betweenness.OfEdges(graph).Scores);
    }

    [Fact]
    public void Rows_may_begin_after_the_first_node() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            double[] expected = Betweenness.Compute(edges.Directed).Scores.ToArray();
            DirectedCsr shifted = Shapes.Shifted(edges, 3);
            AssertNear([0, 0, 0, .. expected, 0, 0, 0], Betweenness.Compute(shifted).Scores);
            AssertNear(Betweenness.OfEdges(edges.Directed).Scores.ToArray(), Betweenness.OfEdges(shifted).Scores);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void More_paths_than_can_be_counted_are_refused_and_as_many_as_can_are_not()
    {
        Assert.Equal("PGA030", Assert.Throws<PapergraphException>(() => Betweenness.Compute(Shapes.Diamonds(1100))).Code);
        Assert.Equal("PGA030", Assert.Throws<PapergraphException>(() => Betweenness.Compute(UndirectedCsr.Of(Shapes.Diamonds(1100)))).Code);

        // Node 3 is inside all paths from the 3 nodes before it to the 3·999 after it.
        Assert.Equal(3.0 * 2997, Betweenness.Compute(Shapes.Diamonds(1000)).Scores.Span[3], 1e-6);
    }

    [Fact]
    public void Weights_too_small_to_change_a_length_do_no_harm()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(4, [(0, 3), (3, 2), (2, 1), (1, 3)], [1e20, 1, 1, 1]);
        Assert.Equal([0.0, 1, 2, 3], Betweenness.Compute(graph).Scores.ToArray());
    }

    [Fact]
    public void Graphs_of_no_node_and_of_one_have_nothing_between()
    {
        BetweennessOptions normalized = new() { Normalized = true };
        Assert.Empty(Betweenness.Compute(DirectedCsr.FromEdges(0, []), normalized).Scores.ToArray());
        Assert.Empty(Betweenness.OfEdges(UndirectedCsr.FromEdges(0, [])).Scores.ToArray());
        Assert.Equal([0.0], Betweenness.Compute(DirectedCsr.FromEdges(1, [(0, 0)]), normalized).Scores.ToArray());
        Assert.Equal([0.0], Betweenness.OfEdges(DirectedCsr.FromEdges(1, [(0, 0)]), normalized).Scores.ToArray());
        Assert.Equal([0.0, 0], Betweenness.Compute(UndirectedCsr.FromEdges(2, [(0, 1)]), normalized).Scores.ToArray());
        Assert.Equal([1.0, 1], Betweenness.OfEdges(UndirectedCsr.FromEdges(2, [(0, 1)]), normalized).Scores.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(double.NaN)]
    public void Weights_that_are_no_lengths_are_refused(double weight) => Assert.Equal(
        "PGA002", Assert.Throws<PapergraphException>(() => Betweenness.Compute(DirectedCsr.FromEdges(2, [(0, 1)], [weight]))).Code);

    [Fact]
    public void Progress_comes_to_the_number_of_nodes_and_cancelling_ends_it()
    {
        DirectedCsr graph = Shapes.Random(1000, 5000, seed: 2);
        List<ProgressUpdate> updates = [];
        using CancellationTokenSource source = new();
        Betweenness.Compute(graph, null, new Execution { Progress = new Collecting(updates.Add) });
        Assert.Equal((1000, 1000), (updates[^1].Done, updates[^1].Total));
        Assert.Throws<OperationCanceledException>(() => Betweenness.Compute(
            graph, null, new Execution { Progress = new Collecting(_ => source.Cancel()), Cancellation = source.Token }));
    }

    private sealed class Collecting(Action<ProgressUpdate> report) : IProgress<ProgressUpdate>
    {
        public void Report(ProgressUpdate value) => report(value);
    }

    private static IPathDependencies[] Both(DirectedCsr graph) =>
    [
        new BatchedBrandes(graph.NodeCount, graph.OutgoingRows, graph.IncomingRows, CancellationToken.None),
        new SingleBrandes(graph.NodeCount, graph.OutgoingRows, CancellationToken.None),
    ];

    private static (double[] Nodes, double[] Edges) Sum(IPathDependencies dependencies, DirectedCsr graph)
    {
        double[] nodes = new double[graph.NodeCount], onlyNodes = new double[graph.NodeCount], edges = new double[graph.EdgeCount];
        for (int first = 0; first < graph.NodeCount; first += dependencies.Width)
        {
            int[] sources = [.. Enumerable.Range(first, Math.Min(dependencies.Width, graph.NodeCount - first))];
            dependencies.Add(sources, nodes, edges);
            dependencies.Add(sources, onlyNodes, []);
        }

        AssertNear(nodes, onlyNodes);
        return (nodes, edges);
    }

    private static RandomGraphs.EdgeList Entries(UndirectedCsr graph)
    {
        List<(int, int)> entries = [];
        List<double> weights = [];
        for (int v = 0; v < graph.NodeCount; v++)
        {
            double[] row = graph.Rows.WeightsOf(v).ToArray();
            int[] neighbours = graph.Neighbours(v).ToArray();
            for (int k = 0; k < neighbours.Length; k++)
            {
                entries.Add((v, neighbours[k]));
                weights.Add(row.Length > 0 ? row[k] : 1);
            }
        }

        return new(graph.NodeCount, [.. entries], [.. weights]);
    }

    // The scores of edges as listed, put in the order of the outgoing rows.
    private static double[] InRows(RandomGraphs.EdgeList graph, double[] scores) =>
        [.. Enumerable.Range(0, scores.Length).OrderBy(e => graph.Edges[e]).Select(e => scores[e])];

    private static double[] OfMatrixPowers(DirectedCsr graph)
    {
        int n = graph.NodeCount;
        double[,] adjacency = new double[n, n], power = new double[n, n], paths = new double[n, n];
        int[,] distance = new int[n, n];
        for (int u = 0; u < n; u++)
        {
            (power[u, u], paths[u, u]) = (1, 1);
            foreach (int v in graph.Outgoing(u)) adjacency[u, v]++;
        }

        for (int length = 1; length < n; length++)
        {
            double[,] next = new double[n, n];
            bool isNew = false;
            for (int s = 0; s < n; s++)
            {
                for (int u = 0; u < n; u++)
                {
                    if (power[s, u] == 0) continue;
                    for (int t = 0; t < n; t++) next[s, t] += power[s, u] * adjacency[u, t];
                }

                for (int t = 0; t < n; t++)
                {
                    if (next[s, t] == 0 || paths[s, t] > 0) continue;
                    (paths[s, t], distance[s, t], isNew) = (next[s, t], length, true);
                }

                // Only walks that are shortest paths so far can be part of longer ones.
                for (int t = 0; t < n; t++)
                    if (distance[s, t] != length) next[s, t] = 0;
            }

            if (!isNew) break;
            power = next;
        }

        double[] scores = new double[n];
        for (int s = 0; s < n; s++)
            for (int t = 0; t < n; t++)
                for (int v = 0; v < n; v++)
                {
                    if (s == t || v == s || v == t || paths[s, t] * paths[s, v] * paths[v, t] == 0) continue;
                    if (distance[s, v] + distance[v, t] == distance[s, t]) scores[v] += paths[s, v] * paths[v, t] / paths[s, t];
                }

        return scores;
    }

    private static void AssertNear(double[] expected, ReadOnlyMemory<double> found, double tolerance = Tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found.Span[i], tolerance);
    }
}
