using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class ClosenessTests
{
    private const double Tolerance = 1e-12;

    // Oracle: the definition on the matrix of all distances.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scores_are_the_definition_on_the_matrix_of_distances(bool weighted) =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            DirectedCsr graph = weighted ? edges.Weighted : edges.Directed;
            double[,] outgoing = DenseDistances.Of(edges, weighted), both = DenseDistances.Of(edges, weighted, undirected: true);
            foreach ((TraversalDirection direction, double[,] distances) in ((TraversalDirection, double[,])[])
                [
                    (TraversalDirection.Outgoing, outgoing), (TraversalDirection.Incoming, outgoing.Transposed()), (TraversalDirection.Both, both),
                ])
            {
                foreach (ClosenessVariant variant in Enum.GetValues<ClosenessVariant>())
                {
                    ClosenessOptions options = new() { Direction = direction, Variant = variant };
                    double[] found = Closeness.Compute(graph, options).Scores.ToArray();
                    for (int v = 0; v < found.Length; v++) Assert.Equal(Defined(distances, v, variant), found[v], Tolerance);
                }

                foreach (bool normalized in (bool[])[false, true])
                {
                    ClosenessOptions options = new() { Direction = direction, Normalized = normalized };
                    double[] found = HarmonicCentrality.Compute(graph, options).Scores.ToArray();
                    for (int v = 0; v < found.Length; v++)
                    {
                        double expected = distances.FiniteFrom(v).Sum(d => 1 / d);
                        Assert.Equal(normalized && edges.NodeCount > 1 ? expected / (edges.NodeCount - 1) : expected, found[v], Tolerance);
                    }
                }
            }

            UndirectedCsr undirected = UndirectedCsr.Of(edges.Directed);
            double[,] hops = DenseDistances.Of(edges, undirected: true);
            double[] ofUndirected = Closeness.Compute(undirected).Scores.ToArray();
            double[] harmonic = HarmonicCentrality.Compute(undirected).Scores.ToArray();
            for (int v = 0; v < edges.NodeCount; v++)
            {
                Assert.Equal(Defined(hops, v, ClosenessVariant.WassermanFaust), ofUndirected[v], Tolerance);
                Assert.Equal(hops.FiniteFrom(v).Sum(d => 1 / d) / Math.Max(1, edges.NodeCount - 1), harmonic[v], Tolerance);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    // More nodes than searches go at once, deep and shallow. Oracle: one search after another.
    [Theory]
    [InlineData(1300, 9000)]
    [InlineData(1300, 1500)]
    [InlineData(512, 400)]
    [InlineData(513, 5000)]
    public void Many_nodes_are_as_close_as_single_searches_tell(int nodes, int edges)
    {
        DirectedCsr graph = Shapes.Random(nodes, edges, seed: 11);
        NodeScores found = Closeness.Compute(graph), harmonic = HarmonicCentrality.Compute(graph);
        for (int v = 0; v < nodes; v++)
        {
            int[] reached = [.. ShortestPaths.BreadthFirst(graph, v, new Execution { Threads = 1 }).ToArray().Where(d => d > 0)];
            double expected = reached.Length == 0 ? 0 : (double)reached.Length / (nodes - 1) * reached.Length / reached.Sum();
            Assert.Equal(expected, found.Scores.Span[v], Tolerance);
            Assert.Equal(reached.Sum(d => 1.0 / d) / (nodes - 1), harmonic.Scores.Span[v], Tolerance);
        }

        foreach (int threads in Shapes.ThreadCounts)
        {
            Shapes.AssertSameBits(found.Scores, Closeness.Compute(graph, null, new Execution { Threads = threads }).Scores);
            Shapes.AssertSameBits(harmonic.Scores, HarmonicCentrality.Compute(graph, null, new Execution { Threads = threads }).Scores);
        }
    }

    [Fact]
    public void A_path_and_a_star_have_the_closeness_of_the_textbook()
    {
        const int N = 2001;
        double[] path = Closeness.Compute(UndirectedCsr.Of(Shapes.Path(N))).Scores.ToArray();
        Assert.Equal(2.0 / N, path[0], Tolerance);
        Assert.Equal((N - 1.0) / (1000.0 * 1001), path[1000], Tolerance);
        double[] star = HarmonicCentrality.Compute(UndirectedCsr.Of(Shapes.Star(N))).Scores.ToArray();
        Assert.Equal(1, star[0], Tolerance);
        Assert.Equal((1 + ((N - 2) / 2.0)) / (N - 1), star[1], Tolerance);
    }

    // What igraph 0.10 and NetworKit 11.2 answer for two components and a node of three neighbours.
    [Fact]
    public void Variants_are_those_of_the_libraries_named()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(9, [(0, 1), (1, 2), (2, 3), (1, 3), (4, 5), (6, 7), (7, 8)]);
        double[] networkit = [0.225, 0.375, 0.28125, 0.28125, 0.125, 0.125, 1.0 / 6, 0.25, 1.0 / 6];
        double[] igraph = [0.6, 1, 0.75, 0.75, 1, 1, 2.0 / 3, 1, 2.0 / 3];
        double[] found = Closeness.Compute(graph).Scores.ToArray();
        double[] perComponent = Closeness.Compute(graph, new() { Variant = ClosenessVariant.PerComponent }).Scores.ToArray();
        for (int v = 0; v < 9; v++)
        {
            Assert.Equal(networkit[v], found[v], Tolerance);
            Assert.Equal(igraph[v], perComponent[v], Tolerance);
        }
    }

    [Fact]
    public void Rows_may_begin_after_the_first_node() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            double[] expected = HarmonicCentrality.Compute(edges.Directed, new() { Normalized = false }).Scores.ToArray();
            double[] found = HarmonicCentrality.Compute(Shapes.Shifted(edges, 3), new() { Normalized = false }).Scores.ToArray();
            Assert.Equal([0, 0, 0, .. expected, 0, 0, 0], found);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void The_empty_graph_has_no_scores_and_a_node_alone_has_0()
    {
        Assert.Empty(Closeness.Compute(DirectedCsr.FromEdges(0, [])).Scores.ToArray());
        Assert.Empty(HarmonicCentrality.Compute(UndirectedCsr.FromEdges(0, [])).Scores.ToArray());
        Assert.Equal([0.0], Closeness.Compute(DirectedCsr.FromEdges(1, [(0, 0)])).Scores.ToArray());
        Assert.Equal([0.0], HarmonicCentrality.Compute(DirectedCsr.FromEdges(1, [])).Scores.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_that_are_no_lengths_are_refused(double weight) => Assert.Equal(
        "PGA002", Assert.Throws<PapergraphException>(() => Closeness.Compute(DirectedCsr.FromEdges(2, [(0, 1)], [weight]))).Code);

    [Fact]
    public void Directions_and_variants_that_do_not_exist_are_refused()
    {
        DirectedCsr graph = Shapes.Path(2);
        ClosenessOptions direction = new() { Direction = (TraversalDirection)3 }, variant = new() { Variant = (ClosenessVariant)3 };
        foreach (ClosenessOptions options in (ClosenessOptions[])[direction, variant])
            Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => Closeness.Compute(graph, options)).Code);
    }

    private static double Defined(double[,] distances, int node, ClosenessVariant variant)
    {
        double[] finite = distances.FiniteFrom(node);
        if (finite.Length == 0) return 0;
        double reached = finite.Length, others = distances.GetLength(0) - 1;
        return variant switch
        {
            ClosenessVariant.PerComponent => reached / finite.Sum(),
            ClosenessVariant.InverseSum => 1 / finite.Sum(),
            _ => reached * reached / (others * finite.Sum()),
        };
    }
}
