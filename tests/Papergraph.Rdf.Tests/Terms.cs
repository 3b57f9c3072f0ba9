using System.Text;
using Papergraph.TestKit;

namespace Papergraph.Rdf.Tests;

/// <summary>From the terms of the test side's reader to those of the product and back.</summary>
internal static class Terms
{
    /// <summary>Anonymous blank nodes, and labels that the product does not make, get labels of their own.</summary>
    public static IReadOnlyList<Triple> FromRead(IEnumerable<TurtleTerm.Triple> triples)
    {
        Dictionary<string, BlankNode> blanks = new(StringComparer.Ordinal);
        return [.. triples.Select(t => (Triple)FromTriple(t))];

        Triple FromTriple(TurtleTerm.Triple t) => new(From(t.Subject), (Iri)From(t.Predicate), From(t.Object));

        RdfTerm From(TurtleTerm term) => term switch
        {
            TurtleTerm.Iri iri => new Iri(iri.Value),
            TurtleTerm.Blank blank => blanks.TryGetValue(blank.Label, out BlankNode? known)
                ? known
                : blanks[blank.Label] = new BlankNode($"b{blanks.Count}"),
            TurtleTerm.Literal { Language: "" } literal => new Literal(literal.Text, new Iri(literal.Datatype)),
            TurtleTerm.Literal text => new Literal(
                text.Text, text.Language.Split("--")[0],
                !text.Language.Contains("--", StringComparison.Ordinal) ? null
                : text.Language.EndsWith("ltr", StringComparison.Ordinal) ? TextDirection.LeftToRight : TextDirection.RightToLeft),
            TurtleTerm.Triple triple => new TripleTerm(FromTriple(triple)),
            _ => throw new InvalidOperationException(),
        };
    }

    public static TurtleTerm.Triple ToRead(Triple triple) => new(ToRead(triple.Subject), ToRead(triple.Predicate), ToRead(triple.Object));

    private static TurtleTerm ToRead(RdfTerm term) => term switch
    {
        Iri iri => new TurtleTerm.Iri(iri.Value),
        BlankNode blank => new TurtleTerm.Blank(blank.Label),
        Literal literal => new TurtleTerm.Literal(Scalars(literal.Text), literal.Datatype.Value, literal.Language + literal.Direction switch
        {
            TextDirection.LeftToRight => "--ltr",
            TextDirection.RightToLeft => "--rtl",
            _ => "",
        }),
        TripleTerm inner => ToRead(inner.Triple),
        _ => throw new InvalidOperationException(),
    };

    // What the product says it does with lone surrogates, done by the platform's own decoder.
    private static string Scalars(string text) => string.Concat(text.EnumerateRunes());

    public static string NTriples(IEnumerable<Triple> triples) => Written(stream => new NTriplesWriter(stream), triples);

    public static string Turtle(IEnumerable<Triple> triples, params TurtlePrefix[] prefixes) =>
        Written(stream => new TurtleWriter(stream, prefixes), triples);

    private static string Written(Func<Stream, TripleWriter> create, IEnumerable<Triple> triples)
    {
        using MemoryStream stream = new();
        using TripleWriter writer = create(stream);
        foreach (Triple triple in triples) writer.Write(triple);
        writer.Complete();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
