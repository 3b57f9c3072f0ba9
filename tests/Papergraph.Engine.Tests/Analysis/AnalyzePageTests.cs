using Papergraph.Algorithms;
using Papergraph.Engine.Analysis;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Engine.Analysis.Results;
using Papergraph.TestKit;

namespace Papergraph.Engine.Tests.Analysis;

/// <summary>What docs/analyze.md shows of the library is compiled and run here.</summary>
public class AnalyzePageTests
{
    [Fact]
    public void The_lines_of_the_page_run_and_are_these()
    {
        using HandMadeGraph made = new(
            [("First", 2001), ("Second", 2002), ("Third", 2003)], [("m", [])], [], [(1, 0), (2, 0), (2, 1)]);
        string path = made.Path;
        List<string> shown = [];

        // begin: docs/analyze.md
        using PaperGraph graph = PaperGraph.Open(path);
        ProjectedGraph citations = graph.Project(new() { Patterns = [ProjectionPattern.Parse("Paper-CITES-Paper")] });

        // A kernel, by its own options and results:
        IteratedScores ranks = PageRank.Compute(citations.Directed, new() { Damping = 0.9 }, new() { Threads = 2 });
        for (int node = 0; node < citations.NodeCount; node++) shown.Add($"{citations.NameOf(node)}: {ranks.Scores.Span[node]}");

        // Or by name, as the command line does:
        GraphAlgorithm algorithm = GraphAlgorithms.Named("core");
        AlgorithmArguments none = GraphAlgorithms.Arguments(algorithm, new Dictionary<string, IReadOnlyList<string>>());
        AnalysisResult result = GraphAlgorithms.Run(algorithm, citations, none, Execution.Default);
        // end

        Assert.Equal(["First", "Second", "Third"], shown.Select(line => line.Split(':')[0]));
        Assert.Equal(2L, Assert.Single(result.Facts).Value);

        string source = File.ReadAllText(Repo.File("tests", "Papergraph.Engine.Tests", "Analysis", "AnalyzePageTests.cs"));
        string page = File.ReadAllText(Repo.File("docs", "analyze.md"));
        string[] lines = [.. source.Split("// begin: docs/analyze.md\n")[1].Split("        // end\n")[0].Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        Assert.True(lines.Length > 8);
        Assert.All(lines, line => Assert.Contains(line, page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_names_every_algorithm_and_every_option()
    {
        string page = File.ReadAllText(Repo.File("docs", "analyze.md"));
        Assert.All(GraphAlgorithms.All, algorithm => Assert.Contains($"`{algorithm.Name}`", page, StringComparison.Ordinal));
        Assert.All(GraphAlgorithms.Options, option => Assert.Contains($"`--{option.Name}", page, StringComparison.Ordinal));
    }
}
