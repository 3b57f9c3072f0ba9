using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class ApproximateBetweennessTests
{
    // A failure is a run in which some node is off by more than the error. With a probability of at most 0.1 each, 200 runs have more
    // than 40 of them less often than once in 10⁴ times, and the seeds are fixed.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_error_stays_within_its_bound_as_often_as_promised(bool directed)
    {
        const double Error = 0.05;
        DirectedCsr graph = Shapes.Random(60, 150, seed: 4);
        UndirectedCsr undirected = UndirectedCsr.Of(graph);
        double[] exact = Exact(graph, undirected, directed);
        int failures = 0;
        for (ulong seed = 0; seed < 200; seed++)
        {
            ApproximateBetweennessOptions options = new() { Error = Error, FailureProbability = 0.1, Seed = seed };
            ApproximateBetweennessResult found = directed
                ? ApproximateBetweenness.Compute(graph, options, new Execution { Threads = 1 })
                : ApproximateBetweenness.Compute(undirected, options, new Execution { Threads = 1 });
            double worst = exact.Select((score, v) => Math.Abs(score - found.Scores.Span[v])).Max();
            if (worst > Error) failures++;
            Assert.True(worst > 0);
        }

        Assert.InRange(failures, 0, 40);
    }

    // Unbiased: scores of many seeds have the exact ones as their mean. 5 standard deviations of a mean of that many yes-or-no samples.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_mean_of_many_runs_is_the_exact_score(bool directed)
    {
        DirectedCsr graph = Shapes.Random(30, 70, seed: 8);
        UndirectedCsr undirected = UndirectedCsr.Of(graph, ParallelEdges.Keep);
        double[] exact = Exact(graph, undirected, directed), counts = new double[30];
        long samples = 0;
        for (ulong seed = 0; seed < 40; seed++)
        {
            ApproximateBetweennessOptions options = new() { Error = 0.03, Seed = seed };
            ApproximateBetweennessResult found = directed
                ? ApproximateBetweenness.Compute(graph, options) : ApproximateBetweenness.Compute(undirected, options);
            samples += found.Samples;
            for (int v = 0; v < 30; v++) counts[v] += found.Scores.Span[v] * found.Samples;
        }

        for (int v = 0; v < 30; v++)
            Assert.Equal(exact[v], counts[v] / samples, (5 * Math.Sqrt(exact[v] * (1 - exact[v]) / samples)) + 1e-9);
    }

    [Fact]
    public void A_smaller_error_or_probability_takes_more_samples_and_never_more_than_suffice()
    {
        UndirectedCsr graph = UndirectedCsr.Of(Shapes.Random(300, 900, seed: 1));
        int Samples(double error, double probability)
        {
            ApproximateBetweennessOptions options = new() { Error = error, FailureProbability = probability };
            ApproximateBetweennessResult found = ApproximateBetweenness.Compute(graph, options);
            Assert.Equal((error, probability), (found.Error, found.FailureProbability));
            Assert.InRange(found.Samples, 1, AdaptiveStopping.MostSamples(PathLengthBound.OfUndirected(300, graph.Rows, default), options));
            return found.Samples;
        }

        Assert.True(Samples(0.02, 0.1) > Samples(0.05, 0.1));
        Assert.True(Samples(0.02, 0.001) > Samples(0.02, 0.5));
    }

    [Fact]
    public void Scores_are_the_same_to_the_bit_for_any_number_of_threads_and_differ_by_seed()
    {
        UndirectedCsr graph = UndirectedCsr.Of(Shapes.Random(2000, 9000, seed: 6));
        ApproximateBetweennessOptions options = new() { Error = 0.03 };
        ApproximateBetweennessResult first = ApproximateBetweenness.Compute(graph, options, new Execution { Threads = 1 });
        foreach (int threads in Shapes.ThreadCounts)
        {
            ApproximateBetweennessResult found = ApproximateBetweenness.Compute(graph, options, new Execution { Threads = threads });
            Assert.Equal(first.Samples, found.Samples);
            Shapes.AssertSameBits(first.Scores, found.Scores);
        }

        Assert.NotEqual(first.Scores.ToArray(), ApproximateBetweenness.Compute(graph, options with { Seed = 2 }).Scores.ToArray());
    }

    // Three ways from 0 to 7: two over 1 (by a pair of nodes behind it), one over 2. Each path is one of three.
    [Fact]
    public void Each_shortest_path_is_drawn_as_often_as_any_other()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(8, [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (3, 6), (4, 6), (5, 6), (6, 7)]);
        PathSampler sampler = new(8, graph.OutgoingRows, graph.IncomingRows);
        int[] counts = new int[8];
        Xoshiro256 random = new(1);
        const int Samples = 30_000;
        for (int i = 0; i < Samples; i++) sampler.Sample(0, 7, ref random, counts);
        double spread = 5 * Math.Sqrt(Samples * 2.0 / 9);
        Assert.Equal((0, Samples, 0), (counts[0], counts[6], counts[7]));
        Assert.Equal((Samples, Samples), (counts[1] + counts[2], counts[3] + counts[4] + counts[5]));
        foreach (int v in (int[])[2, 3, 4, 5]) Assert.InRange(counts[v], (Samples / 3.0) - spread, (Samples / 3.0) + spread);
        Assert.Equal(counts[2], counts[5]);
    }

    // Oracle: all paths tried one by one; a sample must be one of them.
    [Fact]
    public void Whatever_is_drawn_is_a_shortest_path() =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 7, mostEdges: 14, leastNodes: 2), edges =>
        {
            DirectedCsr graph = edges.Directed;
            PathSampler sampler = new(graph.NodeCount, graph.OutgoingRows, graph.IncomingRows);
            Xoshiro256 random = new(3);
            for (int s = 0; s < graph.NodeCount; s++)
            {
                for (int t = 0; t < graph.NodeCount; t++)
                {
                    if (s == t) continue;
                    List<List<int>> paths = PathEnumeration.Shortest(edges, s, t, weighted: false);
                    int[] counts = new int[graph.NodeCount];
                    sampler.Sample(s, t, ref random, counts);
                    int[] inner = [.. Enumerable.Range(0, counts.Length).Where(v => counts[v] > 0)];
                    Assert.All(counts, count => Assert.InRange(count, 0, 1));
                    if (paths.Count == 0) Assert.Empty(inner);
                    else Assert.Contains(paths, path => path[..^1].Select(e => edges.Edges[e].Target).Order().SequenceEqual(inner));
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Graphs_in_which_nothing_is_between_take_no_samples()
    {
        foreach (UndirectedCsr graph in (UndirectedCsr[])
            [
                UndirectedCsr.FromEdges(0, []), UndirectedCsr.FromEdges(1, []), UndirectedCsr.FromEdges(2, [(0, 1)]), UndirectedCsr.FromEdges(9, []),
            ])
        {
            ApproximateBetweennessResult found = ApproximateBetweenness.Compute(graph);
            Assert.Equal(0, found.Samples);
            Assert.Equal(new double[graph.NodeCount], found.Scores.ToArray());
        }

        Assert.Empty(ApproximateBetweenness.Compute(DirectedCsr.FromEdges(0, [])).Scores.ToArray());
    }

    [Fact]
    public void The_middle_of_a_star_of_a_million_is_between_nearly_all()
    {
        UndirectedCsr star = UndirectedCsr.Of(Shapes.Star(1_000_000));
        ApproximateBetweennessResult found = ApproximateBetweenness.Compute(star, new() { Error = 0.1 });
        Assert.InRange(found.Scores.Span[0], 0.99, 1);
    }

    [Fact]
    public void More_paths_than_can_be_counted_are_refused()
    {
        // Half of the path is counted from either end.
        PathSampler sampler = new(10_000, Shapes.Diamonds(2500).OutgoingRows, Shapes.Diamonds(2500).IncomingRows);
        Xoshiro256 random = new(1);
        Assert.Equal("PGA030", Assert.Throws<PapergraphException>(() => sampler.Sample(0, 7500, ref random, new int[10_000])).Code);
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(1, 0.1)]
    [InlineData(double.NaN, 0.1)]
    [InlineData(0.1, 0)]
    [InlineData(0.1, 1)]
    [InlineData(1e-9, 0.1)]
    public void Bounds_that_cannot_be_kept_are_refused(double error, double probability) => Assert.Equal(
        "PGA001",
        Assert.Throws<PapergraphException>(() => ApproximateBetweenness.Compute(
            Shapes.Path(5), new() { Error = error, FailureProbability = probability })).Code);

    private static double[] Exact(DirectedCsr graph, UndirectedCsr undirected, bool directed)
    {
        double n = graph.NodeCount;
        double[] scores = (directed ? Betweenness.Compute(graph) : Betweenness.Compute(undirected)).Scores.ToArray();
        return [.. scores.Select(score => score * (directed ? 1 : 2) / (n * (n - 1)))];
    }
}
