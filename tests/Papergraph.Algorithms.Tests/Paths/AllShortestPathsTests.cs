using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class AllShortestPathsTests
{
    // Oracle: all paths tried one by one.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_shortest_paths_are_found_once_each_in_the_order_of_their_nodes(bool weighted) =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 7, mostEdges: 16), edges =>
        {
            DirectedCsr graph = weighted ? edges.Weighted : edges.Directed;
            double[,] distances = DenseDistances.Of(edges, weighted);
            for (int s = 0; s < edges.NodeCount; s++)
            {
                for (int t = 0; t < edges.NodeCount; t++)
                {
                    string[] expected = [.. PathEnumeration.Shortest(edges, s, t, weighted)
                        .Select(path => string.Join(' ', (int[])[s, .. path.Select(e => edges.Edges[e].Target)]))
                        .Distinct().Order(StringComparer.Ordinal)];
                    AllShortestPathsResult found = AllShortestPaths.Find(graph, s, t);
                    Assert.Equal(distances[s, t], found.Length);
                    Assert.Equal(expected.Length, found.Count);
                    Assert.Equal(expected, found.Paths.Select(path => string.Join(' ', path.ToArray())));
                    Assert.True(found.IsComplete);
                    AllShortestPathsResult one = AllShortestPaths.Find(graph, s, t, mostPaths: 1);
                    Assert.Equal(expected.Take(1), one.Paths.Select(path => string.Join(' ', path.ToArray())));
                    Assert.Equal(expected.Length, one.Count);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Paths_are_counted_beyond_what_can_be_listed()
    {
        AllShortestPathsResult found = AllShortestPaths.Find(Shapes.Diamonds(50), 0, 150, mostPaths: 3);
        Assert.Equal((100, Math.Pow(2, 50), 3, false), (found.Length, found.Count, found.Paths.Count, found.IsComplete));
        AllShortestPathsResult many = AllShortestPaths.Find(Shapes.Diamonds(2000), 0, 6000, mostPaths: 1);
        Assert.Equal((4000, double.PositiveInfinity), (many.Length, many.Count));
        Assert.Equal(4001, Assert.Single(many.Paths).Length);
    }

    [Fact]
    public void A_path_of_a_million_is_listed_without_recursion()
    {
        AllShortestPathsResult found = AllShortestPaths.Find(Shapes.Path(1_000_000), 0, 999_999);
        Assert.Equal(Enumerable.Range(0, 1_000_000), Assert.Single(found.Paths).ToArray());
    }

    [Fact]
    public void A_target_out_of_reach_has_no_paths()
    {
        AllShortestPathsResult found = AllShortestPaths.Find(Shapes.Path(3), 2, 0);
        Assert.Equal((double.PositiveInfinity, 0, 0), (found.Length, found.Count, found.Paths.Count));
    }

    [Fact]
    public void Nodes_that_are_not_there_and_limits_below_0_are_refused()
    {
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => AllShortestPaths.Find(Shapes.Path(3), 3, 0)).Code);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => AllShortestPaths.Find(Shapes.Path(3), 0, -1)).Code);
        Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => AllShortestPaths.Find(Shapes.Path(3), 0, 1, -1)).Code);
        DirectedCsr weightless = DirectedCsr.FromEdges(2, [(0, 1)], [0]);
        Assert.Equal("PGA002", Assert.Throws<PapergraphException>(() => AllShortestPaths.Find(weightless, 0, 1)).Code);
    }
}
