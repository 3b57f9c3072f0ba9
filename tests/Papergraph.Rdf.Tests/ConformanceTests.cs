using System.Text;
using Papergraph.TestKit;

namespace Papergraph.Rdf.Tests;

/// <summary>The writers against the test suites of the W3C, read by the test side's own reader.</summary>
public class ConformanceTests
{
    private static readonly TurtlePrefix[] Prefixes =
    [
        new("ex", "http://example/"), new("a", "http://a.example/"), new("org", "http://example.org/"), new("ns", "http://example.org/ns#"),
        new("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ];

    // Each of these files has a neighbour that says what its canonical form is.
    [SkippableFact]
    public void NTriples_are_canonical()
    {
        string folder = Repo.Shared("conformance", "rdf-tests", "rdf", "rdf12", "rdf-n-triples", "c14n");
        string[] canonical = Directory.GetFiles(folder, "*-c14n.nt");
        Assert.True(canonical.Length > 30, $"{canonical.Length} files");
        foreach (string path in canonical)
        {
            string expected = File.ReadAllText(path);
            string original = File.ReadAllText(path.Replace("-c14n.nt", ".nt", StringComparison.Ordinal));
            string actual = Terms.NTriples(Terms.FromRead(TurtleReader.Read(original)));
            bool hasBlanks = expected.Contains("_:", StringComparison.Ordinal);
            if (hasBlanks) Assert.Equal(Renamed(TurtleReader.Read(expected)), Renamed(TurtleReader.Read(actual)));
            else Assert.Equal($"{path}\n{expected}", $"{path}\n{actual}");
        }
    }

    [SkippableTheory]
    [InlineData("rdf11", "rdf-n-triples", "*.nt")]
    [InlineData("rdf11", "rdf-turtle", "*.nt")]
    [InlineData("rdf12", "rdf-turtle/eval", "*.nt")]
    [InlineData("rdf12", "rdf-turtle/eval", "*.ttl")]
    [InlineData("rdf12", "rdf-n-triples/syntax", "*.nt")]
    public void Triples_of_the_suites_survive_both_formats(string version, string suite, string files)
    {
        string folder = Repo.Shared(["conformance", "rdf-tests", "rdf", version, .. suite.Split('/')]);
        string manifest = File.ReadAllText(Path.Combine(folder, "manifest.ttl"));
        string[] wellFormed = [.. Directory.GetFiles(folder, files).Where(f => IsPositive(Path.GetFileName(f), manifest))];
        Assert.NotEmpty(wellFormed);
        foreach (string path in wellFormed)
        {
            string text = File.ReadAllText(path, Encoding.UTF8);
            if (text.Contains("BASE", StringComparison.Ordinal)) continue;   // the test side's reader resolves nothing
            IReadOnlyList<Triple> triples = Terms.FromRead(TurtleReader.Read(text));
            HashSet<TurtleTerm.Triple> expected = [.. triples.Select(Terms.ToRead)];
            Assert.True(expected.SetEquals(TurtleReader.Read(Terms.NTriples(triples))), path);
            string turtle = Terms.Turtle(triples, Prefixes);
            Assert.True(expected.SetEquals(TurtleReader.Read(turtle)), path + "\n" + turtle);
        }
    }

    private static bool IsPositive(string file, string manifest) =>
        manifest.Contains($"<{file}>", StringComparison.Ordinal) && !file.Contains("bad", StringComparison.Ordinal);

    // Blank nodes by order of appearance: enough where both sides list their triples in one order.
    private static List<TurtleTerm.Triple> Renamed(IEnumerable<TurtleTerm.Triple> triples) =>
        [.. Terms.FromRead(triples).Select(Terms.ToRead)];
}
