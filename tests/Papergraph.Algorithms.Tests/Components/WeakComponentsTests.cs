using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class WeakComponentsTests
{
    [Fact]
    public void Two_nodes_share_a_component_where_a_path_without_directions_joins_them() =>
        Prop.ForAll(RandomGraphs.Small(mostEdges: 14, leastNodes: 0), edges =>
        {
            bool[,] reach = SmallOracles.Reach(edges.Matrix(), bothWays: true);
            Partition directed = WeakComponents.Compute(edges.Directed);
            Partition undirected = WeakComponents.Compute(UndirectedCsr.Of(edges.Directed));
            foreach (Partition found in (Partition[])[directed, undirected])
            {
                for (int u = 0; u < edges.NodeCount; u++)
                    for (int v = 0; v < edges.NodeCount; v++) Assert.Equal(reach[u, v], found[u] == found[v]);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Oracle: a search over lists of neighbours, one component after another.
    [Theory]
    [InlineData(30_000)]
    [InlineData(60_000)]
    [InlineData(200_000)]
    public void Many_components_are_found_by_any_number_of_threads(int edgeCount)
    {
        const int nodes = 60_000;
        (int Source, int Target)[] edges = LargeGraphs.RandomEdges(nodes, edgeCount, seed: 3, local: 0.9);
        List<int>[] around = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        foreach ((int source, int target) in edges)
        {
            around[source].Add(target);
            around[target].Add(source);
        }

        int[] labels = new int[nodes];
        Array.Fill(labels, -1);
        for (int start = 0; start < nodes; start++)
        {
            if (labels[start] >= 0) continue;
            Queue<int> queue = new([start]);
            labels[start] = start;
            while (queue.TryDequeue(out int node))
            {
                foreach (int next in around[node])
                {
                    if (labels[next] >= 0) continue;
                    labels[next] = start;
                    queue.Enqueue(next);
                }
            }
        }

        DirectedCsr graph = DirectedCsr.FromEdges(nodes, edges);
        int[] expected = Partition.OfLabels(labels).Groups.ToArray();
        Assert.All(LargeGraphs.Executions, threads => Assert.Equal(expected, WeakComponents.Compute(graph, threads).Groups.ToArray()));
    }

    [Fact]
    public void Long_and_wide_graphs_are_one_component()
    {
        DirectedCsr backwards = LargeGraphs.Path.Reversed();
        foreach (DirectedCsr graph in (DirectedCsr[])[LargeGraphs.Path, backwards, LargeGraphs.Ring, LargeGraphs.Star, LargeGraphs.Alone])
            Assert.Equal(1, WeakComponents.Compute(graph).Count);
    }

    [Fact]
    public void A_path_whose_nodes_lie_about_at_random_is_one_component()
    {
        int[] order = [.. Enumerable.Range(0, LargeGraphs.Million)];
        new Xoshiro256(seed: 5).Shuffle(order);
        (int, int)[] edges = [.. order.Zip(order.Skip(1))];
        DirectedCsr graph = DirectedCsr.FromEdges(order.Length, edges);
        Assert.Equal(1, WeakComponents.Compute(graph, new Execution { Threads = 3 }).Count);
    }

    [Fact]
    public void Nothing_has_no_component_and_nodes_without_edges_one_each()
    {
        Assert.Equal(0, WeakComponents.Compute(LargeGraphs.Nothing).Count);
        Assert.Equal(5000, WeakComponents.Compute(DirectedCsr.FromEdges(5000, [])).Count);
    }

    [Fact]
    public void A_cancelled_search_returns_nothing()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Execution cancelled = new() { Cancellation = source.Token };
        Assert.Throws<OperationCanceledException>(() => WeakComponents.Compute(LargeGraphs.Path, cancelled));
        Assert.Throws<OperationCanceledException>(() => StrongComponents.Compute(LargeGraphs.Path, cancelled));
        Assert.Throws<OperationCanceledException>(() => StrongComponents.Compute(LargeGraphs.Ring, cancelled));
    }
}
