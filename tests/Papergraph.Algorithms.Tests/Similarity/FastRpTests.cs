using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Similarity;

public class FastRpTests
{
    // The embedding is linear in its weights: with one weight after another it shows the normalised powers by themselves. Oracle: those of
    // the dense transition matrix, applied to the random matrix that the first power of a ring gives back.
    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(128)]
    public void Powers_are_means_over_neighbours_brought_to_norm_1(int dimensions) =>
        Prop.ForAll(RandomGraphs.Small(leastNodes: 2), edges =>
        {
            int n = edges.NodeCount;
            double[,] weights = edges.WeightMatrix();

            // Each node of the ring sees one other: its first power is the random vector of that one, but for its length, which is
            // √3·√(numbers not 0).
            NodeVectors ring = FastRp.Compute(
                DirectedCsr.FromEdges(n, [.. Enumerable.Range(0, n).Select(v => (v, (v + 1) % n))]), Only(1, dimensions));
            double[][] vectors = [.. Enumerable.Range(0, n).Select(v => Signs(ring.Of((v + n - 1) % n)))];
            for (int power = 1; power <= 3; power++)
            {
                vectors = [.. Enumerable.Range(0, n).Select(v => Mean(vectors, v))];
                NodeVectors actual = FastRp.Compute(edges.Weighted, Only(power, dimensions));
                for (int v = 0; v < n; v++)
                {
                    double norm = Math.Sqrt(vectors[v].Sum(value => value * value));
                    if (norm < 1e-4) continue;
                    for (int k = 0; k < dimensions; k++) Assert.Equal(vectors[v][k] / norm, actual.Of(v)[k], 1e-3);
                }
            }

            double Outgoing(int v) => Enumerable.Range(0, n).Sum(u => weights[v, u]);

            double[] Mean(double[][] of, int v)
            {
                double total = Outgoing(v);
                return [.. of[v].Select((_, k) => total > 0 ? Enumerable.Range(0, n).Sum(u => weights[v, u] * of[u][k]) / total : 0)];
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Embeddings_add_up_by_their_weights() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            NodeVectors together = FastRp.Compute(edges.Weighted, new() { Dimensions = 20, Weights = new[] { 0.5, -2, 3 }, Seed = 3 });
            NodeVectors[] alone =
                [.. Enumerable.Range(1, 3).Select(power => FastRp.Compute(edges.Weighted, Only(power, 20) with { Seed = 3 }))];
            for (int i = 0; i < together.Values.Length; i++)
            {
                float expected = (0.5f * alone[0].Values.Span[i]) - (2 * alone[1].Values.Span[i]) + (3 * alone[2].Values.Span[i]);
                Assert.Equal(expected, together.Values.Span[i], 1e-5f);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Random_numbers_are_0_in_two_thirds_and_of_either_sign_equally_often()
    {
        const int N = 1000, Dimensions = 96;
        NodeVectors ring = FastRp.Compute(
            DirectedCsr.FromEdges(N, [.. Enumerable.Range(0, N).Select(v => (v, (v + 1) % N))]), Only(1, Dimensions));
        int[] counts = new int[3];
        foreach (float value in ring.Values.Span) counts[Math.Sign(value) + 1]++;
        Assert.Equal(N * Dimensions / 6.0, counts[0], 600.0);
        Assert.Equal(N * Dimensions * 2 / 3.0, counts[1], 800.0);
        Assert.Equal(N * Dimensions / 6.0, counts[2], 600.0);
    }

    [Fact]
    public void Nodes_of_one_clique_are_more_alike_than_nodes_of_two()
    {
        const int Cliques = 10, Size = 12;
        List<(int, int)> edges = [];
        for (int clique = 0; clique < Cliques; clique++)
        {
            for (int i = 0; i < Size; i++)
                for (int j = 0; j < i; j++) edges.Add(((clique * Size) + i, (clique * Size) + j));
            edges.Add((clique * Size, ((clique + 1) % Cliques) * Size));
        }

        UndirectedCsr graph = UndirectedCsr.FromEdges(Cliques * Size, [.. edges]);
        NeighbourLists lists = NearestNeighbours.Find(FastRp.Compute(graph), Size - 1);
        int right = 0;
        for (int i = 0; i < lists.Nodes.Length; i++)
            if (lists.Nodes.Span[i] / Size == i / (Size - 1) / Size) right++;
        Assert.InRange(right / (double)lists.Nodes.Length, 0.97, 1);
    }

    [Fact]
    public void Embeddings_depend_on_the_seed_and_not_on_the_number_of_threads()
    {
        UndirectedCsr graph = UndirectedCsr.Of(Centrality.PageRankTests.RandomDirected(3000, 20_000, weighted: true));
        FastRpOptions options = new() { NormalizationStrength = -0.5, Seed = 11 };
        NodeVectors one = FastRp.Compute(graph, options, new() { Threads = 1 });
        NeighbourLists nearest = NearestNeighbours.Find(one, 7, new() { Threads = 1 });
        foreach (int threads in (int[])[2, 3, 8])
        {
            Assert.True(one.Values.Span.SequenceEqual(FastRp.Compute(graph, options, new() { Threads = threads }).Values.Span));
            NeighbourLists again = NearestNeighbours.Find(one, 7, new() { Threads = threads });
            Assert.True(nearest.Nodes.Span.SequenceEqual(again.Nodes.Span));
            Assert.True(nearest.Similarities.Span.SequenceEqual(again.Similarities.Span));
        }

        Assert.False(one.Values.Span.SequenceEqual(FastRp.Compute(graph, options with { Seed = 12 }).Values.Span));
    }

    // Of two nodes that a third points to alike, the one of higher degree says less when the strength is below 0: (degree)^β as much.
    [Fact]
    public void Normalization_strength_weakens_nodes_of_high_degree()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(5, [(0, 1), (0, 2), (1, 3), (2, 3), (2, 3), (2, 3), (2, 3), (3, 4), (4, 3)]);
        DirectedCsr first = DirectedCsr.FromEdges(5, [(0, 1), (1, 0)]), second = DirectedCsr.FromEdges(5, [(0, 2), (2, 0)]);
        FastRpOptions options = Only(1, 256);
        double[] a = Signs(FastRp.Compute(first, options).Of(0)), b = Signs(FastRp.Compute(second, options).Of(0));
        ReadOnlySpan<float> both = FastRp.Compute(graph, options with { NormalizationStrength = -1 }).Of(0);
        double[] expected = [.. a.Zip(b, (x, y) => x + (y / 4))];
        double norm = Math.Sqrt(expected.Sum(value => value * value));
        for (int k = 0; k < 256; k++) Assert.Equal(expected[k] / norm, both[k], 1e-5);
    }

    [Fact]
    public void Nodes_without_edges_have_no_direction()
    {
        NodeVectors vectors = FastRp.Compute(UndirectedCsr.FromEdges(3, [(0, 1)]));
        Assert.All(vectors.Of(2).ToArray(), value => Assert.Equal(0, value));
        Assert.Equal([1, -1, 0, -1, -1, -1], NearestNeighbours.Find(vectors, 2).Nodes.ToArray());
        Assert.Equal(0, FastRp.Compute(UndirectedCsr.FromEdges(0, [])).NodeCount);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(2, [(0, 1)]);
        foreach (FastRpOptions options in (FastRpOptions[])
            [
                new() { Dimensions = 0 }, new() { Dimensions = 4097 }, new() { Weights = Array.Empty<double>() },
                new() { Weights = new[] { double.NaN } }, new() { NormalizationStrength = 11 },
            ])
            Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => FastRp.Compute(graph, options)).Code);
        NodeVectors vectors = FastRp.Compute(graph);
        Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => NearestNeighbours.Find(vectors, 0)).Code);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => NearestNeighbours.Find(vectors, new[] { 2 })).Code);
    }

    private static FastRpOptions Only(int power, int dimensions) =>
        new() { Dimensions = dimensions, Weights = Enumerable.Range(1, power).Select(k => k == power ? 1.0 : 0).ToArray() };

    private static double[] Signs(ReadOnlySpan<float> vector) => [.. vector.ToArray().Select(value => Math.Sqrt(3) * Math.Sign(value))];
}
