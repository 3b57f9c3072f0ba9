using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

/// <summary>The properties by which each model is defined, within five standard deviations of what is expected.</summary>
public class RandomGraphModelTests
{
    [Theory]
    [InlineData(10, 0)]
    [InlineData(10, 3)]
    [InlineData(10, 45)]
    [InlineData(10, 30)]
    [InlineData(2000, 6000)]
    public void G_n_m_has_m_different_edges_and_no_loop(int nodes, long edges)
    {
        UndirectedCsr graph = ErdosRenyi.Generate(new() { Nodes = nodes, Edges = edges });
        Assert.Equal((edges, 0L), (graph.EdgeCount, graph.LoopCount));
        DirectedCsr directed = ErdosRenyi.GenerateDirected(new() { Nodes = nodes, Edges = 2 * edges });
        Assert.Equal(2 * edges, directed.EdgeCount);
        for (int v = 0; v < nodes; v++) Assert.Equal(directed.Outgoing(v).ToArray().Distinct().Where(u => u != v), directed.Outgoing(v).ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_pair_is_as_likely_to_be_an_edge_as_every_other(bool hasProbability)
    {
        const int Graphs = 6000;
        int[,] count = new int[5, 5];
        for (int seed = 0; seed < Graphs; seed++)
        {
            DirectedCsr graph = ErdosRenyi.GenerateDirected(
                new() { Nodes = 5, Probability = hasProbability ? 0.3 : null, Edges = hasProbability ? null : 6, Seed = (ulong)seed }, new() { Threads = 1 });
            for (int v = 0; v < 5; v++)
                foreach (int u in graph.Outgoing(v)) count[v, u]++;
        }

        // Both ways a pair of the 20 is an edge with probability 0.3.
        for (int v = 0; v < 5; v++)
            for (int u = 0; u < 5; u++) Near(u == v ? 0 : 0.3 * Graphs, Math.Sqrt(Graphs * 0.3 * 0.7), count[v, u]);
    }

    [Theory]
    [InlineData(20_000, 0.0005)]
    [InlineData(300, 0.5)]
    [InlineData(300, 1)]
    [InlineData(300, 0)]
    [InlineData(100_000, 1e-7)]
    public void G_n_p_has_the_edges_that_are_expected(int nodes, double p)
    {
        double pairs = nodes * (nodes - 1.0) / 2;
        Near(pairs * p, Math.Sqrt(pairs * p * (1 - p)), ErdosRenyi.Generate(new() { Nodes = nodes, Probability = p }).EdgeCount);
        Near(2 * pairs * p, Math.Sqrt(2 * pairs * p * (1 - p)), ErdosRenyi.GenerateDirected(new() { Nodes = nodes, Probability = p }).EdgeCount);
    }

    // Oracle: the degrees of the model in the limit, P(k) = 2m(m + 1) / (k (k + 1)(k + 2)); Bollobás, Riordan, Spencer, Tusnády 2001.
    [Fact]
    public void Degrees_of_preferential_attachment_follow_their_power_law()
    {
        const int Nodes = 100_000, M = 4;
        UndirectedCsr graph = BarabasiAlbert.Generate(new() { Nodes = Nodes, EdgesPerNode = M });
        Assert.Equal((10 + ((Nodes - 5) * (long)M), 0L), (graph.EdgeCount, graph.LoopCount));
        long[] degrees = [.. Enumerable.Range(0, Nodes).Select(v => graph.Rows.Degree(v))];
        Assert.Equal(M, degrees.Min());
        foreach (int k in (int[])[4, 5, 6, 8, 12, 20])
        {
            double share = 2.0 * M * (M + 1) / (k * (k + 1.0) * (k + 2));
            Near(share * Nodes, Math.Sqrt(share * Nodes) + (0.01 * share * Nodes), degrees.LongCount(d => d == k));
        }

        // Greater or equal k: M (M + 1) / (k (k + 1)).
        Near(Nodes * M * (M + 1) / (100 * 101.0), Math.Sqrt(Nodes * 20 / 10_100.0) * 1.5, degrees.LongCount(d => d >= 100));
    }

    [Fact]
    public void R_MAT_has_its_shares_in_each_quarter_and_in_each_quarter_of_it()
    {
        RMatOptions options = new() { Scale = 14, EdgeFactor = 16 };
        DirectedCsr graph = RMat.Generate(options);
        Assert.Equal(16L << 14, graph.EdgeCount);
        double[] shares = [options.A, options.B, options.C, 1 - options.A - options.B - options.C];
        long[] atTop = new long[4], inFirst = new long[4];
        for (int v = 0; v < graph.NodeCount; v++)
        {
            foreach (int u in graph.Outgoing(v))
            {
                int quarter = (2 * (v >> 13)) + (u >> 13);
                atTop[quarter]++;
                if (quarter == 0) inFirst[(2 * (v >> 12)) + (u >> 12)]++;
            }
        }

        for (int q = 0; q < 4; q++)
        {
            Near(shares[q] * graph.EdgeCount, Math.Sqrt(graph.EdgeCount * shares[q] * (1 - shares[q])), atTop[q]);
            Near(shares[q] * atTop[0], Math.Sqrt(atTop[0] * shares[q] * (1 - shares[q])), inFirst[q]);
        }
    }

    [Fact]
    public void Numbers_of_a_power_law_come_as_often_as_it_says()
    {
        PowerLaw law = new(3, 30, 2.5);
        Xoshiro256 random = new(5);
        int[] count = new int[31];
        for (int i = 0; i < 200_000; i++) count[law.Draw(ref random)]++;
        double sum = Enumerable.Range(3, 28).Sum(k => Math.Pow(k, -2.5));
        foreach (int k in Enumerable.Range(0, 31))
        {
            double share = k < 3 ? 0 : Math.Pow(k, -2.5) / sum;
            Near(200_000 * share, Math.Sqrt(200_000 * share), count[k]);
        }

        Assert.Equal(Enumerable.Range(3, 28).Sum(k => k * Math.Pow(k, -2.5)) / sum, law.Mean, 12);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    [InlineData(0.7)]
    public void LFR_mixes_as_it_is_told_and_keeps_degrees_and_sizes_within_their_bounds(double mixing)
    {
        LfrOptions options = new() { Nodes = 5000, Mixing = mixing };
        LfrGraph made = Lfr.Generate(options);
        Assert.Equal((5000, 5000, 0L), (made.Graph.NodeCount, made.Communities.NodeCount, made.Graph.LoopCount));
        Assert.All(made.Communities.Sizes.ToArray(), size => Assert.InRange(size, options.MinCommunity, options.MaxCommunity));
        long[] degrees = [.. Enumerable.Range(0, 5000).Select(v => made.Graph.Rows.Degree(v))];
        Assert.InRange(degrees.Max(), 40, options.MaxDegree);
        // The standard deviation of a degree is about 9.
        Assert.InRange(degrees.Average(), options.AverageDegree - 0.7, options.AverageDegree + 0.7);
        int[] outside =
            [.. Enumerable.Range(0, 5000).Select(v => made.Graph.Neighbours(v).ToArray().Count(u => made.Communities[u] != made.Communities[v]))];
        Assert.InRange((double)outside.Sum() / degrees.Sum(), mixing - 0.01, mixing + 0.01);
        // Not only on average: each node by itself, but for rounding.
        Assert.InRange(Enumerable.Range(0, 5000).Count(v => Math.Abs(outside[v] - (mixing * degrees[v])) <= 1.5), 4900, 5000);
        // A power law of exponent 2 from k on has four times fewer degrees k than k/2.
        Assert.InRange((double)degrees.Count(d => d is >= 12 and <= 14) / degrees.Count(d => d is >= 24 and <= 28), 1.6, 2.5);
    }

    [Theory]
    [InlineData(50, 20, 20)]
    [InlineData(45, 20, 45)]
    [InlineData(25, 20, 25)]
    public void LFR_communities_hold_all_nodes_also_where_sizes_do_not_add_up(int nodes, int least, int greatest)
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            LfrGraph made = Lfr.Generate(
                new() { Nodes = nodes, AverageDegree = 5, MaxDegree = 12, MinCommunity = least, MaxCommunity = greatest, Seed = seed });
            Assert.Equal(nodes, made.Communities.Sizes.ToArray().Sum());
            Assert.True(made.Communities.Sizes.ToArray().Min() > 1);
        }
    }

    [Fact]
    public void A_fire_that_does_not_spread_leaves_a_tree_and_one_that_does_densifies()
    {
        Assert.Equal(999, ForestFire.Generate(new() { Nodes = 1000, Forward = 0 }).EdgeCount);
        int[] sizes = [500, 2000, 8000];
        double[] perNode = [.. sizes.Select(n =>
        {
            DirectedCsr graph = ForestFire.Generate(new() { Nodes = n });
            for (int v = 0; v < n; v++)
            {
                Assert.True(v == 0 || graph.OutgoingRows.Degree(v) > 0);
                Assert.All(graph.Outgoing(v).ToArray(), u => Assert.True(u < v));
                Assert.Equal(graph.OutgoingRows.Degree(v), graph.Outgoing(v).ToArray().Distinct().Count());
            }

            return (double)graph.EdgeCount / n;
        })];
        Assert.True(perNode[1] > 1.1 * perNode[0] && perNode[2] > 1.1 * perNode[1], $"{perNode[0]} {perNode[1]} {perNode[2]}");
    }

    [Fact]
    public void Forward_burning_follows_as_many_references_as_its_probability_says()
    {
        // Of three nodes the third cites the second first with probability 1/2; then the fire reaches the first with probability p.
        int both = 0;
        for (ulong seed = 0; seed < 20_000; seed++)
            if (ForestFire.Generate(new() { Nodes = 3, Forward = 0.4, BackwardRatio = 0, Seed = seed }, new() { Threads = 1 }).EdgeCount == 3) both++;
        Near(20_000 * 0.5 * 0.4, Math.Sqrt(20_000 * 0.2 * 0.8), both);
    }

    [Fact]
    public void Citations_lead_back_in_time_mostly_within_their_field_and_some_papers_are_cited_very_often()
    {
        const int Nodes = 50_000;
        CitationGraph made = CitationGraphGenerator.Generate(new() { Nodes = Nodes, Communities = 25 });
        Assert.Equal(Enumerable.Range(0, Nodes), made.Times.ToArray().Order());
        long inside = 0;
        int[] times = made.Times.ToArray();
        for (int v = 0; v < Nodes; v++)
        {
            ReadOnlySpan<int> cited = made.Graph.Outgoing(v);
            for (int i = 0; i < cited.Length; i++)
            {
                Assert.True(times[cited[i]] < times[v]);
                Assert.True(i == 0 || cited[i - 1] < cited[i]);
                if (made.Communities[cited[i]] == made.Communities[v]) inside++;
            }
        }

        // Of those that leave it on purpose one of 25 comes back.
        Assert.InRange((double)inside / made.Graph.EdgeCount, 0.72, 0.78);
        Assert.InRange((double)made.Graph.EdgeCount / Nodes, 9, 11);
        Assert.Equal(25, made.Communities.Count);
        Near(Nodes / 25.0, Math.Sqrt(Nodes / 25.0), made.Communities.Sizes.Span[0]);
        long most = Enumerable.Range(0, Nodes).Max(made.Graph.IncomingRows.Degree);
        Assert.InRange(most, 300, Nodes / 5);
    }

    private static void Near(double expected, double deviation, long actual) =>
        Assert.InRange(actual, expected - (5 * deviation) - 1e-9, expected + (5 * deviation) + 1e-9);
}
