using Papergraph.Core;
using Papergraph.GraphFiles;
using Papergraph.TestKit;

namespace Papergraph.Algorithms.Tests;

/// <summary>What igraph 0.10.2 answers on the same files; for wiki-Vote also what the page of the data set says.</summary>
public class RealGraphTests
{
    private static DirectedCsr Read(string file) => GraphFile.Read(Repo.Shared("graphs", file)).Graph;

    [SkippableTheory]
    [InlineData("karate.gml", 45, 0.2556818181818182, 0.5706384782076823)]
    [InlineData("dolphins.gml", 95, 0.3087757313109426, 0.25895824605502027)]
    [InlineData("polbooks.gml", 560, 0.34840315221899626, 0.4875267912317314)]
    [InlineData("football.gml", 810, 0.4072398190045249, 0.40321601104209814)]
    [InlineData("polblogs.gml", 101_043, 0.2259585173589758, 0.262651775135839)]
    [InlineData("jazz.graph", 17_899, 0.5202592721776538, 0.6174507021536301)]
    [InlineData("wiki-Vote.txt", 608_389, 0.12547914899233995, 0.14089784589308743)]
    public void Triangles_and_clustering_are_as_published(string file, long triangles, double transitivity, double average)
    {
        ClusteringResult found = ClusteringCoefficient.Compute(UndirectedCsr.Of(Read(file)));
        Assert.Equal(triangles, found.Triangles);
        Assert.Equal(transitivity, found.Transitivity, 1e-12);
        Assert.Equal(average, found.Average, 1e-12);
    }

    [SkippableTheory]
    [InlineData("karate.gml", 4, 10)]
    [InlineData("dolphins.gml", 4, 36)]
    [InlineData("polbooks.gml", 6, 40)]
    [InlineData("football.gml", 8, 114)]
    [InlineData("polblogs.gml", 36, 55)]
    [InlineData("jazz.graph", 29, 30)]
    [InlineData("wiki-Vote.txt", 53, 336)]
    [InlineData("PGPgiantcompo.graph", 31, 41)]
    public void The_innermost_core_is_as_deep_and_as_large(string file, int degeneracy, int nodes)
    {
        CoreNumbersResult found = CoreNumbers.Compute(UndirectedCsr.Of(Read(file)));
        Assert.Equal((degeneracy, nodes), (found.Degeneracy, found.Cores.ToArray().Count(core => core == degeneracy)));
    }

    [SkippableTheory]
    [InlineData("polblogs.gml", 268, 1222, 688, 793)]
    [InlineData("wiki-Vote.txt", 24, 7066, 5816, 1300)]
    public void Components_are_as_many_and_as_large(string file, int weak, int largestWeak, int strong, int largestStrong)
    {
        DirectedCsr graph = Read(file);
        Partition weakly = WeakComponents.Compute(graph), strongly = StrongComponents.Compute(graph);
        Assert.Equal((weak, largestWeak), (weakly.Count, weakly.Sizes.Span[0]));
        Assert.Equal((strong, largestStrong), (strongly.Count, strongly.Sizes.Span[0]));
    }

    [SkippableTheory]
    [InlineData("karate.gml", 1, 1)]
    [InlineData("dolphins.gml", 7, 9)]
    [InlineData("polbooks.gml", 0, 0)]
    [InlineData("polblogs.gml", 89, 140)]
    [InlineData("wiki-Vote.txt", 1033, 2306)]
    [InlineData("PGPgiantcompo.graph", 2987, 5512)]
    public void Articulation_points_and_bridges_are_as_many(string file, int articulationPoints, int bridges)
    {
        BiconnectivityResult found = Biconnectivity.Compute(UndirectedCsr.Of(Read(file)));
        Assert.Equal((articulationPoints, bridges), (found.ArticulationPoints.Length, found.Bridges.Length));
    }
}
