using Papergraph.Core;
using Papergraph.GraphFiles;
using Papergraph.TestKit;

namespace Papergraph.Algorithms.Tests;

/// <summary>The greatest modularities known of graphs that everybody measures with.</summary>
public class KnownCommunitiesTests
{
    private static UndirectedCsr Graph(string file, bool weighted = false)
    {
        LoadedGraph loaded = GraphFile.Read(Repo.Shared("graphs", file));
        return UndirectedCsr.Of(weighted ? loaded.Graph : loaded.Graph.Unweighted());
    }

    // The optima of U. Brandes et al., IEEE TKDE 20(2), 2008, and of D. Aloise et al., Physical Review E 82, 046112, 2010; of polblogs the
    // best that is published.
    [SkippableTheory]
    [InlineData("karate.gml", false, 0.4198)]
    [InlineData("dolphins.gml", false, 0.5285)]
    [InlineData("football.gml", false, 0.6046)]
    [InlineData("polbooks.gml", false, 0.5272)]
    [InlineData("lesmis.gexf", false, 0.5600)]
    [InlineData("lesmis.gexf", true, 0.5667)]
    [InlineData("jazz.graph", false, 0.4452)]
    [InlineData("polblogs.gml", false, 0.4271)]
    public void Both_methods_come_within_two_thousandths_of_the_best_modularity_known(string file, bool weighted, double best)
    {
        UndirectedCsr graph = Graph(file, weighted);
        Assert.InRange(Leiden.Compute(graph).Quality, best - 0.002, best + 0.00006);
        Assert.InRange(Louvain.Compute(graph).Quality, best - 0.002, best + 0.00006);
    }
}
