using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.Algorithms.Tests.Centrality;

public class PageRankTests
{
    private static readonly PageRankOptions Exact = new() { Tolerance = 1e-13, MaxIterations = 10_000 };

    // Oracle: the Google matrix of the definition, its stationary distribution by elimination.
    private static double[] GoogleSystem(double[,] weights, double damping, double[] starts)
    {
        int n = starts.Length;
        double[,] system = new double[n, n];
        for (int u = 0; u < n; u++)
        {
            double outgoing = Enumerable.Range(0, n).Sum(v => weights[u, v]);
            for (int v = 0; v < n; v++)
                system[v, u] = (u == v ? 1 : 0) - (damping * (outgoing > 0 ? weights[u, v] / outgoing : starts[v]));
        }

        return DenseMatrix.Solve(system, [.. starts.Select(start => (1 - damping) * start)]);
    }

    private static double[] Uniform(int n) => [.. Enumerable.Repeat(1.0 / n, n)];

    [Fact]
    public void Agrees_with_the_linear_system_on_small_random_graphs() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            foreach (double damping in (double[])[0, 0.5, 0.85, 0.99])
            {
                PageRankOptions options = Exact with { Damping = damping };
                double[] starts = Uniform(edges.NodeCount);
                AssertClose(GoogleSystem(edges.Matrix(), damping, starts), PageRank.Compute(edges.Directed, options));
                AssertClose(GoogleSystem(edges.WeightMatrix(), damping, starts), PageRank.Compute(edges.Weighted, options));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Starts_where_it_is_told_to_after_dangling_nodes_too() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            double[] starts = [.. Enumerable.Range(0, edges.NodeCount).Select(v => (double)(v % 3))];
            starts[0] = 2;
            double sum = starts.Sum();
            AssertClose(
                GoogleSystem(edges.WeightMatrix(), 0.85, [.. starts.Select(start => start / sum)]),
                PageRank.Compute(edges.Weighted, Exact with { Personalization = starts }));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Many_clicks_come_to_the_same() =>
        Prop.ForAll(RandomGraphs.Small(), edges => AssertClose(
            GoogleSystem(edges.WeightMatrix(), 0.85, Uniform(edges.NodeCount)),
            PageRank.Compute(edges.Weighted, new() { Clicks = 250 }))).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    // Large strong components go another way than small ones. Oracle: one step of the definition leaves the ranks as they are.
    [Theory]
    [InlineData(100, 300_000, true)]
    [InlineData(50_000, 400_000, false)]
    [InlineData(100_000, 150_000, true)]
    public void Large_components_satisfy_the_definition(int n, int m, bool weighted)
    {
        DirectedCsr graph = RandomDirected(n, m, weighted);
        IteratedScores result = PageRank.Compute(graph, new() { Tolerance = 1e-11 });
        Assert.True(result.Converged);
        Assert.InRange(result.Residual, 0, 1e-11);
        ReadOnlySpan<double> ranks = result.Scores.Span;
        double[] next = new double[n];
        double dangling = 0;
        for (int u = 0; u < n; u++)
        {
            ReadOnlySpan<int> row = graph.Outgoing(u);
            double[] weights = weighted ? graph.OutgoingRows.WeightsOf(u).ToArray() : [.. Enumerable.Repeat(1.0, row.Length)];
            if (row.IsEmpty) dangling += ranks[u];
            for (int i = 0; i < row.Length; i++) next[row[i]] += 0.85 * ranks[u] * weights[i] / weights.Sum();
        }

        double change = 0;
        for (int v = 0; v < n; v++) change += Math.Abs(next[v] + ((0.15 + (0.85 * dangling)) / n) - ranks[v]);
        Assert.InRange(change, 0, 1e-11);
    }

    [Theory]
    [InlineData(100, 300_000)]
    [InlineData(60_000, 400_000)]
    [InlineData(50_000, 60_000)]
    public void Ranks_are_the_same_to_the_bit_for_any_number_of_threads(int n, int m)
    {
        DirectedCsr graph = RandomDirected(n, m, weighted: false);
        IteratedScores one = PageRank.Compute(graph, execution: new() { Threads = 1 });
        foreach (int threads in (int[])[2, 3, 8])
        {
            IteratedScores several = PageRank.Compute(graph, execution: new() { Threads = threads });
            Assert.Equal(one.Iterations, several.Iterations);
            Assert.True(one.Scores.Span.SequenceEqual(several.Scores.Span));
        }
    }

    [Fact]
    public void A_graph_without_cycles_takes_one_sweep()
    {
        DirectedCsr citations = DirectedCsr.FromEdges(5, [(4, 2), (4, 1), (3, 1), (2, 0), (1, 0)]);
        IteratedScores result = PageRank.Compute(citations);
        Assert.Equal((1, 0.0, true), (result.Iterations, result.Residual, result.Converged));
    }

    [Fact]
    public void An_empty_graph_has_no_ranks_and_a_node_alone_has_all()
    {
        Assert.True(PageRank.Compute(DirectedCsr.FromEdges(0, [])).Scores.IsEmpty);
        Assert.Equal([1.0], PageRank.Compute(DirectedCsr.FromEdges(1, [])).Scores.ToArray());
        Assert.Equal([1.0], PageRank.Compute(DirectedCsr.FromEdges(1, [(0, 0)])).Scores.ToArray());
        Assert.Equal([0.25, 0.25, 0.25, 0.25], PageRank.Compute(DirectedCsr.FromEdges(4, [])).Scores.ToArray());
    }

    // Closed forms: r(k) ∝ 1 + d + … + dᵏ along a path; on a ring all are equal; the centre of a star collects d of n − 1 leaves.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_path_and_a_ring_of_a_million_nodes(bool closed)
    {
        const int N = 1_000_000;
        (int, int)[] edges = [.. Enumerable.Range(0, closed ? N : N - 1).Select(v => (v, (v + 1) % N))];
        ReadOnlySpan<double> ranks = PageRank.Compute(DirectedCsr.FromEdges(N, edges), new() { Tolerance = 1e-12 }).Scores.Span;
        double sum = 0;
        for (int v = 0; v < N; v++) sum += closed ? 1 : (1 - Math.Pow(0.85, v + 1)) / 0.15;
        foreach (int v in (int[])[0, 1, 5, 500_000, 999_999])
            Assert.Equal(1.0, ranks[v] / ((closed ? 1 : (1 - Math.Pow(0.85, v + 1)) / 0.15) / sum), 1e-9);
    }

    [Fact]
    public void A_star_of_a_million_leaves()
    {
        const int N = 1_000_000;
        DirectedCsr star = DirectedCsr.FromEdges(N, [.. Enumerable.Range(1, N - 1).Select(leaf => (leaf, 0))]);
        ReadOnlySpan<double> ranks = PageRank.Compute(star).Scores.Span;
        Assert.Equal(1 + (0.85 * (N - 1)), ranks[0] / ranks[1], 1e-3);
        ReadOnlySpan<double> both = PageRank.Compute(UndirectedCsr.Of(star).AsDirected(), new() { Tolerance = 1e-6 }).Scores.Span;

        // Centre c and leaf l: c = 0.15/n + 0.85·(1 − c), l = (1 − c)/(n − 1).
        Assert.Equal(((0.15 / N) + 0.85) / 1.85, both[0], 1e-5);
    }

    [Fact]
    public void Options_and_weights_out_of_range_are_refused()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(2, [(0, 1)]);
        Assert.Equal("PGA001", Refused(() => PageRank.Compute(graph, new() { Damping = 1 })));
        Assert.Equal("PGA001", Refused(() => PageRank.Compute(graph, new() { Damping = double.NaN })));
        Assert.Equal("PGA001", Refused(() => PageRank.Compute(graph, new() { Tolerance = -1 })));
        Assert.Equal("PGA001", Refused(() => PageRank.Compute(graph, new() { MaxIterations = 0 })));
        Assert.Equal("PGA001", Refused(() => PageRank.Compute(graph, new() { Clicks = 0 })));
        Assert.Equal("PGA003", Refused(() => PageRank.Compute(graph, new() { Personalization = new double[3] })));
        Assert.Equal("PGA001", Refused(() => PageRank.Compute(graph, new() { Personalization = new double[2] })));
        foreach (double weight in (double[])[double.Epsilon, -1, double.NaN, double.PositiveInfinity])
            Assert.Equal("PGA002", Refused(() => PageRank.Compute(DirectedCsr.FromEdges(2, [(0, 1)], [weight]))));
    }

    [Fact]
    public void Too_few_sweeps_are_said_to_be_too_few()
    {
        IteratedScores result = PageRank.Compute(RandomDirected(200, 1000, weighted: false), new() { MaxIterations = 2 });
        Assert.Equal((2, false), (result.Iterations, result.Converged));
        Assert.True(result.Residual > 1e-9);
    }

    [Fact]
    public void Cancellation_ends_it()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            PageRank.Compute(RandomDirected(200, 1000, weighted: false), execution: new() { Cancellation = source.Token }));
    }

    // Expected outputs of LDBC Graphalytics: exactly so many clicks as its validation asks for.
    [SkippableTheory]
    [InlineData("pr/dir", true, 14)]
    [InlineData("pr/undir", false, 26)]
    public void Graphalytics_expects_the_same(string name, bool directed, int clicks)
    {
        string folder = Repo.Shared("conformance", "graphalytics", "validation-graphs");
        double[][] lines = [.. File.ReadLines(Path.Combine(folder, name + "-input")).Select(Numbers)];
        double[][] expected = [.. File.ReadLines(Path.Combine(folder, name + "-output")).Select(Numbers)];
        int n = (int)expected.Max(line => line[0]) + 1;
        List<int> nodes = [.. expected.Select(line => (int)line[0]).Order()];
        (int, int)[] edges =
        [
            .. lines.SelectMany(line => line.Skip(1).Select(target => (nodes.BinarySearch((int)line[0]), nodes.BinarySearch((int)target)))),
        ];
        DirectedCsr graph = directed ? DirectedCsr.FromEdges(nodes.Count, edges) : UndirectedCsr.FromEdges(nodes.Count, edges).AsDirected();
        ReadOnlySpan<double> ranks = PageRank.Compute(graph, new() { Clicks = clicks }).Scores.Span;
        foreach (double[] line in expected) Assert.Equal(1.0, ranks[nodes.BinarySearch((int)line[0])] / line[1], 1e-4);
    }

    private static string Refused(Action action) => Assert.Throws<PapergraphException>(action).Code;

    internal static DirectedCsr RandomDirected(int n, int m, bool weighted)
    {
        Xoshiro256 random = new(7);
        (int, int)[] edges = new (int, int)[m];
        double[]? weights = weighted ? new double[m] : null;
        for (int i = 0; i < m; i++)
        {
            edges[i] = (random.Next(n), random.Next(n));
            if (weights is not null) weights[i] = 1 + random.NextDouble();
        }

        return DirectedCsr.FromEdges(n, edges, weights);
    }

    private static double[] Numbers(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static void AssertClose(double[] expected, IteratedScores actual)
    {
        Assert.True(actual.Converged || actual.Iterations == 250);
        for (int v = 0; v < expected.Length; v++) Assert.Equal(expected[v], actual.Scores.Span[v], 1e-10);
    }
}
