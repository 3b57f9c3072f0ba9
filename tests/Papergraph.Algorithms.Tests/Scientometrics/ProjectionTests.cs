using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class ProjectionTests
{
    private static readonly ProjectionNormalization[] Normalizations = Enum.GetValues<ProjectionNormalization>();

    // Thousands of tiny graphs: threads would cost more than the work.
    private static readonly Execution Alone = new() { Threads = 1 };

    // Oracle: A·F·Aᵀ as a dense product, normalised by the formulas over its rows.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Coupling_and_cocitation_are_the_normalised_dense_products(bool weighted) =>
        Prop.ForAll(RandomGraphs.Small(mostEdges: 60), edges =>
        {
            foreach (ProjectionNormalization normalization in Normalizations)
                foreach (ProjectionCounting counting in Enum.GetValues<ProjectionCounting>())
                    foreach (int mostPerShared in (int[])[2, 4, int.MaxValue])
                    {
                        ProjectionOptions options =
                            new() { Normalization = normalization, Counting = counting, MostPerShared = mostPerShared };
                        DirectedCsr graph = weighted ? edges.Weighted : edges.Directed;
                        double[,] has = Incidence(edges, weighted);
                        AssertSame(Dense(has, options), BibliographicCoupling.Compute(graph, options, Alone));
                        AssertSame(Dense(Transposed(has), options), Cocitation.Compute(graph, options, Alone));
                        AssertSame(Dense(Transposed(has), options), BipartiteProjection.Compute(graph, options, Alone));
                        AssertSame(Dense(has, options), BipartiteProjection.Compute(graph, options, Alone, BipartiteSide.Sources));
                    }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    // Oracle: all pairs of the dense product, sorted for each node.
    [Fact]
    public void A_link_stays_when_it_is_above_the_thresholds_and_among_the_best_of_either_end() =>
        Prop.ForAll(RandomGraphs.Small(mostEdges: 60), edges =>
        {
            double[,] shared = Dense(Incidence(edges, weighted: false), new());
            foreach (int most in (int[])[1, 2, 5])
                foreach (double minShared in (double[])[0, 2])
                {
                    ProjectionOptions options = new()
                    {
                        Normalization = ProjectionNormalization.Jaccard,
                        MostPerNode = most,
                        MinShared = minShared,
                        MinWeight = 0.2,
                    };
                    double[,] weights = Dense(Incidence(edges, weighted: false), options with { MostPerNode = int.MaxValue });
                    int n = edges.NodeCount;
                    bool[,] proposed = new bool[n, n];
                    for (int u = 0; u < n; u++)
                    {
                        IEnumerable<int> best = Enumerable.Range(0, n)
                            .Where(v => v != u && shared[u, v] > 0 && shared[u, v] >= minShared && weights[u, v] >= 0.2)
                            .OrderByDescending(v => weights[u, v]).ThenBy(v => v).Take(most);
                        foreach (int v in best) proposed[u, v] = true;
                    }

                    double[,] expected = new double[n, n];
                    for (int u = 0; u < n; u++)
                        for (int v = 0; v < n; v++)
                            if (proposed[u, v] || proposed[v, u]) expected[u, v] = weights[u, v];
                    AssertSame(expected, BibliographicCoupling.Compute(edges.Directed, options, Alone));
                }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // Newman's example in words: a paper of three authors gives each of them links that sum to 1.
    [Fact]
    public void Fractional_links_of_one_paper_sum_to_one_for_each_author()
    {
        DirectedCsr papers = DirectedCsr.FromEdges(6, [(0, 2), (0, 3), (0, 4), (1, 4), (1, 5)]);
        UndirectedCsr authors = BipartiteProjection.Compute(papers, new() { Counting = ProjectionCounting.Fractional });
        Assert.Equal([3, 4], authors.Neighbours(2).ToArray());
        Assert.Equal([0.5, 0.5], authors.Rows.WeightsOf(2).ToArray());
        Assert.Equal([0.5, 0.5, 1.0], authors.Rows.WeightsOf(4).ToArray());
    }

    // Recorded from igraph 0.10.2 (cocitation, bibcoupling) over the same 134 citations.
    [Fact]
    public void Counts_are_those_of_igraph()
    {
        (int, int)[] edges =
            [.. (from i in Enumerable.Range(5, 35) from j in Enumerable.Range(0, 4) select (i, ((i * i * 7) + (j * 5)) % i)).Distinct()];
        DirectedCsr graph = DirectedCsr.FromEdges(40, edges);
        UndirectedCsr cited = Cocitation.Compute(graph), coupled = BibliographicCoupling.Compute(graph);
        Assert.Equal(134, edges.Length);
        Assert.Equal(392, Enumerable.Range(0, 40).Sum(node => cited.Rows.WeightsOf(node).ToArray().Sum()));
        Assert.Equal(34, Enumerable.Range(0, 40).Max(node => cited.Rows.WeightsOf(node).ToArray().Append(0).Max()));
        Assert.Equal([3, 2, 3, 2, 34, 1, 1], cited.Rows.WeightsOf(0).ToArray().Take(7));
        Assert.Equal(3692, Enumerable.Range(0, 40).Sum(node => coupled.Rows.WeightsOf(node).ToArray().Sum()));
        Assert.Equal(
            [1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, .. Enumerable.Repeat(4.0, 23)], coupled.Rows.WeightsOf(39).ToArray());
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        DirectedCsr graph = RandomCitations.Graph(nodes: 3000, references: 12, seed: 7);
        foreach (int most in (int[])[5, int.MaxValue])
        {
            ProjectionOptions options =
                new() { Normalization = ProjectionNormalization.Cosine, Counting = ProjectionCounting.Fractional, MostPerNode = most };
            UndirectedCsr[] results =
                [.. ((int[])[1, 2, 3, 8]).Select(threads => BibliographicCoupling.Compute(graph, options, new() { Threads = threads }))];
            Assert.All(results, result =>
            {
                Assert.Equal(results[0].Rows.Offsets.ToArray(), result.Rows.Offsets.ToArray());
                for (int node = 0; node < graph.NodeCount; node++)
                {
                    Assert.Equal(results[0].Neighbours(node).ToArray(), result.Neighbours(node).ToArray());
                    Assert.Equal(results[0].Rows.WeightsOf(node).ToArray(), result.Rows.WeightsOf(node).ToArray());
                }
            });
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Graphs_without_edges_have_projections_without_links(int nodes)
    {
        UndirectedCsr links =
            Cocitation.Compute(DirectedCsr.FromEdges(nodes, []), new() { Normalization = ProjectionNormalization.Cosine });
        Assert.Equal(nodes, links.NodeCount);
        Assert.Equal(0, links.EdgeCount);
    }

    [Fact]
    public void A_star_of_a_million_is_refused_at_once_or_left_out()
    {
        DirectedCsr star = DirectedCsr.FromEdges(1_000_001, [.. Enumerable.Range(1, 1_000_000).Select(leaf => (leaf, 0))]);
        Assert.Equal("PGA060", Assert.Throws<PapergraphException>(() => BibliographicCoupling.Compute(star)).Code);
        ProjectionOptions thresholds = new() { Normalization = ProjectionNormalization.Cosine, MinWeight = 0.5, MostLinks = 1_000_000 };
        Assert.Equal("PGA060", Assert.Throws<PapergraphException>(() => BibliographicCoupling.Compute(star, thresholds)).Code);
        Assert.Equal(0, BibliographicCoupling.Compute(star, new() { MostPerShared = 1000 }).EdgeCount);
        Assert.Equal(0, Cocitation.Compute(star).EdgeCount);
    }

    // All links of the star, which each end would propose, take 100 MB.
    [Fact]
    public void Too_many_links_are_refused_before_they_are_kept_where_each_node_keeps_its_best()
    {
        DirectedCsr star = DirectedCsr.FromEdges(3001, [.. Enumerable.Range(1, 3000).Select(leaf => (leaf, 0))]);
        ProjectionOptions most = new() { MostPerNode = 2900, MostLinks = 1000 };
        Execution one = new() { Threads = 1 };
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("PGA060", Assert.Throws<PapergraphException>(() => BibliographicCoupling.Compute(star, most, one)).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void Best_links_that_both_ends_propose_count_once()
    {
        DirectedCsr star = DirectedCsr.FromEdges(11, [.. Enumerable.Range(1, 10).Select(leaf => (leaf, 0))]);
        ProjectionOptions best = new() { MostPerNode = 9, MostLinks = 45 };
        Assert.Equal(45, BibliographicCoupling.Compute(star, best).EdgeCount);
        Assert.Equal("PGA060", Assert.Throws<PapergraphException>(() => BibliographicCoupling.Compute(star, best with { MostLinks = 44 })).Code);
    }

    [Fact]
    public void More_links_than_allowed_are_refused_also_where_no_single_item_tells()
    {
        DirectedCsr graph = RandomCitations.Graph(nodes: 500, references: 8, seed: 3);
        int links = (int)Cocitation.Compute(graph).EdgeCount;
        Assert.Equal(links, Cocitation.Compute(graph, new() { MostLinks = links }).EdgeCount);
        Assert.Equal("PGA060", Assert.Throws<PapergraphException>(() => Cocitation.Compute(graph, new() { MostLinks = links - 1 })).Code);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_that_are_no_weights_are_refused(double weight)
    {
        DirectedCsr graph = DirectedCsr.FromEdges(3, [(0, 1), (0, 2)], [1, weight]);
        Assert.Equal("PGA002", Assert.Throws<PapergraphException>(() => Cocitation.Compute(graph)).Code);
    }

    [Fact]
    public void Options_outside_their_range_are_refused_by_name()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(1, []);
        (ProjectionOptions Options, string Name)[] wrong =
        [
            (new() { MinShared = -1 }, "min-shared"), (new() { MinWeight = double.NaN }, "min-weight"),
                (new() { MostPerNode = 0 }, "most-per-node"),
            (new() { MostPerShared = 1 }, "most-per-shared"), (new() { MostLinks = 0 }, "most-links"),
        ];
        Assert.All(wrong, w =>
            Assert.StartsWith(w.Name, Assert.Throws<PapergraphException>(() => Cocitation.Compute(graph, w.Options)).Message,
                StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_ends_with_all_nodes_and_a_cancelled_run_ends_early()
    {
        DirectedCsr graph = RandomCitations.Graph(nodes: 2000, references: 8, seed: 5);
        Collected progress = new();
        UndirectedCsr told = Cocitation.Compute(graph, execution: new() { Progress = progress, Threads = 2 });
        Assert.Equal(told.EdgeCount, Cocitation.Compute(graph).EdgeCount);
        Assert.Equal(2000, progress.Updates[^1].Done);
        Assert.True(progress.Updates.Zip(progress.Updates.Skip(1)).All(pair => pair.First.Done < pair.Second.Done));

        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Cocitation.Compute(graph, execution: new() { Cancellation = source.Token }));
    }

    private sealed class Collected : IProgress<ProgressUpdate>
    {
        public List<ProgressUpdate> Updates { get; } = [];

        public void Report(ProgressUpdate value) => Updates.Add(value);
    }

    private static double[,] Incidence(RandomGraphs.EdgeList edges, bool weighted)
    {
        double[,] has = weighted ? edges.WeightMatrix() : edges.Matrix();
        for (int u = 0; u < edges.NodeCount; u++)
            for (int v = 0; v < edges.NodeCount; v++)
                has[u, v] = u == v ? 0 : weighted ? has[u, v] : Math.Min(1, has[u, v]);
        return has;
    }

    private static double[,] Transposed(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] turned = new double[n, n];
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++) turned[v, u] = matrix[u, v];
        return turned;
    }

    private static double[,] Dense(double[,] has, ProjectionOptions options)
    {
        int n = has.GetLength(0);
        double[,] shared = new double[n, n], weights = new double[n, n];
        for (int x = 0; x < n; x++)
        {
            int holders = Enumerable.Range(0, n).Count(u => has[u, x] > 0);
            if (holders > options.MostPerShared) continue;
            double factor = options.Counting == ProjectionCounting.Fractional && holders > 1 ? 1.0 / (holders - 1) : 1;
            for (int u = 0; u < n; u++)
                for (int v = 0; v < n; v++) shared[u, v] += factor * has[u, x] * has[v, x];
        }

        double all = 0;
        double[] others = new double[n];
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++)
                if (u != v) (others[u], all) = (others[u] + shared[u, v], all + shared[u, v]);
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++)
                if (u != v && shared[u, v] > 0)
                    weights[u, v] = options.Normalization switch
                    {
                        ProjectionNormalization.Cosine => shared[u, v] / Math.Sqrt(shared[u, u] * shared[v, v]),
                        ProjectionNormalization.AssociationStrength => all * shared[u, v] / (others[u] * others[v]),
                        ProjectionNormalization.Jaccard => shared[u, v] / (shared[u, u] + shared[v, v] - shared[u, v]),
                        ProjectionNormalization.Dice => 2 * shared[u, v] / (shared[u, u] + shared[v, v]),
                        ProjectionNormalization.Inclusion => shared[u, v] / Math.Min(shared[u, u], shared[v, v]),
                        _ => shared[u, v],
                    };
        return weights;
    }

    private static void AssertSame(double[,] expected, UndirectedCsr links)
    {
        int n = expected.GetLength(0);
        Assert.Equal(n, links.NodeCount);
        for (int u = 0; u < n; u++)
        {
            Assert.Equal(Enumerable.Range(0, n).Where(v => expected[u, v] > 0), links.Neighbours(u).ToArray());
            double[] weights = links.Rows.WeightsOf(u).ToArray();
            int[] neighbours = links.Neighbours(u).ToArray();
            for (int i = 0; i < weights.Length; i++) Assert.Equal(expected[u, neighbours[i]], weights[i], 1e-12 * Math.Max(1, weights[i]));
        }
    }
}
