using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class DiameterTests
{
    // Oracle: Floyd's algorithm on a matrix.
    [Fact]
    public void Bounds_meet_at_the_greatest_finite_distance_and_hold_without_searches() =>
        Prop.ForAll(RandomGraphs.Small(mostNodes: 14, mostEdges: 20), edges =>
        {
            UndirectedCsr graph = UndirectedCsr.Of(edges.Directed, ParallelEdges.Keep, keepLoops: true);
            double[,] distances = DenseDistances.Of(edges, undirected: true);
            double diameter = Enumerable.Range(0, edges.NodeCount).SelectMany(v => distances.FiniteFrom(v)).DefaultIfEmpty(0).Max();
            DiameterBounds.Result found = DiameterBounds.Compute(graph);
            Assert.Equal((diameter, diameter, true), (found.Lower, found.Upper, found.IsExact));
            DiameterBounds.Result bounds = DiameterBounds.Compute(graph, null, mostSearches: 0);
            Assert.InRange(diameter, bounds.Lower, bounds.Upper);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // Oracle: searches from all nodes.
    [Theory]
    [InlineData(800, 700)]
    [InlineData(800, 1000)]
    [InlineData(1500, 9000)]
    public void Larger_graphs_have_the_greatest_eccentricity_as_diameter(int nodes, int edges)
    {
        UndirectedCsr graph = UndirectedCsr.Of(Shapes.Random(nodes, edges, seed: 21));
        Execution alone = new() { Threads = 1 };
        int diameter = Enumerable.Range(0, nodes).Max(v => ShortestPaths.BreadthFirst(graph.AsDirected(), v, alone).ToArray().Max());
        foreach (int threads in Shapes.ThreadCounts)
        {
            DiameterBounds.Result found = DiameterBounds.Compute(graph, new Execution { Threads = threads });
            Assert.Equal((diameter, diameter), (found.Lower, found.Upper));
            Assert.True(found.Searches < nodes);
        }
    }

    [Fact]
    public void A_path_and_a_star_of_a_million_are_measured_with_few_searches()
    {
        DiameterBounds.Result path = DiameterBounds.Compute(UndirectedCsr.Of(Shapes.Path(1_000_000)));
        Assert.Equal((999_999, true), (path.Lower, path.IsExact));
        DiameterBounds.Result star = DiameterBounds.Compute(UndirectedCsr.Of(Shapes.Star(1_000_000)));
        Assert.Equal((2, true), (star.Lower, star.IsExact));
        Assert.InRange(path.Searches + star.Searches, 2, 30);
    }

    [Fact]
    public void A_circle_has_half_its_length_and_its_bounds_stay_apart_when_searches_run_out()
    {
        UndirectedCsr circle = UndirectedCsr.Of(Shapes.Cycle(1001));
        Assert.Equal((500, 500), (DiameterBounds.Compute(circle).Lower, DiameterBounds.Compute(circle).Upper));
        DiameterBounds.Result few = DiameterBounds.Compute(circle, null, mostSearches: 100);
        Assert.Equal((500, false), (few.Lower, few.IsExact));
        Assert.InRange(few.Upper, 501, 1000);
    }

    [Fact]
    public void Graphs_without_edges_have_diameter_0()
    {
        Assert.Equal(new DiameterBounds.Result(0, 0, 0), DiameterBounds.Compute(UndirectedCsr.FromEdges(0, [])));
        DiameterBounds.Result alone = DiameterBounds.Compute(UndirectedCsr.FromEdges(5, []));
        Assert.Equal((0, 0), (alone.Lower, alone.Upper));
    }

    [Fact]
    public void A_hundred_thousand_small_components_are_done_one_after_another()
    {
        UndirectedCsr pieces = UndirectedCsr.FromEdges(
            300_000, [.. Enumerable.Range(0, 100_000).SelectMany(k => ((int, int)[])[(3 * k, (3 * k) + 1), ((3 * k) + 1, (3 * k) + 2)])]);
        DiameterBounds.Result found = DiameterBounds.Compute(pieces);
        Assert.Equal((2, 2), (found.Lower, found.Upper));
    }

    [Fact]
    public void Fewer_searches_than_none_are_refused() => Assert.Equal(
        "PGA001", Assert.Throws<PapergraphException>(() => DiameterBounds.Compute(UndirectedCsr.FromEdges(1, []), null, -1)).Code);
}
