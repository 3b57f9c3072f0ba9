using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Centrality;

/// <summary>HITS and eigenvector centrality.</summary>
public class SpectralCentralityTests
{
    private static readonly HitsOptions ExactHits = new() { Tolerance = 1e-12 };
    private static readonly EigenvectorCentralityOptions ExactEigenvector = new() { Tolerance = 1e-12 };

    // Oracle: the power method carried very far by squaring the dense matrix.
    [Fact]
    public void Hubs_and_authorities_are_what_the_power_method_finds() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            foreach (bool weighted in (bool[])[false, true])
            {
                double[,] matrix = weighted ? edges.WeightMatrix() : edges.Matrix();
                double[] authorities = DenseMatrix.PowerLimit(DenseMatrix.Product(DenseMatrix.Transposed(matrix), matrix));
                double[] hubs = Scaled(DenseMatrix.Times(matrix, authorities));
                HitsResult result = Hits.Compute(weighted ? edges.Weighted : edges.Directed, ExactHits);
                Assert.True(result.Converged);
                AssertClose(authorities, result.Authorities.Span, 1e-6);
                AssertClose(hubs, result.Hubs.Span, 1e-6);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Eigenvector_scores_of_graphs_without_directions_are_what_the_power_method_finds() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            UndirectedCsr graph = UndirectedCsr.Of(edges.Weighted, ParallelEdges.Merge, keepLoops: true);
            double[,] matrix = new double[edges.NodeCount, edges.NodeCount];
            for (int v = 0; v < edges.NodeCount; v++)
                for (int i = 0; i < graph.Neighbours(v).Length; i++) matrix[v, graph.Neighbours(v)[i]] = graph.Rows.WeightsOf(v)[i];
            bool isEmpty = graph.EdgeCount == 0;

            // One added on the diagonal keeps bipartite graphs from swinging and changes no vector.
            for (int v = 0; v < edges.NodeCount; v++) matrix[v, v] += isEmpty ? 0 : 1;
            IteratedScores result = EigenvectorCentrality.Compute(graph.AsDirected(), ExactEigenvector);
            Assert.True(result.Converged);
            AssertClose(DenseMatrix.PowerLimit(matrix), result.Scores.Span, 1e-6);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // Where all nodes reach each other the eigenvector is the only one and the power method is fast: a ring is added for that.
    [Fact]
    public void Eigenvector_scores_of_directed_graphs_satisfy_the_definition() =>
        Prop.ForAll(RandomGraphs.Small(leastNodes: 2), edges =>
        {
            int n = edges.NodeCount;
            (int, int)[] all = [.. edges.Edges, .. Enumerable.Range(0, n).Select(v => (v, (v + 1) % n))];
            double[] weights = [.. edges.Weights, .. Enumerable.Repeat(2.0, n)];
            double[,] matrix = new double[n, n];
            for (int i = 0; i < all.Length; i++) matrix[all[i].Item2, all[i].Item1] += weights[i];
            for (int v = 0; v < n; v++) matrix[v, v]++;
            IteratedScores result = EigenvectorCentrality.Compute(DirectedCsr.FromEdges(n, all, weights), ExactEigenvector);
            Assert.True(result.Converged);
            AssertClose(DenseMatrix.PowerLimit(matrix), result.Scores.Span, 1e-6);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_power_method_ends_after_the_most_iterations_whether_or_not_progress_is_told()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(4, [(0, 1), (1, 2), (2, 0), (0, 2), (3, 0), (2, 3)]);
        EigenvectorCentralityOptions three = new() { Tolerance = 0, MaxIterations = 3 };
        IteratedScores silent = EigenvectorCentrality.Compute(graph, three);
        IteratedScores told = EigenvectorCentrality.Compute(graph, three, new() { Progress = new Progress<ProgressUpdate>() });
        Assert.Equal(3, silent.Iterations);
        Assert.False(silent.Converged);
        Assert.Equal(told.Scores.ToArray(), silent.Scores.ToArray());
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e200)]
    public void The_unit_of_weights_changes_no_eigenvector_score_of_a_directed_graph(double unit)
    {
        (int, int)[] edges = [(0, 1), (1, 2), (2, 0), (0, 2), (3, 0), (2, 3)];
        double[] weights = [1, 2, 3, 4, 5, 6];
        IteratedScores expected = EigenvectorCentrality.Compute(DirectedCsr.FromEdges(4, edges, weights), ExactEigenvector);
        IteratedScores found = EigenvectorCentrality.Compute(
            DirectedCsr.FromEdges(4, edges, Array.ConvertAll(weights, weight => weight * unit)), ExactEigenvector);
        Assert.True(found.Converged);
        AssertClose(expected.Scores.ToArray(), found.Scores.Span, 1e-9);
    }

    [Theory]
    [InlineData(1e308)]
    [InlineData(5e-324)]
    public void Weights_that_cannot_be_summed_or_divided_by_are_refused(double weight)
    {
        DirectedCsr graph = DirectedCsr.FromEdges(3, [(0, 1), (1, 2), (2, 0)], [weight, weight, weight]);
        Assert.Equal("PGA002", Assert.Throws<PapergraphException>(() => EigenvectorCentrality.Compute(graph)).Code);
    }

    [Fact]
    public void A_graph_without_cycles_has_eigenvector_scores_of_zero()
    {
        IteratedScores result = EigenvectorCentrality.Compute(DirectedCsr.FromEdges(4, [(3, 2), (2, 1), (3, 1)]));
        Assert.Equal([0.0, 0, 0, 0], result.Scores.ToArray());
        Assert.True(result.Converged);
        Assert.True(EigenvectorCentrality.Compute(DirectedCsr.FromEdges(2, [(0, 0)])).Scores.Span[0] > 0.999);
    }

    [Fact]
    public void Graphs_without_edges_have_zeros_and_the_empty_graph_nothing()
    {
        HitsResult none = Hits.Compute(DirectedCsr.FromEdges(3, []));
        Assert.Equal([0.0, 0, 0], none.Authorities.ToArray());
        Assert.Equal([0.0, 0, 0], none.Hubs.ToArray());
        Assert.True(none.Converged);
        Assert.True(Hits.Compute(DirectedCsr.FromEdges(0, [])).Hubs.IsEmpty);
        Assert.Equal([0.0, 0, 0], EigenvectorCentrality.Compute(UndirectedCsr.FromEdges(3, []).AsDirected()).Scores.ToArray());
        Assert.True(EigenvectorCentrality.Compute(DirectedCsr.FromEdges(0, [])).Scores.IsEmpty);
    }

    // Closed forms: the centre of a star has 1/√2 of the norm, the leaves share the rest; on a path x(v) ∝ sin(πv/(n + 1)).
    [Fact]
    public void A_star_of_a_million_leaves_and_a_path()
    {
        const int N = 1_000_000;
        DirectedCsr star = DirectedCsr.FromEdges(N + 1, [.. Enumerable.Range(1, N).Select(leaf => (leaf, 0))]);
        ReadOnlySpan<double> scores = EigenvectorCentrality.Compute(UndirectedCsr.Of(star).AsDirected()).Scores.Span;
        Assert.Equal(Math.Sqrt(0.5), scores[0], 1e-8);
        Assert.Equal(Math.Sqrt(0.5 / N), scores[N], 1e-9);
        HitsResult hits = Hits.Compute(star);
        Assert.Equal(1, hits.Authorities.Span[0], 1e-12);
        Assert.Equal(Math.Sqrt(1.0 / N), hits.Hubs.Span[N], 1e-12);

        const int Length = 30;
        UndirectedCsr path = UndirectedCsr.FromEdges(Length, [.. Enumerable.Range(1, Length - 1).Select(v => (v - 1, v))]);
        ReadOnlySpan<double> onPath = EigenvectorCentrality.Compute(path.AsDirected(), ExactEigenvector).Scores.Span;
        for (int v = 0; v < Length; v++)
            Assert.Equal(Math.Sqrt(2.0 / (Length + 1)) * Math.Sin(Math.PI * (v + 1) / (Length + 1)), onPath[v], 1e-7);
    }

    [Fact]
    public void Scores_are_the_same_to_the_bit_for_any_number_of_threads()
    {
        DirectedCsr graph = PageRankTests.RandomDirected(20_000, 200_000, weighted: true);
        DirectedCsr both = UndirectedCsr.Of(graph).AsDirected();
        HitsResult hits = Hits.Compute(graph, execution: new() { Threads = 1 });
        IteratedScores directed = EigenvectorCentrality.Compute(graph, execution: new() { Threads = 1 });
        IteratedScores undirected = EigenvectorCentrality.Compute(both, execution: new() { Threads = 1 });
        foreach (int threads in (int[])[2, 3, 8])
        {
            Execution several = new() { Threads = threads };
            Assert.True(hits.Authorities.Span.SequenceEqual(Hits.Compute(graph, execution: several).Authorities.Span));
            Assert.True(hits.Hubs.Span.SequenceEqual(Hits.Compute(graph, execution: several).Hubs.Span));
            Assert.True(directed.Scores.Span.SequenceEqual(EigenvectorCentrality.Compute(graph, execution: several).Scores.Span));
            Assert.True(undirected.Scores.Span.SequenceEqual(EigenvectorCentrality.Compute(both, execution: several).Scores.Span));
        }
    }

    [Fact]
    public void Steps_allocate_nothing()
    {
        DirectedCsr graph = PageRankTests.RandomDirected(2000, 20_000, weighted: false);
        Allocated(5);
        Assert.InRange(Allocated(12) - Allocated(2), -64, 64);

        long Allocated(int steps)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Hits.Compute(graph, new() { Tolerance = 0, MaxIterations = steps }, new() { Threads = 1 });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Options_and_weights_out_of_range_are_refused()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(2, [(0, 1)]), bad = DirectedCsr.FromEdges(2, [(0, 1)], [-1]);
        Assert.Equal("PGA001", Refused(() => Hits.Compute(graph, new() { Tolerance = double.NaN })));
        Assert.Equal("PGA001", Refused(() => Hits.Compute(graph, new() { MaxIterations = 0 })));
        Assert.Equal("PGA001", Refused(() => EigenvectorCentrality.Compute(graph, new() { Tolerance = -1 })));
        Assert.Equal("PGA002", Refused(() => Hits.Compute(bad)));
        Assert.Equal("PGA002", Refused(() => EigenvectorCentrality.Compute(bad)));
    }

    private static string Refused(Action action) => Assert.Throws<PapergraphException>(action).Code;

    private static double[] Scaled(double[] values)
    {
        double norm = Math.Sqrt(values.Sum(value => value * value));
        return norm > 0 ? [.. values.Select(value => value / norm)] : values;
    }

    private static void AssertClose(double[] expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int v = 0; v < expected.Length; v++) Assert.Equal(expected[v], actual[v], tolerance);
    }
}
