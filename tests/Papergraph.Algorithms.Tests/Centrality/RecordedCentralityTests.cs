using Papergraph.Core;
using Papergraph.GraphFiles;
using Papergraph.TestKit;

namespace Papergraph.Algorithms.Tests.Centrality;

/// <summary>What igraph 0.10 answers on real graphs: the four greatest scores by the name of the node, vectors at Euclidean norm
/// 1.</summary>
public class RecordedCentralityTests
{
    [SkippableTheory]
    [InlineData("wiki-Vote.txt", true,
        "4037 0.0046071735157 15 0.0036798640604 6634 0.0035868522758 2625 0.0032836561383")]
    [InlineData("karate.gml", false, "34 0.1009191823326 1 0.0969972853882 33 0.0716932260057 3 0.0570785094884")]
    [InlineData("hep-th.graph", false, "87 0.0010685216453 24 0.0008860371234 997 0.0008306329147 168 0.0007550207365")]
    [InlineData("PGPgiantcompo.graph", false,
        "6933 0.0034435229149 7325 0.0030802919570 7370 0.0023618118582 6656 0.0019927261330")]
    [InlineData("astro-ph.graph", false, "1232 0.0008027630615 913 0.0007967077176 5503 0.0007942377001 6198 0.0006720140844")]
    public void PageRank_has_the_ranks_that_igraph_has(string file, bool directed, string expected)
    {
        (DirectedCsr graph, IReadOnlyList<string> names) = Read(file, directed);
        AssertGreatest(expected, names, PageRank.Compute(graph).Scores, 1e-7);
    }

    [SkippableTheory]
    [InlineData("wiki-Vote.txt", true, "2398 0.1171969461904 4037 0.1089691442733 15 0.0981804632722 4191 0.0956856533781")]
    [InlineData("karate.gml", false, "34 0.3733634702914 1 0.3554914445245 3 0.3171925044864 33 0.3086442197910")]
    [InlineData("PGPgiantcompo.graph", false, "1144 0.2364057177620 4952 0.1762107383541 7130 0.1703145734131 7103 0.1639951447104")]
    [InlineData("astro-ph.graph", false, "5503 0.1343746407802 218 0.1294298467024 436 0.1225813476289 5508 0.1189547585645")]
    public void Eigenvector_centrality_has_the_scores_that_igraph_has(string file, bool directed, string expected)
    {
        (DirectedCsr graph, IReadOnlyList<string> names) = Read(file, directed);
        IteratedScores result = EigenvectorCentrality.Compute(graph);
        Assert.True(result.Converged);
        AssertGreatest(expected, names, result.Scores, 1e-6);
    }

    [SkippableFact]
    public void Hubs_and_authorities_are_those_of_igraph()
    {
        (DirectedCsr graph, IReadOnlyList<string> names) = Read("wiki-Vote.txt", directed: true);
        HitsResult result = Hits.Compute(graph);
        AssertGreatest(
            "2565 0.2191839489763 766 0.2090767893627 2688 0.1777722438806 457 0.1771269196787", names, result.Hubs, 1e-7);
        AssertGreatest(
            "2398 0.0921192517786 4037 0.0918726842524 3352 0.0831316360116 1549 0.0822503545872", names, result.Authorities, 1e-7);
    }

    private static (DirectedCsr Graph, IReadOnlyList<string> Names) Read(string file, bool directed)
    {
        LoadedGraph loaded = GraphFile.Read(Repo.Shared("graphs", file));
        DirectedCsr graph = directed ? loaded.Graph : UndirectedCsr.Of(loaded.Graph).AsDirected();
        return (graph, loaded.Names ?? [.. Enumerable.Range(0, graph.NodeCount).Select(node => $"{node + 1}")]);
    }

    private static void AssertGreatest(string expected, IReadOnlyList<string> names, ReadOnlyMemory<double> scores, double tolerance)
    {
        int[] greatest = [.. Enumerable.Range(0, scores.Length).OrderByDescending(node => scores.Span[node]).Take(4)];
        string[] fields = expected.Split(' ');
        for (int place = 0; place < greatest.Length; place++)
        {
            Assert.Equal(fields[2 * place], names[greatest[place]]);
            double score = double.Parse(fields[(2 * place) + 1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(1, scores.Span[greatest[place]] / score, tolerance);
        }
    }
}
