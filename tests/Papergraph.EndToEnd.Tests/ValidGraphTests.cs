using Papergraph.Pipeline;
using Papergraph.TestKit;

namespace Papergraph.EndToEnd.Tests;

/// <summary>Every graph built is valid by the shapes of the ontology.</summary>
public class ValidGraphTests
{
    [Fact]
    public void The_graph_of_the_samples_has_no_violation() => AssertValid(Repo.File("samples"));

    [Fact]
    public void The_graph_of_papers_with_every_kind_of_record_and_reference_has_no_violation()
    {
        using TemporaryFolder folder = new();
        folder.Write("in/papers.jsonl", string.Join('\n', SyntheticPapers.Lines(150)));
        folder.Write("in/odd.jsonl", """
            {"id":"bare"}
            {"title":"A title and nothing else"}
            {"id":"r","title":"References of every kind","references":[{"title":"Only a title"},{"raw":"A. Author. A raw reference. 1999."},{"doi":"10.5555/x","title":"Both"},"unknown-key"],"organizations":["An Institute"],"authors":[{"name":"Ana Nuñez","orcid":"0000-0002-1825-0097","affiliations":["An Institute"]}]}
            """);
        folder.Write("in/library.bib", "@article{a, title={Entries Have Keys}, author={Nu{\\~n}ez, Ana}, year={in press}, journal={Journal of Made Data}, issn={1234-5679}}\n");
        AssertValid(folder.File("in"));
    }

    [SkippableFact]
    public void The_graph_of_the_saved_listing_pages_has_no_violation() => AssertValid(Repo.Shared("corpus", "listings"));

    private static void AssertValid(string input)
    {
        using TemporaryFolder folder = new();
        new GraphBuilder(new BuildOptions { Threads = 2 }).Build(folder.File("g"), [input]);
        Assert.Equal(0, CommandLineProcess.Run("export", folder.File("g"), "--format", "turtle", "-o", folder.File("g.ttl")).ExitCode);
        IReadOnlyList<TurtleTerm.Triple> shapes = TurtleReader.Read(File.ReadAllText(Repo.File("ontology", "shapes.ttl")));
        Assert.Empty(ShaclCheck.Violations(shapes, TurtleReader.Read(File.ReadAllText(folder.File("g.ttl")))));
    }
}
