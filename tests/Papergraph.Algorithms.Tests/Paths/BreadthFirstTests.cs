using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class BreadthFirstTests
{
    // Oracle: Floyd's algorithm on a matrix.
    [Fact]
    public void Distances_are_those_of_the_matrix() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            double[,] expected = DenseDistances.Of(edges);
            for (int source = 0; source < edges.NodeCount; source++)
            {
                int[] found = ShortestPaths.BreadthFirst(edges.Directed, source).ToArray();
                for (int v = 0; v < found.Length; v++) Assert.Equal(expected[source, v], found[v] < 0 ? double.PositiveInfinity : found[v]);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // Oracle: what makes numbers distances. No edge leads more than one on; whoever is found is found from a node one nearer; no edge
    // leads from a node that is found to one that is not.
    [Theory]
    [InlineData(200_000, 1_600_000)]
    [InlineData(200_000, 180_000)]
    [InlineData(3_000, 900_000)]
    public void Distances_hold_together_in_graphs_where_the_search_turns_round(int nodes, int edges)
    {
        DirectedCsr graph = Shapes.Random(nodes, edges, seed: 7);
        int[] expected = ShortestPaths.BreadthFirst(graph, 0, new Execution { Threads = 1 }).ToArray();
        Assert.Equal(0, expected[0]);
        for (int v = 1; v < nodes; v++)
        {
            int nearest = int.MaxValue;
            foreach (int u in graph.Incoming(v))
                if (expected[u] >= 0) nearest = Math.Min(nearest, expected[u]);
            Assert.Equal(nearest == int.MaxValue ? -1 : nearest + 1, expected[v]);
        }

        foreach (int threads in Shapes.ThreadCounts)
            Assert.Equal(expected, ShortestPaths.BreadthFirst(graph, 0, new Execution { Threads = threads }).ToArray());
    }

    [Fact]
    public void A_search_can_be_made_again_and_tells_the_least_of_the_farthest_nodes()
    {
        DirectedCsr graph = Shapes.Random(50_000, 400_000, seed: 3);
        using WorkerTeam team = new(new Execution { Threads = 2 });
        BreadthFirstSearch search = new(graph.NodeCount, graph.OutgoingRows, graph.IncomingRows, team);
        foreach (int source in (int[])[5, 49_999, 5])
        {
            (int distance, int node) = search.From(source);
            Assert.Equal(ShortestPaths.BreadthFirst(graph, source).ToArray(), search.Distances);
            Assert.Equal(search.Distances.Max(), distance);
            Assert.Equal(Array.IndexOf(search.Distances, distance), node);
        }
    }

    [Fact]
    public void A_path_of_a_million_and_a_star_of_a_million_take_no_recursion()
    {
        Assert.Equal(Enumerable.Range(0, 1_000_000), ShortestPaths.BreadthFirst(Shapes.Path(1_000_000), 0).ToArray());
        int[] star = ShortestPaths.BreadthFirst(UndirectedCsr.Of(Shapes.Star(1_000_000)).AsDirected(), 5).ToArray();
        Assert.Equal((0, 1, 999_998), (star[5], star[0], star.Count(d => d == 2)));
    }

    [Fact]
    public void A_node_alone_is_at_distance_0_from_itself() =>
        Assert.Equal([-1, 0], ShortestPaths.BreadthFirst(DirectedCsr.FromEdges(2, [(1, 1)]), 1).ToArray());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(3, -1)]
    public void A_source_that_is_not_there_is_refused(int nodes, int source) => Assert.Equal(
        "PGA004", Assert.Throws<PapergraphException>(() => ShortestPaths.BreadthFirst(DirectedCsr.FromEdges(nodes, []), source)).Code);

    [Fact]
    public void A_cancelled_search_ends() => Assert.Throws<OperationCanceledException>(
        () => ShortestPaths.BreadthFirst(Shapes.Path(10), 0, new Execution { Cancellation = new CancellationToken(canceled: true) }));
}
