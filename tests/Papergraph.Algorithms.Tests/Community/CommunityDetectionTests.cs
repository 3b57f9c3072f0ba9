using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

/// <summary>What holds for Louvain and Leiden alike.</summary>
public class CommunityDetectionTests
{
    public enum Method
    {
        Louvain,
        Leiden,
    }

    public static TheoryData<Method, QualityFunction, double> All => new()
    {
        { Method.Louvain, QualityFunction.Modularity, 1 },
        { Method.Louvain, QualityFunction.Modularity, 0.4 },
        { Method.Louvain, QualityFunction.ConstantPotts, 0.3 },
        { Method.Leiden, QualityFunction.Modularity, 1 },
        { Method.Leiden, QualityFunction.Modularity, 2.5 },
        { Method.Leiden, QualityFunction.ConstantPotts, 0.3 },
        { Method.Leiden, QualityFunction.ConstantPotts, 0 },
    };

    public static TheoryData<Method> Methods => [Method.Louvain, Method.Leiden];

    // With as many iterations as it takes.
    private static CommunityResult Find(
        Method method,
        UndirectedCsr graph,
        QualityFunction quality = QualityFunction.Modularity,
        double resolution = 1,
        int iterations = 1000,
        Execution? execution = null) => method == Method.Louvain
        ? Louvain.Compute(graph, new() { Quality = quality, Resolution = resolution, MaxIterations = iterations }, execution)
        : Leiden.Compute(graph, new() { Quality = quality, Resolution = resolution, MaxIterations = iterations, Tolerance = 0 }, execution);

    // Oracle: all partitions of the nodes, valued by the sum over pairs.
    [Theory]
    [MemberData(nameof(All))]
    public void The_quality_is_that_of_the_partition_and_not_above_the_best(Method method, QualityFunction quality, double resolution) =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 7, mostEdges: 20), edges =>
        {
            foreach (DirectedCsr directed in (DirectedCsr[])[edges.Directed, edges.Weighted])
            {
                UndirectedCsr graph = UndirectedCsr.Of(directed, ParallelEdges.Merge, keepLoops: true);
                double[,] adjacency = PartitionOracles.Adjacency(graph);
                CommunityResult found = Find(method, graph, quality, resolution);
                double Value(int[] groups) => PartitionOracles.Quality(quality, adjacency, groups, resolution);
                double best = PartitionOracles.AllPartitions(graph.NodeCount).Max(Value);
                Assert.Equal(Value(found.Partition.Groups.ToArray()), found.Quality, 1e-9);
                Assert.True(found.Quality <= best + 1e-9);
                Assert.True(found.Converged);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    // Oracle: each node in each community, valued by the sum over pairs.
    [Theory]
    [MemberData(nameof(All))]
    public void No_single_move_improves_what_has_converged(Method method, QualityFunction quality, double resolution) =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 12, mostEdges: 40), edges =>
        {
            UndirectedCsr graph = UndirectedCsr.Of(edges.Weighted, ParallelEdges.Merge, keepLoops: true);
            double[,] adjacency = PartitionOracles.Adjacency(graph);
            CommunityResult found = Find(method, graph, quality, resolution);
            int[] groups = found.Partition.Groups.ToArray();
            for (int node = 0; node < groups.Length; node++)
            {
                int own = groups[node];
                for (int group = 0; group <= found.Partition.Count; group++)
                {
                    groups[node] = group;
                    Assert.True(PartitionOracles.Quality(quality, adjacency, groups, resolution) <= found.Quality + 1e-9);
                }

                groups[node] = own;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Theory]
    [MemberData(nameof(All))]
    public void Each_level_joins_groups_of_the_one_before_up_to_the_partition(Method method, QualityFunction quality, double resolution) =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 60, mostEdges: 150), edges =>
        {
            CommunityResult found = Find(method, UndirectedCsr.Of(edges.Weighted), quality, resolution, iterations: 2);
            for (int level = 1; level < found.Levels.Count; level++)
                Assert.True(PartitionOracles.IsNested(found.Levels[level - 1], found.Levels[level]));
            Assert.Equal(found.Levels[^1].Groups.ToArray(), found.Partition.Groups.ToArray());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Theory]
    [MemberData(nameof(All))]
    public void Communities_are_the_same_to_the_bit_for_any_number_of_threads(Method method, QualityFunction quality, double resolution)
    {
        double scaled = quality == QualityFunction.ConstantPotts ? resolution / 100 : resolution;
        UndirectedCsr[] graphs =
        [
            PlantedGraphs.Unweighted(20_000, groups: 100, degree: 4, seed: 7),
            PlantedGraphs.Weighted(20_000, groups: 100, degree: 4, seed: 8),
        ];
        foreach (UndirectedCsr graph in graphs)
        {
            CommunityResult[] results =
                [.. PlantedGraphs.Executions.Select(run => Find(method, graph, quality, scaled, iterations: 2, execution: run))];
            foreach (CommunityResult result in results)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(results[0].Quality), BitConverter.DoubleToInt64Bits(result.Quality));
                Assert.Equal(
                    results[0].Levels.Select(level => level.Groups.ToArray()), result.Levels.Select(level => level.Groups.ToArray()));
            }
        }
    }

    // Large enough for batches. Oracle: what moves gain, from degrees and neighbours counted here.
    [Theory]
    [MemberData(nameof(Methods))]
    public void No_single_move_improves_a_large_graph_that_has_converged(Method method)
    {
        UndirectedCsr graph = PlantedGraphs.Unweighted(20_000, groups: 50, degree: 4, seed: 5);
        CommunityResult found = Find(method, graph);
        Assert.True(found.Converged);
        Assert.Equal(Modularity.Of(graph, found.Partition), found.Quality, 1e-12);
        double twice = graph.Rows.EdgeCount;
        double[] degrees = new double[found.Partition.Count];
        for (int node = 0; node < graph.NodeCount; node++) degrees[found.Partition[node]] += graph.Neighbours(node).Length;
        for (int node = 0; node < graph.NodeCount; node++)
        {
            Dictionary<int, int> links = new() { [found.Partition[node]] = 0 };
            foreach (int neighbour in graph.Neighbours(node))
                links[found.Partition[neighbour]] = links.GetValueOrDefault(found.Partition[neighbour]) + 1;
            double degree = graph.Neighbours(node).Length;
            double Worth(int group) => links[group] - (degree * (degrees[group] - (group == found.Partition[node] ? degree : 0)) / twice);
            double own = Worth(found.Partition[node]);
            Assert.All(links.Keys, group => Assert.True(Worth(group) <= own + 1e-9));
            Assert.True(own >= -1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Planted_communities_are_found(Method method)
    {
        LfrGraph planted = Lfr.Generate(new() { Nodes = 2000, Mixing = 0.2 });
        int[] found = Find(method, planted.Graph).Partition.Groups.ToArray(), expected = planted.Communities.Groups.ToArray();

        // Of the pairs of neighbours, at least 98 in 100 are together or apart as planted: the resolution limit joins a few.
        long agreed = 0, all = 0;
        for (int node = 0; node < found.Length; node++)
        {
            foreach (int neighbour in planted.Graph.Neighbours(node))
            {
                all++;
                if ((found[node] == found[neighbour]) == (expected[node] == expected[neighbour])) agreed++;
            }
        }

        Assert.True(agreed >= 0.98 * all, $"{agreed} of {all}");
    }

    // Fortunato & Barthélemy, PNAS 104(1), 2007: in a ring of 30 cliques of 5 nodes modularity is greatest when neighbours are joined;
    // the constant Potts model has no such limit.
    [Theory]
    [MemberData(nameof(Methods))]
    public void Modularity_joins_the_cliques_of_a_ring_and_the_constant_Potts_model_does_not(Method method)
    {
        List<(int, int)> edges = [];
        for (int clique = 0; clique < 30; clique++)
        {
            edges.Add(((clique * 5) + 4, (clique + 1) % 30 * 5));
            for (int a = 0; a < 5; a++)
                for (int b = a + 1; b < 5; b++) edges.Add(((clique * 5) + a, (clique * 5) + b));
        }

        UndirectedCsr graph = UndirectedCsr.FromEdges(150, [.. edges]);
        Partition cliques = PlantedGraphs.Groups(150, 30);
        Assert.Equal(0.876, Modularity.Of(graph, cliques), 0.0005);
        Assert.True(Find(method, graph).Quality > 0.88);
        Assert.Equal(cliques.Groups.ToArray(), Find(method, graph, QualityFunction.ConstantPotts, 0.5).Partition.Groups.ToArray());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Components_are_never_joined(Method method)
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(9, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (6, 7)]);
        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2, 3], Find(method, graph).Partition.Groups.ToArray());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Graphs_without_edges_between_nodes_keep_each_node_for_itself(Method method)
    {
        foreach (int n in (int[])[0, 1, 5, 3000])
        {
            CommunityResult found = Find(method, UndirectedCsr.FromEdges(n, []));
            Assert.Equal(n, found.Partition.Count);
            Assert.Equal(0, found.Quality);
            Assert.Single(found.Levels);
            Assert.True(found.Converged);
        }

        UndirectedCsr loops = UndirectedCsr.FromEdges(3, [(0, 0), (1, 1), (1, 1)], parallel: ParallelEdges.Keep, keepLoops: true);
        Assert.Equal(3, Find(method, loops).Partition.Count);
        UndirectedCsr weightless = UndirectedCsr.FromEdges(3, [(0, 1), (1, 2)], [0, 0]);
        Assert.Equal(3, Find(method, weightless).Partition.Count);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_star_of_a_million_leaves_is_one_community(Method method)
    {
        UndirectedCsr star = UndirectedCsr.FromEdges(1_000_001, [.. Enumerable.Range(1, 1_000_000).Select(leaf => (0, leaf))]);
        CommunityResult found = Find(method, star, iterations: 1);
        Assert.Equal(1, found.Partition.Count);
        Assert.Equal(0, found.Quality, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_path_of_a_million_nodes_falls_into_pieces_of_neighbours(Method method)
    {
        UndirectedCsr path = UndirectedCsr.FromEdges(1_000_000, [.. Enumerable.Range(0, 999_999).Select(node => (node, node + 1))]);
        CommunityResult found = Find(method, path, iterations: 1);
        Assert.True(found.Quality > 0.99);
        Assert.True(PartitionOracles.AreConnected(path, found.Partition));
    }

    // Nobody has checked rows that are mapped from a file.
    [Theory]
    [MemberData(nameof(Methods))]
    public void Rows_that_are_not_symmetric_come_to_an_end_too(Method method) =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 20, mostEdges: 60), edges =>
        {
            CsrRows rows = edges.Weighted.OutgoingRows;
            if (rows.EdgeCount % 2 != 0) return;
            CommunityResult found = Find(method, new UndirectedCsr(edges.NodeCount, rows, loopCount: 0), iterations: 3);
            Assert.Equal(edges.NodeCount, found.Partition.NodeCount);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Weights_scaled_by_a_power_of_two_change_nothing(Method method)
    {
        foreach (double scale in (double[])[Math.ScaleB(1, -1000), 8, Math.ScaleB(1, 900)])
        {
            (int, int)[] edges = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3), (5, 6), (6, 7)];
            double[] weights = [3, 2, 4, 5, 1, 2, 1, 2, 6];
            CommunityResult plain = Find(method, UndirectedCsr.FromEdges(8, edges, weights));
            CommunityResult scaled = Find(method, UndirectedCsr.FromEdges(8, edges, [.. weights.Select(weight => weight * scale)]));
            Assert.Equal(plain.Partition.Groups.ToArray(), scaled.Partition.Groups.ToArray());
            Assert.Equal(plain.Quality, scaled.Quality, 1e-12);
        }
    }

    [Theory]
    [InlineData(Method.Louvain, double.NaN, "PGA002")]
    [InlineData(Method.Louvain, -1, "PGA002")]
    [InlineData(Method.Leiden, -1, "PGA002")]
    [InlineData(Method.Leiden, double.PositiveInfinity, "PGA002")]
    [InlineData(Method.Leiden, 1e308, "PGA050")]
    public void Weights_that_the_definition_does_not_know_are_refused(Method method, double weight, string code)
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(3, [(0, 1), (1, 2)], [weight, weight]);
        Assert.Equal(code, Assert.Throws<PapergraphException>(() => Find(method, graph)).Code);
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(2, [(0, 1)]);
        void Refused(string option, Action compute)
        {
            PapergraphException error = Assert.Throws<PapergraphException>(compute);
            Assert.Equal("PGA001", error.Code);
            Assert.StartsWith(option, error.Message, StringComparison.Ordinal);
        }

        Refused("resolution", () => Louvain.Compute(graph, new() { Resolution = -1 }));
        Refused("random-starts", () => Louvain.Compute(graph, new() { RandomStarts = 0 }));
        Refused("random-starts", () => Leiden.Compute(graph, new() { RandomStarts = 0 }));
        Refused("max-iterations", () => Louvain.Compute(graph, new() { MaxIterations = 0 }));
        Refused("resolution", () => Leiden.Compute(graph, new() { Resolution = double.NaN }));
        Refused("max-iterations", () => Leiden.Compute(graph, new() { MaxIterations = 0 }));
        Refused("randomness", () => Leiden.Compute(graph, new() { Randomness = -0.1 }));
        Refused("tolerance", () => Leiden.Compute(graph, new() { Tolerance = double.NaN }));
        Refused("threads", () => Leiden.Compute(graph, execution: new() { Threads = 0 }));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_cancelled_search_ends(Method method)
    {
        using CancellationTokenSource source = new();
        Execution execution = new() { Threads = 2, Cancellation = source.Token, Progress = new CancelAtOnce(source) };
        Assert.ThrowsAny<OperationCanceledException>(() => Find(method, PlantedGraphs.Unweighted(20_000, 100, 4, 7), execution: execution));
    }

    private sealed class CancelAtOnce(CancellationTokenSource source) : IProgress<ProgressUpdate>
    {
        public void Report(ProgressUpdate value) => source.Cancel();
    }
}
