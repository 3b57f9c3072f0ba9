using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Paths;

public class RandomWalksTests
{
    [Fact]
    public void Walks_follow_edges_and_end_only_where_none_leads_on() =>
        Prop.ForAll(RandomGraphs.Small(), ArbMap.Default.ArbFor<bool>(), ArbMap.Default.ArbFor<bool>(), (edges, weighted, secondOrder) =>
        {
            double[] weights = [.. edges.Weights.Select(weight => Math.Max(0, weight - 4))];
            DirectedCsr graph = weighted ? DirectedCsr.FromEdges(edges.NodeCount, edges.Edges, weights) : edges.Directed;
            RandomWalksOptions options = new() { WalksPerNode = 3, Length = 9, ReturnParameter = secondOrder ? 0.1 : 1, InOutParameter = secondOrder ? 5 : 1 };
            WalkCorpus walks = RandomWalks.Compute(graph, options);
            Assert.Equal(3 * edges.NodeCount, walks.Count);
            bool Leads(int from, int to) => edges.Edges.Where((e, i) => e == (from, to) && (!weighted || weights[i] > 0)).Any();
            for (int i = 0; i < walks.Count; i++)
            {
                int[] walk = walks[i].ToArray();
                Assert.Equal(i % edges.NodeCount, walk[0]);
                Assert.All(walk.Zip(walk.Skip(1)), step => Assert.True(Leads(step.First, step.Second)));
                if (walk.Length < 9) Assert.DoesNotContain(Enumerable.Range(0, edges.NodeCount), to => Leads(walk[^1], to));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Walks_are_the_same_for_any_number_of_threads_and_others_for_another_seed()
    {
        DirectedCsr graph = WeightedPathsTests.Random(2000, 12_000, "uniform", seed: 5);
        string Walk(int threads, ulong seed)
        {
            WalkCorpus walks = RandomWalks.Compute(
                graph, new() { WalksPerNode = 2, Length = 20, ReturnParameter = 2, Seed = seed }, new Execution { Threads = threads });
            return string.Join('\n', Enumerable.Range(0, walks.Count).Select(i => string.Join(' ', walks[i].ToArray())));
        }

        string first = Walk(1, 1);
        Assert.All((int[])[2, 3, 8], threads => Assert.Equal(first, Walk(threads, 1)));
        Assert.NotEqual(first, Walk(1, 2));
    }

    // Oracle: the probabilities of the definition; the bound is five standard deviations of a binomial count.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.25, 4)]
    [InlineData(1000, 0.001)]
    public void Steps_are_as_frequent_as_the_definition_has_them(double p, double q)
    {
        // From 0 the walk must come to 1; there 0 is back, 2 and 3 are neighbours of 0, 4 and 5 are not; 5 has two parallel edges.
        (int, int)[] edges = [(0, 1), (0, 2), (0, 3), (1, 0), (1, 2), (1, 3), (1, 4), (1, 5), (1, 5)];
        double[] weights = [1, 0, 0, 2, 3, 0, 0.5, 4, 1];
        const int Walks = 200_000;
        RandomWalksOptions options = new()
        {
            WalksPerNode = Walks,
            Length = 3,
            ReturnParameter = p,
            InOutParameter = q,
            Starts = new[] { 0 },
        };
        WalkCorpus walks = RandomWalks.Compute(DirectedCsr.FromEdges(6, edges, weights), options);
        int[] counts = new int[6];
        for (int i = 0; i < walks.Count; i++)
        {
            Assert.Equal(1, walks[i].Span[1]);
            counts[walks[i].Span[2]]++;
        }

        double[] shares = [2 / p, 0, 3, 0, 0.5 / q, 5 / q];
        for (int node = 0; node < 6; node++)
        {
            double probability = shares[node] / shares.Sum(), expected = Walks * probability;
            Assert.InRange(counts[node] - expected, -5 * Math.Sqrt(expected * (1 - probability)), 5 * Math.Sqrt(expected * (1 - probability)));
        }
    }

    // Oracle: without weights and on a graph without directions a walk is at a node as often as its degree says.
    [Fact]
    public void Long_walks_visit_nodes_in_proportion_to_their_degrees()
    {
        DirectedCsr graph = UndirectedCsr.FromEdges(5, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (2, 4), (1, 3)]).AsDirected();
        WalkCorpus walks = RandomWalks.Compute(graph, new() { WalksPerNode = 2000, Length = 101 });
        long[] visits = new long[5];
        for (int i = 0; i < walks.Count; i++) visits[walks[i].Span[^1]]++;
        for (int node = 0; node < 5; node++) Assert.Equal(graph.OutgoingRows.Degree(node) / 14.0, visits[node] / 10_000.0, 0.03);
    }

    [Fact]
    public void Weights_at_the_ends_of_double_precision_are_drawn_in_proportion()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(3, [(0, 1), (0, 2), (1, 1), (2, 1), (2, 2)], [1.7e308, 1.7e308, 0, double.Epsilon, double.Epsilon]);
        WalkCorpus walks = RandomWalks.Compute(graph, new() { WalksPerNode = 10_000, Length = 2, Starts = new[] { 0, 1, 2 } });
        int[] ends = new int[3];
        for (int i = 0; i < walks.Count; i += 3) ends[walks[i].Span[1]]++;
        Assert.InRange(ends[1], 4700, 5300);
        Assert.Equal(1, walks[1].Length);
        Assert.Equal(2, walks[2].Length);
    }

    [Fact]
    public void Unfit_requests_are_refused_by_name()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(3, [(0, 1)]);
        string Refused(RandomWalksOptions options) => Assert.Throws<PapergraphException>(() => RandomWalks.Compute(graph, options)).Code;
        Assert.Equal("PGA001", Refused(new() { WalksPerNode = 0 }));
        Assert.Equal("PGA001", Refused(new() { Length = 0 }));
        Assert.Equal("PGA001", Refused(new() { ReturnParameter = 0 }));
        Assert.Equal("PGA001", Refused(new() { InOutParameter = double.NaN }));
        Assert.Equal("PGA004", Refused(new() { Starts = new[] { 3 } }));
        Assert.Equal("PGA071", Refused(new() { WalksPerNode = 1_000_000, Length = 1_000_000 }));
        DirectedCsr negative = DirectedCsr.FromEdges(2, [(0, 1)], [-1]);
        Assert.Equal("PGA002", Assert.Throws<PapergraphException>(() => RandomWalks.Compute(negative)).Code);
        Assert.Equal(0, RandomWalks.Compute(DirectedCsr.FromEdges(0, [])).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomWalks.Compute(graph)[30]);
    }
}
