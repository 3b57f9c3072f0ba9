using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.Store;
using Papergraph.TestKit;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Rdf.Tests;

public partial class RdfGraphViewTests
{
    private const string Pg = "https://w3id.org/papergraph/ontology#", Id = "https://w3id.org/papergraph/id/",
        Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Xsd = "http://www.w3.org/2001/XMLSchema#";

    // Oracle: the mapping as docs/export.md says it, over the plain lists that the graph was made from.
    [Fact]
    public void Both_formats_give_the_triples_of_the_mapping_for_any_graph() =>
        Prop.ForAll(ModelGraph.Any.ToArbitrary(), model =>
        {
            using TemporaryFolder folder = new();
            using GraphReader graph = model.Open(folder);
            Check(includeEvidence: true);
            Check(includeEvidence: false);

            void Check(bool includeEvidence)
            {
                HashSet<TurtleTerm.Triple> expected = [.. Expected(model, includeEvidence).Select(Comparable)];
                RdfGraphView view = new(graph, new RdfViewOptions { IncludeEvidence = includeEvidence });
                List<TurtleTerm.Triple> lines = [.. TurtleReader.Read(NTriples(view)).Select(Comparable)];
                Assert.True(expected.SetEquals(lines));      // a set: random graphs may hold two nodes of one id, whose triples are then the same
                Assert.True(expected.SetEquals(TurtleReader.Read(Turtle(view)).Select(Comparable)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Writing_twice_gives_the_same_bytes() =>
        Prop.ForAll(ModelGraph.Any.ToArbitrary(), model =>
        {
            using TemporaryFolder folder = new();
            using GraphReader graph = model.Open(folder);
            Assert.Equal(Turtle(new RdfGraphView(graph)), Turtle(new RdfGraphView(graph)));
            Assert.Equal(NTriples(new RdfGraphView(graph)), NTriples(new RdfGraphView(graph)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    // Both views give the same lines in the same order, so the names can be laid beside each other.
    [Fact]
    public void Names_by_content_stand_where_the_numbers_stand() =>
        Prop.ForAll(ModelGraph.Any.ToArbitrary(), model =>
        {
            using TemporaryFolder folder = new();
            using GraphReader graph = model.Open(folder);
            string[] numbered = NTriples(new RdfGraphView(graph)).Split('\n');
            string[] named = NTriples(new RdfGraphView(graph, new RdfViewOptions { NamesByContent = true })).Split('\n');
            Assert.Equal(numbered.Length, named.Length);
            Dictionary<string, string> nameOf = [], nodeOf = [];
            for (int i = 0; i < numbered.Length; i++)
            {
                string[] labels = [.. BlankLabel().Matches(numbered[i]).Select(m => m.Value)], names = [.. BlankLabel().Matches(named[i]).Select(m => m.Value)];
                Assert.Equal(BlankLabel().Replace(numbered[i], "_"), BlankLabel().Replace(named[i], "_"));
                foreach ((string label, string name) in labels.Zip(names))
                {
                    Assert.Equal(name, nameOf.GetValueOrDefault(label, name));
                    nameOf[label] = name;
                    if (label[2] == 'n') Assert.Equal(label, nodeOf.GetValueOrDefault(name, label));      // no two nodes become one
                    if (label[2] == 'n') nodeOf[name] = label;
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_mention_reads_as_a_triple_with_its_evidence()
    {
        ModelGraph model = new(
        [
            new(["Paper"], new Dictionary<string, object> { ["id"] = "doi:10.1000/a(1)" }),
            new(["Entity", "Method"], new Dictionary<string, object> { ["id"] = "method:beta vae" }),
        ],
        [
            new("MENTIONS", 0, 1, new Dictionary<string, object>
            {
                ["field"] = "title", ["start"] = 0L, ["end"] = 5L, ["confidence"] = 0.5, ["run"] = 1L,
            }),
            new("MENTIONS", 0, 1, new Dictionary<string, object> { ["field"] = "abstract", ["start"] = 40L }),
        ]);
        using TemporaryFolder folder = new();
        using GraphReader graph = model.Open(folder);
        string turtle = Turtle(new RdfGraphView(graph));
        Assert.Contains("""
            paper:doi:10.1000%2Fa%281%29 a pg:Paper ;
                owl:sameAs <https://doi.org/10.1000/a(1)> ;
                pg:id "doi:10.1000/a(1)" ;
                pg:mentions entity:method:beta%20vae
            """.ReplaceLineEndings("\n"), turtle, StringComparison.Ordinal);
        Assert.Contains("""
             ~ _:e0 {| pg:confidence 5.0E-1 ; pg:end 5 ; pg:field "title" ; pg:run <https://w3id.org/papergraph/id/Run/1> ; pg:start 0 |}
            """.TrimEnd(), turtle, StringComparison.Ordinal);
        Assert.Contains(" ~ _:e1 {| pg:field \"abstract\" ; pg:start 40 |} .", turtle, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ontology_calls_classes_and_properties_as_the_graph_does()
    {
        foreach (TurtleTerm.Triple triple in TurtleReader.Read(File.ReadAllText(Repo.File("ontology", "papergraph.ttl"))))
        {
            string subject = triple.Subject is TurtleTerm.Iri iri ? iri.Value : "";
            string name = triple.Object is TurtleTerm.Literal text ? text.Text : "";
            string? expected = ((TurtleTerm.Iri)triple.Predicate).Value switch
            {
                Pg + "nodeLabel" => GraphIris.OfLabel(name),
                Pg + "edgeType" => GraphIris.OfEdgeType(name),
                Pg + "propertyKey" => GraphIris.OfKey(name),
                _ => null,
            };
            if (expected is not null) Assert.Equal(subject, expected);
        }
    }

    [Fact]
    public void Different_edge_types_have_different_IRIs()
    {
        Gen<string> types = Gen.Elements('A', 'B', 'a', 'b', '_', '1', ' ', '%').ListOf()
            .Select(c => string.Concat(c)).Where(t => t.Length > 0);
        Prop.ForAll(Gen.Zip(types, types).ToArbitrary(), pair =>
            (pair.Item1 == pair.Item2) == (GraphIris.OfEdgeType(pair.Item1) == GraphIris.OfEdgeType(pair.Item2)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void The_IRI_of_a_node_gives_its_id_back() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(s => s is not null), text =>
        {
            string id = string.Concat(text.EnumerateRunes()), iri = GraphIris.OfNode("Paper", id);
            return Iri.IsValid(iri) && Uri.UnescapeDataString(iri[(Id + "Paper/").Length..]) == id
                && !iri.EndsWith("/..", StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Doubles_are_canonical_and_read_back() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>(), value =>
        {
            Span<byte> text = stackalloc byte[XsdForms.LongestDouble];
            string form = Encoding.ASCII.GetString(text[..XsdForms.Double(value, text)]);
            return double.IsFinite(value)
                ? CanonicalDouble().IsMatch(form) && Bits(form) == Bits(value.ToString("R", CultureInfo.InvariantCulture))
                : form == (double.IsNaN(value) ? "NaN" : value > 0 ? "INF" : "-INF");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Writing_stops_when_it_is_cancelled()
    {
        ModelGraph model = new([new(["Paper"], new Dictionary<string, object>())], []);
        using TemporaryFolder folder = new();
        using GraphReader graph = model.Open(folder);
        using NTriplesWriter writer = new(Stream.Null);
        CancellationToken cancelled = new(canceled: true);
        Assert.Throws<OperationCanceledException>(() => new RdfGraphView(graph).WriteTo(writer, null, cancelled));
    }

    private static string NTriples(RdfGraphView view) => Written(stream => new NTriplesWriter(stream), view);

    private static string Turtle(RdfGraphView view) => Written(stream => new TurtleWriter(stream, view.Prefixes()), view);

    private static string Written(Func<Stream, TripleWriter> create, RdfGraphView view)
    {
        using MemoryStream stream = new();
        using TripleWriter writer = create(stream);
        view.WriteTo(writer);
        writer.Complete();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<TurtleTerm.Triple> Expected(ModelGraph model, bool includeEvidence)
    {
        for (int n = 0; n < model.Nodes.Count; n++)
        {
            foreach (string label in model.Nodes[n].Labels)
                yield return new(Node(model, n), new TurtleTerm.Iri(Rdf + "type"), Named(label));
            foreach (TurtleTerm.Triple triple in Properties(Node(model, n), model.Nodes[n].Properties)) yield return triple;
        }

        for (int e = 0; e < model.Edges.Count; e++)
        {
            ModelEdge edge = model.Edges[e];
            TurtleTerm.Iri predicate = edge.Type switch
            {
                "CITES" => new(Pg + "cites"),
                "MENTIONS" => new(Pg + "mentions"),
                "PUBLISHED_IN" => new(Pg + "publishedIn"),
                _ => new(Pg + "_odd%20type"),
            };
            TurtleTerm.Triple triple = new(Node(model, edge.Source), predicate, Node(model, edge.Target));
            yield return triple;
            if (!includeEvidence || edge.Properties.Count == 0) continue;
            TurtleTerm.Blank reifier = new($"e{e}");
            yield return new(reifier, new TurtleTerm.Iri(Rdf + "reifies"), triple);
            foreach (TurtleTerm.Triple said in Properties(reifier, edge.Properties))
            {
                bool isRun = said.Predicate == new TurtleTerm.Iri(Pg + "run");
                yield return isRun
                    ? said with { Object = new TurtleTerm.Iri(Id + "Run/" + Segment(((TurtleTerm.Literal)said.Object).Text)) }
                    : said;
            }
        }
    }

    private static IEnumerable<TurtleTerm.Triple> Properties(TurtleTerm subject, IReadOnlyDictionary<string, object> properties)
    {
        foreach ((string key, object value) in properties)
            foreach (object item in value is Array items ? items.Cast<object>() : [value])
                yield return new(subject, Named(key), item switch
                {
                    string text => new TurtleTerm.Literal(text, Xsd + "string", ""),
                    long number => new TurtleTerm.Literal(number.ToString(CultureInfo.InvariantCulture), Xsd + "integer", ""),
                    double number => new TurtleTerm.Literal(number.ToString(CultureInfo.InvariantCulture), Xsd + "double", ""),
                    bool truth => new TurtleTerm.Literal(truth ? "true" : "false", Xsd + "boolean", ""),
                    DateOnly date => new TurtleTerm.Literal($"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}", Xsd + "date", ""),
                    DateTimeOffset time => new TurtleTerm.Literal(time.ToString("o", CultureInfo.InvariantCulture), Xsd + "dateTime", ""),
                    _ => throw new InvalidOperationException(),
                });
    }

    private static TurtleTerm Node(ModelGraph model, int node) =>
        model.Nodes[node].Properties.TryGetValue("id", out object? id)
            ? new TurtleTerm.Iri(Id + Segment(model.Nodes[node].Labels[0]) + "/" + Segment((string)id))
            : new TurtleTerm.Blank($"n{node}");

    private static TurtleTerm.Iri Named(string name) => new(Pg + Segment(name));

    private static string Segment(string name) =>
        name.Length > 0 && name.All(c => c == '.')
            ? string.Concat(name.Select(_ => "%2E"))
            : Uri.EscapeDataString(name).Replace("%3A", ":", StringComparison.Ordinal);

    // Numbers and times by value: how they are spelled is another test.
    private static TurtleTerm.Triple Comparable(TurtleTerm.Triple triple) => triple.Object switch
    {
        TurtleTerm.Literal { Datatype: Xsd + "double" } number => triple with { Object = number with { Text = Bits(number.Text) } },
        TurtleTerm.Literal { Datatype: Xsd + "dateTime" } time => triple with
        {
            Object = time with { Text = $"{DateTimeOffset.Parse(time.Text, CultureInfo.InvariantCulture).UtcTicks}" },
        },
        _ => triple,
    };

    private static string Bits(string text)
    {
        double value = text switch
        {
            "INF" => double.PositiveInfinity,
            "-INF" => double.NegativeInfinity,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        };
        return BitConverter.DoubleToInt64Bits(value).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(-?[1-9]\.([0-9]|[0-9]*[1-9])E(0|-?[1-9][0-9]*)|-?0\.0E0)$")]
    private static partial Regex CanonicalDouble();

    [GeneratedRegex(@"(?<=^|> |\( )_:[en][0-9a-f-]+")]
    private static partial Regex BlankLabel();
}
