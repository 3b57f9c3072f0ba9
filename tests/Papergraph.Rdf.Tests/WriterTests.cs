using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Rdf.Tests;

public class WriterTests
{
    private static readonly TurtlePrefix[] Prefixes = [new("ex", "http://example.org/"), new("xsd", "http://www.w3.org/2001/XMLSchema#")];

    // Few distinct terms, so that subjects, predicates and reified triples repeat and Turtle's short forms all come up.
    private static readonly Gen<List<Triple>> Triples = GenTriples();

    [Fact]
    public void Any_triples_survive_both_formats() =>
        Prop.ForAll(Triples.ToArbitrary(), triples =>
        {
            HashSet<TurtleTerm.Triple> expected = [.. triples.Select(Terms.ToRead)];
            return expected.SetEquals(TurtleReader.Read(Terms.NTriples(triples)))
                && expected.SetEquals(TurtleReader.Read(Terms.Turtle(triples, Prefixes)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_line_of_NTriples_is_a_triple_whatever_its_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(s => s is not null), text =>
        {
            string line = Terms.NTriples([new Triple(new Iri("urn:s"), new Iri("urn:p"), new Literal(text))]);
            return line.EndsWith(" .\n", StringComparison.Ordinal) && line.Count(c => c is '\n' or '\r' or '\0') == 1;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void What_is_said_of_a_reifier_is_an_annotation_of_its_triple()
    {
        Triple cites = new(new Iri("http://example.org/a"), new Iri("http://example.org/cites"), new Iri("http://example.org/b"));
        BlankNode edge = new("e1");
        string turtle = Terms.Turtle(
        [
            cites,
            new Triple(edge, new Iri(Namespaces.Rdf + "reifies"), new TripleTerm(cites)),
            new Triple(edge, new Iri("http://example.org/start"), new Literal("3", new Iri(Namespaces.Xsd + "integer"))),
            new Triple(edge, new Iri("http://example.org/end"), new Literal("7", new Iri(Namespaces.Xsd + "integer"))),
        ], Prefixes);
        Assert.Contains("ex:a ex:cites ex:b ~ _:e1 {| ex:start 3 ; ex:end 7 |} .", turtle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no scheme")]
    [InlineData("relative/path")]
    [InlineData(":x")]
    [InlineData("1http://example.org/")]
    [InlineData("http://example.org/a b")]
    [InlineData("http://example.org/<")]
    [InlineData("http://example.org/\n")]
    [InlineData("")]
    public void Texts_that_are_no_IRI_are_refused_in_one_line(string text)
    {
        RdfException fault = Assert.Throws<RdfException>(() => new Iri(text));
        Assert.Equal("PGR001", fault.Code);
        Assert.DoesNotContain('\n', fault.Message);
    }

    // Not among the cases above: the runner cannot pass a lone surrogate on.
    [Fact]
    public void Half_of_a_character_is_refused_in_an_IRI()
    {
        Assert.Throws<RdfException>(() => new Iri("urn:\uD83D"));
        Assert.Throws<RdfException>(() => new Iri("urn:\uDE00\uD83D"));
        Assert.Equal("urn:\uD83D\uDE00", new Iri("urn:\uD83D\uDE00").Value);
    }

    [Fact]
    public void An_IRI_in_spans_cannot_break_out_of_its_brackets()
    {
        using MemoryStream stream = new();
        using NTriplesWriter writer = new(stream);
        Assert.Throws<RdfException>(() =>
            writer.Write(TermSpan.Iri("urn:a> <urn:b"u8), TermSpan.Iri("urn:p"u8), TermSpan.Iri("urn:o"u8)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("a\n")]
    public void Labels_that_no_blank_node_has_are_refused(string label) =>
        Assert.Equal("PGR002", Assert.Throws<RdfException>(() => new BlankNode(label)).Code);

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("en-")]
    [InlineData("en us")]
    public void Tags_that_name_no_language_are_refused(string tag) =>
        Assert.Equal("PGR003", Assert.Throws<RdfException>(() => new Literal("x", tag)).Code);

    [Fact]
    public void Languages_that_differ_in_case_only_are_one() => Assert.Equal(new Literal("x", "en-GB"), new Literal("x", "EN-gb"));

    private static Gen<List<Triple>> GenTriples()
    {
        Gen<RdfTerm> iris = Gen.Elements(
                "http://example.org/", "http://example.org/a", "http://example.org/a.b-c", "http://example.org/dot.",
                "http://example.org/%C3%BC",
                "http://example.org/100%", "http://example.org/é~", "http://example.org/a/b#c", "urn:x:1")
            .Select(RdfTerm (i) => new Iri(i));
        Gen<RdfTerm> blanks = Gen.Elements("b0", "b1", "x.y-").Select(RdfTerm (l) => new BlankNode(l));
        Gen<string> anyText = ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "");
        Gen<string> numbers = Gen.Elements("1", "-0", "+5", "1.0E0", "1E5", "INF", ".5e3", "5.e1", "1.5", "true", "TRUE", "--1", "e1", "");
        Gen<RdfTerm> literals = Gen.OneOf(
            anyText.Select(RdfTerm (t) => new Literal(t)),
            Gen.Zip(anyText, Gen.Elements("en", "zh-hant")).Select(RdfTerm (t) => new Literal(t.Item1, t.Item2)),
            anyText.Select(RdfTerm (t) => new Literal(t, "he", TextDirection.RightToLeft)),
            Gen.Zip(numbers, Gen.Elements("integer", "double", "boolean", "date"))
                .Select(RdfTerm (t) => new Literal(t.Item1, new Iri(Namespaces.Xsd + t.Item2))));
        Gen<RdfTerm> subjects = Gen.OneOf(iris, blanks);
        Gen<Triple> plain =
            from s in subjects
            from p in Gen.OneOf(iris, Gen.Constant<RdfTerm>(new Iri(Namespaces.Rdf + "type")))
            from o in Gen.OneOf(iris, blanks, literals)
            select new Triple(s, (Iri)p, o);
        Gen<Triple> nested = Gen.Zip(subjects, plain).Select(t => new Triple(t.Item1, new Iri("urn:says"), new TripleTerm(t.Item2)));
        Gen<Triple> triples = Gen.OneOf(plain, nested);
        Gen<List<Triple>> runs =
            from first in triples
            from reifier in subjects
            from after in triples.ListOf(3)
            from about in Gen.Zip(iris, Gen.OneOf(iris, literals)).ListOf(2)
            from shape in Gen.Choose(0, 7)
            let reified = new Triple(reifier, new Iri(Namespaces.Rdf + "reifies"), new TripleTerm(first))
            let said = about.Select(a => new Triple(reifier, (Iri)a.Item1, a.Item2))
            select (List<Triple>)
            [
                .. (shape & 1) != 0 ? [first] : after,
                reified,
                .. (shape & 2) != 0 ? said : [],
                .. (shape & 4) != 0 ? after : [first, reified],
            ];
        return runs.ListOf().Select(r => r.SelectMany(t => t).ToList());
    }
}
