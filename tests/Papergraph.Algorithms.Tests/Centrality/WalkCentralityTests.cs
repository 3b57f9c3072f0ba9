using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Centrality;

/// <summary>Katz centrality, CiteRank, ArticleRank and degrees: each a linear system of its own.</summary>
public class WalkCentralityTests
{
    // Oracle: (I − M)x = b by elimination, where M[v, u] is what u gives to v.
    private static double[] Solution(int n, Func<int, int, double> given, Func<int, double> own)
    {
        double[,] system = new double[n, n];
        for (int v = 0; v < n; v++)
            for (int u = 0; u < n; u++) system[v, u] = (u == v ? 1 : 0) - given(u, v);
        return DenseMatrix.Solve(system, [.. Enumerable.Range(0, n).Select(own)]);
    }

    [Fact]
    public void Katz_counts_weakened_walks() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            int n = edges.NodeCount;
            double[,] weights = edges.WeightMatrix();
            double mostOut = Enumerable.Range(0, n).Max(u => Enumerable.Range(0, n).Sum(v => weights[u, v]));
            double mostIn = Enumerable.Range(0, n).Max(v => Enumerable.Range(0, n).Sum(u => weights[u, v]));
            double bound = Math.Min(mostOut, mostIn), alpha = bound > 0 ? 0.85 / bound : 0.85;
            AssertClose(
                Solution(n, (u, v) => alpha * weights[u, v], _ => 1),
                KatzCentrality.Compute(edges.Weighted, new() { Tolerance = 1e-13, MaxIterations = 10_000 }));
            AssertClose(
                Solution(n, (u, v) => alpha / 3 * weights[u, v], _ => 2.5),
                KatzCentrality.Compute(edges.Weighted, new() { Alpha = alpha / 3, Beta = 2.5, Tolerance = 1e-13 }));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Katz_takes_any_alpha_where_there_are_no_cycles()
    {
        // Walks to the end of a diamond: itself, two of one step, one each of two steps from either side, so 1 + 2α + 2α².
        DirectedCsr diamond = DirectedCsr.FromEdges(4, [(0, 1), (0, 2), (1, 3), (2, 3)]);
        Assert.Equal(1 + (2 * 5) + (2 * 25), KatzCentrality.Compute(diamond, new() { Alpha = 5 }).Scores.Span[3], 1e-12);
    }

    [Fact]
    public void Katz_says_when_alpha_is_too_great()
    {
        DirectedCsr ring = DirectedCsr.FromEdges(3, [(0, 1), (1, 2), (2, 0), (0, 2)]);
        DirectedCsr loop = DirectedCsr.FromEdges(2, [(0, 0), (0, 1)]);
        try
        {
            Assert.False(KatzCentrality.Compute(ring, new() { Alpha = 1.5 }).Converged);
        }
        catch (PapergraphException refused)
        {
            Assert.Equal("PGA020", refused.Code);
        }

        Assert.Equal("PGA020", Assert.Throws<PapergraphException>(() => KatzCentrality.Compute(loop, new() { Alpha = 1 })).Code);
        Assert.Equal("PGA020", Assert.Throws<PapergraphException>(() => KatzCentrality.Compute(loop, new() { Alpha = 7 })).Code);
        Assert.Equal(2, KatzCentrality.Compute(loop, new() { Alpha = 0.5 }).Scores.Span[0], 1e-12);
    }

    [Fact]
    public void CiteRank_is_the_traffic_of_readers_who_begin_with_recent_papers() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            int n = edges.NodeCount;
            double[,] weights = edges.WeightMatrix();
            double[] ages = [.. Enumerable.Range(0, n).Select(v => v % 7 == 6 ? double.PositiveInfinity : 100 + (v % 5))];
            double sum = ages.Sum(age => Math.Exp(-age / 3));
            AssertClose(
                Solution(n, (u, v) => 0.4 * Part(weights, u, v), v => Math.Exp(-ages[v] / 3) / sum),
                CiteRank.Compute(edges.Weighted, ages, new() { FollowProbability = 0.4, DecayAge = 3, Tolerance = 1e-13 }));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void ArticleRank_divides_by_the_mean_number_of_references_too() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            int n = edges.NodeCount;
            double[,] counts = edges.Matrix();
            double mean = edges.Edges.Length / (double)n;
            double[] outgoing = [.. Enumerable.Range(0, n).Select(u => Enumerable.Range(0, n).Sum(k => counts[u, k]))];
            AssertClose(
                Solution(n, (u, v) => counts[u, v] == 0 ? 0 : 0.85 * counts[u, v] / (outgoing[u] + mean), _ => 1 - 0.85),
                ArticleRank.Compute(edges.Directed, new() { Tolerance = 1e-13 }));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Degrees_are_sums_of_rows_and_columns() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            foreach (bool weighted in (bool[])[false, true])
            {
                double[,] matrix = weighted ? edges.WeightMatrix() : edges.Matrix();
                DirectedCsr graph = weighted ? edges.Weighted : edges.Directed;
                ReadOnlySpan<double> ins = DegreeCentrality.Compute(graph, DegreeKind.In).Scores.Span,
                    outs = DegreeCentrality.Compute(graph, DegreeKind.Out).Scores.Span,
                    both = DegreeCentrality.Compute(graph, DegreeKind.Both).Scores.Span,
                    undirected = DegreeCentrality.Compute(UndirectedCsr.Of(graph, ParallelEdges.Keep, keepLoops: true)).Scores.Span;
                for (int v = 0; v < edges.NodeCount; v++)
                {
                    double row = Enumerable.Range(0, edges.NodeCount).Sum(u => matrix[v, u]);
                    double column = Enumerable.Range(0, edges.NodeCount).Sum(u => matrix[u, v]);
                    Assert.Equal((column, row, row + column, row + column), (ins[v], outs[v], both[v], undirected[v]));
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_empty_graph_has_no_scores()
    {
        DirectedCsr empty = DirectedCsr.FromEdges(0, []);
        Assert.True(KatzCentrality.Compute(empty).Scores.IsEmpty);
        Assert.True(CiteRank.Compute(empty, default).Scores.IsEmpty);
        Assert.True(ArticleRank.Compute(empty).Scores.IsEmpty);
        Assert.True(DegreeCentrality.Compute(empty, DegreeKind.Both).Scores.IsEmpty);
    }

    [Fact]
    public void Ages_and_options_out_of_range_are_refused()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(2, [(0, 1)]);
        Assert.Equal("PGA003", Refused(() => CiteRank.Compute(graph, new double[1])));
        Assert.Equal("PGA001", Refused(() => CiteRank.Compute(graph, new[] { -1.0, 0 })));
        Assert.Equal("PGA001", Refused(() => CiteRank.Compute(graph, new[] { double.NaN, 0 })));
        Assert.Equal("PGA001", Refused(() => CiteRank.Compute(graph, new[] { double.PositiveInfinity, double.PositiveInfinity })));
        Assert.Equal("PGA001", Refused(() => CiteRank.Compute(graph, new double[2], new() { DecayAge = 0 })));
        Assert.Equal("PGA001", Refused(() => CiteRank.Compute(graph, new double[2], new() { FollowProbability = 1 })));
        Assert.Equal("PGA001", Refused(() => KatzCentrality.Compute(graph, new() { Alpha = 0 })));
        Assert.Equal("PGA001", Refused(() => KatzCentrality.Compute(graph, new() { Beta = double.NaN })));
        Assert.Equal("PGA001", Refused(() => ArticleRank.Compute(graph, new() { Damping = -0.1 })));
        Assert.Equal("PGA002", Refused(() => KatzCentrality.Compute(DirectedCsr.FromEdges(2, [(0, 1)], [double.NaN]))));
    }

    private static string Refused(Action action) => Assert.Throws<PapergraphException>(action).Code;

    private static double Part(double[,] weights, int u, int v)
    {
        double sum = Enumerable.Range(0, weights.GetLength(0)).Sum(k => weights[u, k]);
        return sum > 0 ? weights[u, v] / sum : 0;
    }

    private static void AssertClose(double[] expected, IteratedScores actual)
    {
        Assert.True(actual.Converged);
        for (int v = 0; v < expected.Length; v++)
            Assert.Equal(expected[v], actual.Scores.Span[v], 1e-10 * Math.Max(1, Math.Abs(expected[v])));
    }
}
