using System.Globalization;
using System.Text;
using System.Text.Json;
using Papergraph.TestKit;

namespace Papergraph.Corpus.Tests;

public class VocabularyTests
{
    private const string Pg = "https://w3id.org/papergraph/ontology#", Rdfs = "http://www.w3.org/2000/01/rdf-schema#",
        RdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", Owl = "http://www.w3.org/2002/07/owl#";

    private static readonly string[] NameAnnotations = ["nodeLabel", "edgeType", "propertyKey"], Ends = ["domain", "range"];

    private static readonly IReadOnlyList<TurtleTerm.Triple> Ontology =
        TurtleReader.Read(File.ReadAllText(Repo.File("ontology", "papergraph.ttl")));

    // The constants are generated here and checked in, so that the build needs no step of its own.
    [Theory]
    [InlineData("Labels", "nodeLabel", "Labels of nodes.")]
    [InlineData("EdgeTypes", "edgeType", "Types of edges.")]
    [InlineData("Keys", "propertyKey", "Keys of the properties of nodes and edges.")]
    public void Vocabulary_is_what_the_ontology_generates(string name, string annotation, string summary) =>
        Golden.Check(Repo.File("src", "Papergraph.Corpus", "Vocabulary", name + ".cs"), Generate(name, annotation, summary));

    [Fact]
    public void Every_class_and_property_has_a_label_a_comment_and_one_name()
    {
        string[] declared = [.. Ontology.Where(t => Is(t, RdfType)).Select(t => Value(t.Subject)).Where(IsOurs)];
        Assert.Equal(declared.Distinct(), declared);
        foreach (string iri in declared)
        {
            Assert.Single(Objects(iri, Rdfs + "label"));
            Assert.EndsWith(".", Value(Assert.Single(Objects(iri, Rdfs + "comment"))), StringComparison.Ordinal);
            if (Objects(iri, RdfType).Any(t => Value(t) == Owl + "AnnotationProperty")) continue;
            string[] names = [.. NameAnnotations.SelectMany(a => Objects(iri, Pg + a)).Select(Value)];
            bool isInverse = Objects(iri, Rdfs + "comment").Any(c => Value(c).StartsWith("Inverse of", StringComparison.Ordinal));
            Assert.Equal(isInverse ? 0 : 1, names.Length);
            if (!Objects(iri, RdfType).Any(t => Value(t) == Owl + "Class")) Assert.Single(Objects(iri, Rdfs + "range"));
        }
    }

    [Fact]
    public void Edges_lead_from_a_class_of_the_ontology_to_another()
    {
        foreach (TurtleTerm.Triple edge in Ontology.Where(t => Is(t, Pg + "edgeType")))
            foreach (string end in Ends)
                Assert.Single(Objects(Value(Assert.Single(Objects(Value(edge.Subject), Rdfs + end))), Pg + "nodeLabel"));
    }

    [Fact]
    public void Every_kind_of_entity_relation_and_role_of_the_extractors_has_its_name()
    {
        Assert.Empty(Enum.GetNames<EntityType>().Except(Names("nodeLabel")));
        Assert.Equal(Enum.GetNames<Relation>().Select(UpperSnake), Enum.GetValues<Relation>().Select(EdgeTypes.Of));
        Assert.All(Enum.GetValues<Relation>().Select(EdgeTypes.Of), type => Assert.Contains(type, Names("edgeType")));
        Assert.All(Enum.GetValues<Role>().Select(EdgeTypes.Of), type => Assert.Contains(type, Names("edgeType")));
    }

    [Fact]
    public void JSON_LD_calls_everything_by_the_names_of_the_ontology()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Repo.File("ontology", "context.jsonld")));
        Dictionary<string, string> terms = json.RootElement.GetProperty("@context").EnumerateObject()
            .Where(t => t.Name[0] != '@' && t.Name is not ("pg" or "xsd"))
            .ToDictionary(t => t.Name, t => t.Value.ValueKind == JsonValueKind.String ? t.Value : t.Value.GetProperty("@id"))
            .ToDictionary(t => t.Key, t => t.Value.GetString()!);
        IEnumerable<string> named = Ontology.Where(t => NameAnnotations.Any(a => Is(t, Pg + a))).Select(t => Value(t.Subject)[Pg.Length..]);
        Assert.Equal(named.Order(StringComparer.Ordinal), terms.Keys.Order(StringComparer.Ordinal));
        Assert.All(terms, t => Assert.Equal("pg:" + t.Key, t.Value));
    }

    private static string Generate(string name, string annotation, string summary)
    {
        StringBuilder code = new();
        code.Append(CultureInfo.InvariantCulture, $"""
            // Generated from ontology/papergraph.ttl by VocabularyTests; run them with PAPERGRAPH_UPDATE_GOLDEN=1 after a change there.
            namespace Papergraph.Corpus;

            /// <summary>{summary}</summary>
            public static partial class {name}

            """);
        code.Append('{');
        foreach (TurtleTerm.Triple named in Ontology.Where(t => Is(t, Pg + annotation)))
        {
            string iri = Value(named.Subject), comment = Value(Assert.Single(Objects(iri, Rdfs + "comment")));
            comment = comment.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
            code.Append(CultureInfo.InvariantCulture, $"""

                    /// <summary>{comment}</summary>
                    public const string {Constant(iri)} = "{Value(named.Object)}";

                """);
        }

        code.Append(All(annotation)).Append(annotation == "propertyKey" ? NodeReferences() : "");
        return code.Append("}\n").ToString();
    }

    private static string All(string annotation) => $"""

            /// <summary>All of them, in the order of the ontology.</summary>
            public static IReadOnlyList<string> All {"{ get; }"} =
            [
        {string.Concat(Ontology.Where(t => Is(t, Pg + annotation)).Select(t => $"        {Constant(Value(t.Subject))},\n"))}    ];

        """;

    private static string NodeReferences()
    {
        IEnumerable<string> entries = Ontology
            .Where(t => Is(t, Pg + "propertyKey") && Objects(Value(t.Subject), RdfType).Any(type => Value(type) == Owl + "ObjectProperty"))
            .Select(t => Value(t.Subject))
            .Select(key => (Key: key, Label: FirstLabel(Value(Assert.Single(Objects(key, Rdfs + "range"))))))
            .Select(r => $"            [{Constant(r.Key)}] = Labels.{Constant(r.Label)},\n");
        return $$"""

                /// <summary>The keys whose value on an edge is the id of a node, with the first label of that node.</summary>
                public static IReadOnlyDictionary<string, string> NodeReferences { get; } =
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
            {{string.Concat(entries)}}        };

            """;
    }

    // The class at the top of those that are Papergraph's own: nodes carry its label first.
    private static string FirstLabel(string type) =>
        Objects(type, Rdfs + "subClassOf").Select(Value).FirstOrDefault(IsOurs) is { } above ? FirstLabel(above) : type;

    private static bool IsOurs(string iri) => iri.StartsWith(Pg, StringComparison.Ordinal);

    private static IEnumerable<string> Names(string annotation) =>
        Ontology.Where(t => Is(t, Pg + annotation)).Select(t => Value(t.Object));

    private static string UpperSnake(string pascal) =>
        string.Concat(pascal.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));

    private static string Constant(string iri) => char.ToUpperInvariant(iri[Pg.Length]) + iri[(Pg.Length + 1)..];

    private static bool Is(TurtleTerm.Triple triple, string predicate) => Value(triple.Predicate) == predicate;

    private static IEnumerable<TurtleTerm> Objects(string subject, string predicate) =>
        Ontology.Where(t => Value(t.Subject) == subject && Is(t, predicate)).Select(t => t.Object);

    private static string Value(TurtleTerm term) => term switch
    {
        TurtleTerm.Iri iri => iri.Value,
        TurtleTerm.Literal literal => literal.Text,
        _ => "",
    };
}
