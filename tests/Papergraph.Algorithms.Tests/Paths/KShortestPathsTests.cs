using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Paths;

public class KShortestPathsTests
{
    // Oracle: all simple paths, listed one by one and put in order.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void They_are_the_first_of_all_loopless_paths_in_order(bool weighted) =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 7, mostEdges: 24), edges =>
        {
            double[] weights = [.. edges.Weights.Select(weight => weighted ? Math.Max(0, weight - 3) : 1)];
            DirectedCsr graph = weighted ? DirectedCsr.FromEdges(edges.NodeCount, edges.Edges, weights) : edges.Directed;
            int target = edges.NodeCount - 1;
            List<(double Length, int[] Nodes)> all = [];
            List(edges, weights, [0], 0, target, all);
            all.Sort((a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length)
                : a.Nodes.Length != b.Nodes.Length ? a.Nodes.Length.CompareTo(b.Nodes.Length)
                : a.Nodes.AsSpan().SequenceCompareTo(b.Nodes));
            foreach (int count in (int[])[1, 2, 5, 1000])
            {
                IReadOnlyList<WeightedPath> found = KShortestPaths.Find(graph, 0, target, count);
                Assert.Equal(
                    all.Take(count).Select(path => $"{path.Length}: {string.Join(' ', path.Nodes)}"),
                    found.Select(path => $"{path.Length}: {string.Join(' ', path.Nodes.ToArray())}"));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void List(
        RandomGraphs.EdgeList edges, double[] weights, int[] begin, double length, int target, List<(double, int[])> all)
    {
        if (begin[^1] == target)
        {
            all.Add((length, begin));
            return;
        }

        for (int next = 0; next < edges.NodeCount; next++)
        {
            double[] between = [.. weights.Where((_, e) => edges.Edges[e] == (begin[^1], next))];
            if (between.Length > 0 && !begin.Contains(next)) List(edges, weights, [.. begin, next], length + between.Min(), target, all);
        }
    }

    // The example of Yen's method as it is taught, with the three lengths 5, 7 and 8.
    [Fact]
    public void The_textbook_example_has_its_three_paths()
    {
        (int, int)[] edges = [(0, 1), (0, 2), (1, 3), (2, 1), (2, 3), (2, 4), (3, 4), (3, 5), (4, 5)];
        DirectedCsr graph = DirectedCsr.FromEdges(6, edges, [3, 2, 4, 1, 2, 3, 2, 1, 2]);
        IReadOnlyList<WeightedPath> found = KShortestPaths.Find(graph, 0, 5, 3);
        Assert.Equal([5, 7, 8], found.Select(path => path.Length));
        Assert.Equal([0, 2, 3, 5], found[0].Nodes.ToArray());
        Assert.Equal([0, 2, 4, 5], found[1].Nodes.ToArray());
    }

    [Fact]
    public void On_a_larger_graph_they_are_distinct_simple_ascending_and_a_longer_list_only_goes_on()
    {
        DirectedCsr graph = WeightedPathsTests.Random(2000, 12_000, "uniform", seed: 5);
        IReadOnlyList<WeightedPath> found = KShortestPaths.Find(graph, 0, 1999, 60), more = KShortestPaths.Find(graph, 0, 1999, 90);
        Assert.Equal(60, found.Count);
        Assert.Equal(ShortestPaths.Weighted(graph, 0).Distances.Span[1999], found[0].Length);
        Assert.Equal(60, found.Select(path => string.Join(' ', path.Nodes.ToArray())).Distinct().Count());
        Assert.All(found, path => Assert.Equal(path.Nodes.Length, path.Nodes.ToArray().Distinct().Count()));
        Assert.Equal(found.Select(path => path.Length).Order(), found.Select(path => path.Length));
        Assert.Equal(found.Select(path => string.Join(' ', path.Nodes.ToArray())), more.Take(60).Select(path => string.Join(' ', path.Nodes.ToArray())));
    }

    // 16 nodes without a weight between them: many paths of one length, and labels that only the number of edges tells apart.
    [Fact]
    public void Weights_of_zero_leave_the_number_of_edges_to_decide()
    {
        (int, int)[] edges = [.. from u in Enumerable.Range(0, 16) from v in Enumerable.Range(0, 16) where u != v select (u, v)];
        IReadOnlyList<WeightedPath> found = KShortestPaths.Find(DirectedCsr.FromEdges(16, edges, new double[edges.Length]), 0, 15, 17);
        Assert.Equal([2, .. Enumerable.Repeat(3, 14), 4, 4], found.Select(path => path.Nodes.Length));
        Assert.Equal([0, 1, 2, 15], found[15].Nodes.ToArray());
        Assert.Equal([0, 1, 3, 15], found[16].Nodes.ToArray());
    }

    [Fact]
    public void Unfit_requests_are_refused_by_name()
    {
        DirectedCsr graph = DirectedCsr.FromEdges(2, [(0, 1)], [-1]);
        Assert.Equal("PGA002", Assert.Throws<PapergraphException>(() => KShortestPaths.Find(graph, 0, 1)).Code);
        Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => KShortestPaths.Find(graph.Unweighted(), 0, 1, 0)).Code);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => KShortestPaths.Find(graph.Unweighted(), 0, 2)).Code);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => KShortestPaths.Find(graph.Unweighted(), -1, 0)).Code);
        Assert.Empty(KShortestPaths.Find(graph.Unweighted(), 1, 0));
        Assert.Equal(0, Assert.Single(KShortestPaths.Find(graph.Unweighted(), 1, 1)).Length);
    }
}
