using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class ModularityTests
{
    private static readonly Arbitrary<(RandomGraphs.EdgeList Edges, int[] Groups, double Resolution)> Cases = (
        from edges in RandomGraphs.Small().Generator
        from groups in Gen.Choose(0, edges.NodeCount - 1).ArrayOf(edges.NodeCount)
        from resolution in Gen.Elements(0.0, 0.1, 0.5, 1.0, 2.5)
        select (edges, groups, resolution)).ToArbitrary();

    // Oracle: the double sum over all pairs of nodes.
    [Theory]
    [InlineData(ParallelEdges.Merge)]
    [InlineData(ParallelEdges.Count)]
    [InlineData(ParallelEdges.Keep)]
    public void Both_qualities_agree_with_the_sum_over_pairs(ParallelEdges parallel) => Prop.ForAll(Cases, c =>
    {
        foreach (DirectedCsr directed in (DirectedCsr[])[c.Edges.Directed, c.Edges.Weighted])
        {
            UndirectedCsr graph = UndirectedCsr.Of(directed, parallel, keepLoops: true);
            double[,] adjacency = PartitionOracles.Adjacency(graph);
            Partition partition = Partition.OfLabels(c.Groups);
            double modularity = PartitionOracles.Modularity(adjacency, c.Groups, c.Resolution);
            double potts = PartitionOracles.ConstantPotts(adjacency, c.Groups, c.Resolution);
            Assert.Equal(modularity, Modularity.Of(graph, partition, c.Resolution), 1e-12);
            Assert.Equal(potts, ConstantPotts.Of(graph, partition, c.Resolution), 1e-9);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void All_nodes_in_one_group_have_modularity_0() =>
        Assert.Equal(0, Modularity.Of(UndirectedCsr.FromEdges(3, [(0, 1), (1, 2)]), Partition.OfLabels([0, 0, 0])));

    [Fact]
    public void Two_triangles_joined_by_an_edge_are_worth_five_fourteenths()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)]);
        Assert.Equal(5.0 / 14, Modularity.Of(graph, Partition.OfLabels([0, 0, 0, 1, 1, 1])), 1e-15);
    }

    // As igraph and networkit answer.
    [Fact]
    public void A_self_loop_counts_twice_in_the_degree_and_once_as_an_edge()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(3, [(0, 0), (0, 1), (1, 2)], keepLoops: true);
        Assert.Equal(-1.0 / 18, Modularity.Of(graph, Partition.OfLabels([0, 0, 1])), 1e-15);
    }

    [Fact]
    public void A_graph_without_edges_has_modularity_0() =>
        Assert.Equal(0, Modularity.Of(UndirectedCsr.FromEdges(3, []), Partition.OfLabels([0, 1, 1])));

    [Fact]
    public void Values_are_the_same_to_the_bit_for_any_number_of_threads()
    {
        UndirectedCsr graph = PlantedGraphs.Weighted(20_000, groups: 30, degree: 6, seed: 3);
        Partition partition = PlantedGraphs.Groups(20_000, groups: 30);
        double[] values = [.. PlantedGraphs.Executions.Select(execution => Modularity.Of(graph, partition, 1, execution))];
        Assert.All(values, value => Assert.Equal(BitConverter.DoubleToInt64Bits(values[0]), BitConverter.DoubleToInt64Bits(value)));
    }

    [Fact]
    public void A_partition_of_another_number_of_nodes_is_refused()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(3, [(0, 1)]);
        Assert.Equal("PGA003", Assert.Throws<PapergraphException>(() => Modularity.Of(graph, Partition.OfLabels([0, 0]))).Code);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_resolution_out_of_range_is_refused(double resolution) => Assert.Equal("PGA001", Assert.Throws<PapergraphException>(
        () => ConstantPotts.Of(UndirectedCsr.FromEdges(2, [(0, 1)]), Partition.OfLabels([0, 0]), resolution)).Code);
}
