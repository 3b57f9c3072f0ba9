using System.Text;
using Papergraph.Store;
using Papergraph.TestKit;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Rdf.Tests;

/// <summary>What <c>ontology/shapes.ttl</c> accepts and what it does not, over graphs as they are exported.</summary>
public class ShapesTests
{
    private static readonly IReadOnlyList<TurtleTerm.Triple> Shapes =
        TurtleReader.Read(File.ReadAllText(Repo.File("ontology", "shapes.ttl")));

    [Fact]
    public void A_graph_as_it_should_be_is_valid() => Assert.Empty(Violations(Valid()));

    [Theory]
    [InlineData(0, "id", "10.1000/1", "pattern")]
    [InlineData(0, "id", null, "minCount")]
    [InlineData(0, "title", "", "minLength")]
    [InlineData(0, "year", 20245L, "maxInclusive")]
    [InlineData(0, "year", "2024", "datatype")]
    [InlineData(0, "date", "2024-11-13", "datatype")]
    [InlineData(0, "month", 13L, "maxInclusive")]
    [InlineData(0, "month", 0L, "minInclusive")]
    [InlineData(0, "doi", "doi:10.1000/1", "pattern")]
    [InlineData(0, "source", null, "or")]
    [InlineData(2, "name", null, "minCount")]
    [InlineData(2, "orcid", "https://orcid.org/0000-0002-1825-0097", "pattern")]
    [InlineData(4, "id", "dataset:x", "pattern")]
    [InlineData(4, "papers", -1L, "minInclusive")]
    [InlineData(6, "url", null, "minCount")]
    public void A_fault_of_a_node_is_found(int node, string key, object? value, string constraint)
    {
        ModelGraph model = Valid();
        ModelNode[] nodes = [.. model.Nodes];
        nodes[node] = nodes[node] with { Properties = With(nodes[node].Properties, key, value) };
        Assert.Contains(Violations(model with { Nodes = nodes }), v => v.Contains("sh:" + constraint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("confidence", 1.5, "maxInclusive")]
    [InlineData("confidence", -0.1, "minInclusive")]
    [InlineData("confidence", double.NaN, "minInclusive")]
    [InlineData("start", 9L, "lessThanOrEquals")]
    [InlineData("start", -1L, "minInclusive")]
    [InlineData("start", null, "minCount")]
    [InlineData("field", "body", "in")]
    [InlineData("surface", "", "minLength")]
    [InlineData("run", 77L, "class")]
    public void A_fault_of_evidence_is_found(string key, object? value, string constraint)
    {
        ModelGraph model = Valid();
        ModelEdge[] edges = [.. model.Edges];
        int mention = Array.FindIndex(edges, e => e.Type == "MENTIONS");
        edges[mention] = edges[mention] with { Properties = With(edges[mention].Properties, key, value) };
        Assert.Contains(Violations(model with { Edges = edges }), v => v.Contains("sh:" + constraint, StringComparison.Ordinal));
    }

    [Fact]
    public void An_edge_to_the_wrong_kind_of_node_is_found()
    {
        ModelGraph model = Valid();
        Assert.Contains(
            Violations(model with { Edges = [.. model.Edges, new("PUBLISHED_IN", 0, 2, new Dictionary<string, object>())] }),
            v => v.Contains("publishedIn breaks sh:class", StringComparison.Ordinal));
    }

    [Fact]
    public void The_shapes_speak_of_every_class_and_of_nothing_that_the_ontology_lacks()
    {
        const string Pg = "https://w3id.org/papergraph/ontology#";
        IReadOnlyList<TurtleTerm.Triple> ontology = TurtleReader.Read(File.ReadAllText(Repo.File("ontology", "papergraph.ttl")));
        HashSet<string> known = [.. ontology.Select(t => t.Subject).OfType<TurtleTerm.Iri>().Select(i => i.Value)];
        string[] named =
        [
            .. Shapes.Select(t => t.Object).OfType<TurtleTerm.Iri>()
                .Select(i => i.Value).Where(i => i.StartsWith(Pg, StringComparison.Ordinal)),
        ];
        Assert.Empty(named.Except(known));
        IEnumerable<string> classes = ontology
            .Where(t => t.Predicate == new TurtleTerm.Iri(Pg + "nodeLabel")).Select(t => ((TurtleTerm.Iri)t.Subject).Value);
        Assert.Empty(classes.Except(named));
    }

    private static ModelGraph Valid() => new(
    [
        Node(["Paper"], ("id", "doi:10.1000/1"), ("ids", Texts("doi:10.1000/1", "acl:P19-1001")), ("title", "On Tests"), ("year", 2024L),
            ("date", new DateOnly(2024, 2, 29)), ("month", 2L), ("doi", "10.1000/1"), ("source", Texts("jsonl:1")), ("dateIsApproximate", false)),
        Node(["Paper", "Placeholder"], ("id", "title:0123456789abcdef"), ("title", "Cited")),
        Node(["Author"], ("id", "orcid:0000-0002-1825-0097"), ("name", "Ada Lovelace"), ("orcid", "0000-0002-1825-0097")),
        Node(["Venue"], ("id", "issn:1234-567X"), ("name", "Tests"), ("issn", "1234-567X")),
        Node(["Entity", "Method"],
            ("id", "method:testing"), ("name", "testing"), ("aliases", Texts("Test")), ("papers", 1L), ("firstYear", 2024L)),
        Node(["Entity", "Task"], ("id", "task:trust"), ("name", "trust"), ("papers", 1L)),
        Node(["Repository"], ("id", "https://example.org/x"), ("url", "https://example.org/x"), ("host", "example.org")),
        Node(["Run"], ("id", 1L), ("version", "0.1.0"), ("rejected", 0L)),
    ],
    [
        new("CITES", 0, 1, Properties(("source", Texts("jsonl:1")))),
        new("AUTHORED", 2, 0, Properties(("position", 1L))),
        new("PUBLISHED_IN", 0, 3, Properties()),
        new("MENTIONS", 0, 4, Properties(
            ("field", "title"), ("start", 3L), ("end", 8L), ("surface", "Tests"), ("confidence", 0.9), ("run", 1L))),
        new("INTRODUCES", 0, 4, Properties(("confidence", 1.0), ("run", 1L))),
        new("USED_FOR", 4, 5, Properties(
            ("paper", "doi:10.1000/1"), ("field", "title"), ("start", 0L), ("end", 8L), ("confidence", 0.0), ("run", 1L))),
        new("HAS_CODE", 0, 6, Properties(("field", "abstract"), ("start", 0L), ("end", 9L))),
    ]);

    private static string[] Texts(params string[] texts) => texts;

    private static ModelNode Node(string[] labels, params (string, object)[] properties) => new(labels, Properties(properties));

    private static Dictionary<string, object> Properties(params (string Key, object Value)[] properties) =>
        properties.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    private static Dictionary<string, object> With(IReadOnlyDictionary<string, object> properties, string key, object? value)
    {
        Dictionary<string, object> changed = new(properties, StringComparer.Ordinal);
        changed.Remove(key);
        if (value is not null) changed[key] = value;
        return changed;
    }

    private static IReadOnlyList<string> Violations(ModelGraph model)
    {
        using TemporaryFolder folder = new();
        using GraphReader graph = model.Open(folder);
        using MemoryStream stream = new();
        using NTriplesWriter writer = new(stream);
        new RdfGraphView(graph).WriteTo(writer);
        writer.Complete();
        return ShaclCheck.Violations(Shapes, TurtleReader.Read(Encoding.UTF8.GetString(stream.ToArray())));
    }
}
