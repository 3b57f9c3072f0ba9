using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

public class PathLengthsTests
{
    // Oracle: Floyd's algorithm on a matrix.
    [Fact]
    public void Eccentricities_and_the_distribution_are_those_of_the_matrix() =>
        Prop.ForAll(RandomGraphs.Small(), edges =>
        {
            double[,] distances = DenseDistances.Of(edges);
            int[] nodes = [.. Enumerable.Range(0, edges.NodeCount).Reverse()];
            double[] eccentricities = [.. nodes.Select(v => distances.FiniteFrom(v).DefaultIfEmpty(0).Max())];
            Assert.Equal(eccentricities, Eccentricity.Of(edges.Directed, nodes).ToArray().Select(e => (double)e));
            double[] all = [.. nodes.SelectMany(v => distances.FiniteFrom(v)).Order()];
            PathLengthsResult found = PathLengths.Compute(edges.Directed);
            Assert.True(found.IsExact);
            Assert.Equal(edges.NodeCount, found.Sources);
            Assert.Equal(all, found.Pairs.ToArray().SelectMany((count, d) => Enumerable.Repeat((double)d, (int)count)));
            Assert.Equal(all.DefaultIfEmpty(0).Average(), found.Mean, 1e-12);
            double whole = all.Length == 0 ? 0 : all[(int)Math.Ceiling(0.9 * all.Length) - 1];
            Assert.InRange(found.EffectiveDiameter, Math.Max(0, whole - 1), whole);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_effective_diameter_lies_between_whole_numbers_where_nine_tenths_are_reached()
    {
        // A star of 20 rays: 40 ordered pairs at distance 1 and 380 at distance 2; 378 of the 420 are within 1 + 338/380.
        PathLengthsResult star = PathLengths.Compute(UndirectedCsr.Of(Shapes.Star(21)));
        Assert.Equal([0L, 40, 380], star.Pairs.ToArray());
        Assert.Equal(1 + (338.0 / 380), star.EffectiveDiameter, 1e-12);
        Assert.Equal(800.0 / 420, star.Mean, 1e-12);
    }

    [Fact]
    public void A_sample_is_drawn_by_its_seed_and_near_the_whole()
    {
        UndirectedCsr graph = UndirectedCsr.Of(Shapes.Random(3000, 15_000, seed: 12));
        PathLengthsResult whole = PathLengths.Compute(graph, new() { Samples = 3000 });
        PathLengthsResult sample = PathLengths.Compute(graph, new() { Samples = 700 });
        Assert.Equal((true, false, 700), (whole.IsExact, sample.IsExact, sample.Sources));
        Assert.InRange(sample.Mean, whole.Mean - 0.05, whole.Mean + 0.05);
        Assert.NotEqual(whole.Mean, sample.Mean);
        Assert.NotEqual(sample.Pairs.ToArray(), PathLengths.Compute(graph, new() { Samples = 700, Seed = 2 }).Pairs.ToArray());
        foreach (int threads in Shapes.ThreadCounts)
        {
            PathLengthsResult again = PathLengths.Compute(graph, new() { Samples = 700 }, new Execution { Threads = threads });
            Assert.Equal(sample.Pairs.ToArray(), again.Pairs.ToArray());
        }
    }

    [Fact]
    public void Many_eccentricities_are_those_of_single_searches()
    {
        DirectedCsr graph = Shapes.Random(1200, 2500, seed: 30);
        int[] nodes = [.. Enumerable.Range(100, 1100)], found = Eccentricity.Of(graph, nodes, new Execution { Threads = 2 }).ToArray();
        for (int i = 0; i < nodes.Length; i++) Assert.Equal(ShortestPaths.BreadthFirst(graph, nodes[i]).ToArray().Max(), found[i]);
    }

    [Fact]
    public void Nodes_that_are_not_there_or_come_twice_and_no_samples_are_refused()
    {
        UndirectedCsr graph = UndirectedCsr.FromEdges(2, [(0, 1)]);
        Assert.Equal("PGA004", Assert.Throws<PapergraphException>(() => Eccentricity.Of(graph, new int[] { 2 })).Code);
        Assert.Equal("PGA031", Assert.Throws<PapergraphException>(() => Eccentricity.Of(graph, new int[] { 1, 1 })).Code);
        Assert.Equal("PGA001", Assert.Throws<PapergraphException>(() => PathLengths.Compute(graph, new() { Samples = 0 })).Code);
        Assert.Equal(0, PathLengths.Compute(UndirectedCsr.FromEdges(0, [])).Pairs.Length);
    }
}
