using Papergraph.Core;
using Papergraph.GraphFiles;
using Papergraph.TestKit;

namespace Papergraph.Algorithms.Tests.Centrality;

/// <summary>What igraph 0.10 answers on real graphs: the four greatest scores by the name of the node, vectors at Euclidean norm 1.</summary>
public class RecordedCentralityTests
{
    [SkippableTheory]
    [InlineData("wiki-Vote.txt", true,
        "4037 0.004607173515798312 15 0.0036798640604450844 6634 0.0035868522758117534 2625 0.0032836561383938973")]
    [InlineData("karate.gml", false, "34 0.1009191823326258 1 0.09699728538829475 33 0.0716932260057545 3 0.057078509488462034")]
    [InlineData("hep-th.graph", false, "87 0.0010685216453253685 24 0.0008860371234306818 997 0.0008306329147232535 168 0.0007550207365544291")]
    [InlineData("PGPgiantcompo.graph", false,
        "6933 0.003443522914957193 7325 0.003080291957094814 7370 0.002361811858254523 6656 0.001992726133004376")]
    [InlineData("astro-ph.graph", false, "1232 0.0008027630615518959 913 0.0007967077176970269 5503 0.0007942377001788416 6198 0.0006720140844435512")]
    public void PageRank_has_the_ranks_that_igraph_has(string file, bool directed, string expected)
    {
        (DirectedCsr graph, IReadOnlyList<string> names) = Read(file, directed);
        AssertGreatest(expected, names, PageRank.Compute(graph).Scores, 1e-7);
    }

    [SkippableTheory]
    [InlineData("wiki-Vote.txt", true, "2398 0.11719694619047785 4037 0.10896914427330955 15 0.09818046327225079 4191 0.09568565337813745")]
    [InlineData("karate.gml", false, "34 0.37336347029148304 1 0.35549144452456694 3 0.3171925044864317 33 0.3086442197910472")]
    [InlineData("PGPgiantcompo.graph", false, "1144 0.23640571776201383 4952 0.1762107383541849 7130 0.1703145734131338 7103 0.163995144710494")]
    [InlineData("astro-ph.graph", false, "5503 0.1343746407802259 218 0.1294298467024227 436 0.12258134762894186 5508 0.11895475856453738")]
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
        AssertGreatest("2565 0.21918394897634894 766 0.20907678936279564 2688 0.1777722438806893 457 0.17712691967878078", names, result.Hubs, 1e-7);
        AssertGreatest("2398 0.09211925177862508 4037 0.09187268425244147 3352 0.08313163601169093 1549 0.08225035458727223", names, result.Authorities, 1e-7);
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
