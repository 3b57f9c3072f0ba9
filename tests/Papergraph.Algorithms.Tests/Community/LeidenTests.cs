using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class LeidenTests
{
    // The guarantee of the algorithm, at each level and after each number of iterations. Oracle: a breadth-first search inside communities.
    [Theory]
    [InlineData(QualityFunction.Modularity, 1)]
    [InlineData(QualityFunction.Modularity, 0.05)]
    [InlineData(QualityFunction.Modularity, 0)]
    [InlineData(QualityFunction.Modularity, 4)]
    [InlineData(QualityFunction.ConstantPotts, 0)]
    [InlineData(QualityFunction.ConstantPotts, 0.02)]
    [InlineData(QualityFunction.ConstantPotts, 0.4)]
    public void Every_community_is_connected(QualityFunction quality, double resolution) =>
        Prop.ForAll((
            from edges in RandomGraphs.Small(mostNodes: 80, mostEdges: 160).Generator
            from seed in Gen.Choose(0, 1000)
            from iterations in Gen.Choose(1, 3)
            from randomness in Gen.Elements(0, 0.01, 1, 100)
            select (edges, seed, iterations, randomness)).ToArbitrary(), c =>
        {
            UndirectedCsr graph = UndirectedCsr.Of(c.edges.Weighted, ParallelEdges.Merge, keepLoops: true);
            CommunityResult found = Leiden.Compute(graph, new()
            {
                Quality = quality,
                Resolution = resolution,
                Seed = (ulong)c.seed,
                MaxIterations = c.iterations,
                Randomness = c.randomness,
            });
            Assert.All(found.Levels, level => Assert.True(PartitionOracles.AreConnected(graph, level)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Every_community_of_a_large_graph_is_connected()
    {
        UndirectedCsr graph = PlantedGraphs.Unweighted(20_000, groups: 100, degree: 4, seed: 9, inside: 0.5);
        Assert.All(Leiden.Compute(graph).Levels, level => Assert.True(PartitionOracles.AreConnected(graph, level)));
    }

    // Oracle: all partitions, valued by the sum over pairs.
    [Fact]
    public void The_best_partition_of_a_small_graph_is_nearly_always_found()
    {
        int found = 0, all = 0;
        Prop.ForAll(RandomGraphs.Small(mostNodes: 8, mostEdges: 20), edges =>
        {
            UndirectedCsr graph = UndirectedCsr.Of(edges.Directed);
            double[,] adjacency = PartitionOracles.Adjacency(graph);
            double best = PartitionOracles.AllPartitions(graph.NodeCount).Max(groups => PartitionOracles.Modularity(adjacency, groups, 1));
            all++;
            if (Leiden.Compute(graph).Quality >= best - 1e-9) found++;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(17, 23));
        Assert.True(found >= 0.9 * all, $"{found} of {all}");
    }

    // Two triangles without an edge between them, as a community is left when the node that joined them has moved away.
    [Fact]
    public void A_community_that_is_not_connected_falls_apart()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)]);
        Xoshiro256 random = new(1);
        using WorkerTeam team = new(new Execution { Threads = 1 });
        CommunityGraph level = CommunityGraph.Of("Leiden", graph, QualityFunction.Modularity, 1, team);
        int[] parts = ConnectedParts.Of(level, [0, 0, 0, 0, 0, 0]);
        Assert.Equal([0, 0, 0, 3, 3, 3], parts);
        CommunityAssignment together = CommunityAssignment.Of(level, [0, 0, 0, 0, 0, 0]);
        int[] refined = CommunityRefinement.Run(level, together, 0.01, random.Next(), team, [new()], CancellationToken.None);
        Assert.NotEqual(refined[0], refined[3]);
    }
}
