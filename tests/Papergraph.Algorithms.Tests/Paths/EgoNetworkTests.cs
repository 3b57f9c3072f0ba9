using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class EgoNetworkTests
{
    // Oracle: Floyd's algorithm on a matrix, and the list of edges.
    [Fact]
    public void Nodes_within_the_radius_come_by_distance_with_all_edges_between_them() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            double[,] outgoing = DenseDistances.Of(edges);
            foreach ((TraversalDirection direction, double[,] distances) in ((TraversalDirection, double[,])[])
                [
                    (TraversalDirection.Outgoing, outgoing), (TraversalDirection.Incoming, outgoing.Transposed()),
                    (TraversalDirection.Both, DenseDistances.Of(edges, undirected: true)),
                ])
            {
                foreach (int radius in (int[])[0, 1, 2, int.MaxValue])
                {
                    EgoNetworkResult ego = EgoNetwork.Of(edges.Weighted, 0, radius, direction);
                    int[] expected = [.. Enumerable.Range(0, edges.NodeCount)
                        .Where(v => double.IsFinite(distances[0, v]) && distances[0, v] <= radius)
                        .OrderBy(v => distances[0, v]).ThenBy(v => v)];
                    int[] nodes = ego.Nodes.ToArray();
                    Assert.Equal(expected, nodes);
                    Assert.Equal(expected.Select(v => (int)distances[0, v]), ego.Distances.ToArray());
                    Assert.Equal(
                        edges.Edges.Zip(edges.Weights).Where(e => expected.Contains(e.First.Source) && expected.Contains(e.First.Target))
                            .Select(e => (e.First.Source, e.First.Target, e.Second)).Order(),
                        Enumerable.Range(0, nodes.Length).SelectMany(v => ego.Graph.Outgoing(v).ToArray().Zip(
                            ego.Graph.OutgoingRows.WeightsOf(v).ToArray(), (w, weight) => (nodes[v], nodes[w], weight))).Order());
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Half_of_a_path_of_a_million_is_found_without_recursion()
    {
        EgoNetworkResult ego = EgoNetwork.Of(Shapes.Path(1_000_000), 0, 500_000, TraversalDirection.Outgoing);
        Assert.Equal((500_001, 500_000L, false), (ego.Graph.NodeCount, ego.Graph.EdgeCount, ego.Graph.IsWeighted));
    }

    [Fact]
    public void Centres_radii_and_directions_that_do_not_exist_are_refused()
    {
        DirectedCsr graph = Shapes.Path(3);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => EgoNetwork.Of(graph, 3)).Code);
        Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => EgoNetwork.Of(graph, 0, -1)).Code);
        Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => EgoNetwork.Of(graph, 0, 1, (TraversalDirection)7)).Code);
    }
}
