using System.Text.RegularExpressions;
using Papergraph.Corpus;
using Papergraph.TestKit;

namespace Papergraph.Linking.Tests;

/// <summary>Every form of id that linking makes is one that <c>ontology/shapes.ttl</c> accepts.</summary>
public class IdFormsTests
{
    private const string Pg = "https://w3id.org/papergraph/ontology#", Shacl = "http://www.w3.org/ns/shacl#";

    private static readonly IReadOnlyList<TurtleTerm.Triple> Shapes =
        TurtleReader.Read(File.ReadAllText(Repo.File("ontology", "shapes.ttl")));

    [Fact]
    public void Ids_of_papers_have_the_form_of_their_shape()
    {
        PaperRecord onlyText = new() { Source = "test", Abstract = "Neither title nor identifier." };
        string[] schemes = ["10.1234/x", "arxiv:2101.00001", "openalex:W12345", "P19-1001", "pmid:5", "s2:CorpusId:7", "key"];
        LinkedPapers linked = Some.Link(
        [
            onlyText, onlyText with { Extra = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["b"] } },
            Some.Record("t", "A title and nothing else at all"),
            Some.Record("r", "Cites", references: [Some.Reference(raw: "Small, A. Trees. 1999"), Some.Reference(title: "A cited title")]),
            .. schemes.Select((id, i) => Some.Record($"{i}", ids: id)),
        ]);
        string[] forms = [.. linked.Papers.Select(p => p.Id.Split(':')[0]).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["acl", "arxiv", "doi", "local", "openalex", "pmid", "raw", "record", "s2", "title"], forms);
        Assert.All(linked.Papers, paper => Assert.Matches(PatternOf("Paper"), paper.Id));
    }

    [Fact]
    public void Ids_of_people_venues_and_organizations_have_the_form_of_their_shape()
    {
        AuthorName[] names = [new("Ada Small"), new("A. Tall", "0000-0002-1825-0097"), new("Ada Small")];
        AuthoredPaper paper = new("p", names, null, []);
        Assert.All(AuthorLinker.Link([paper], CancellationToken.None).Authors, author => Assert.Matches(PatternOf("Author"), author.Id));
        Assert.All(
            VenueLinker.Link([("Forest Days", null), ("Tree Notes", "1234-567X")]).Venues, venue => Assert.Matches(PatternOf("Venue"), venue.Id));
        Assert.All(OrganizationLinker.Link(["Tree University"]).Organizations, o => Assert.Matches(PatternOf("Organization"), o.Id));
    }

    [Fact]
    public void Ids_of_entities_begin_with_their_type() =>
        Assert.All(Enum.GetNames<EntityType>(), type => Assert.Matches(PatternOf("Entity"), type.ToLowerInvariant() + ":x"));

    private static Regex PatternOf(string label)
    {
        string shape = "https://w3id.org/papergraph/shapes#" + label;
        TurtleTerm property = Assert.Single(Objects(new TurtleTerm.Iri(shape), "property"), p =>
            Objects(p, "path").Contains(new TurtleTerm.Iri(Pg + "id")));
        return new Regex(((TurtleTerm.Literal)Assert.Single(Objects(property, "pattern"))).Text, RegexOptions.CultureInvariant);
    }

    private static IEnumerable<TurtleTerm> Objects(TurtleTerm subject, string predicate) =>
        Shapes.Where(t => t.Subject == subject && t.Predicate == new TurtleTerm.Iri(Shacl + predicate)).Select(t => t.Object);
}
