namespace Papergraph.Rdf;

/// <summary>A term of RDF 1.2: <see cref="Iri"/>, <see cref="BlankNode"/>, <see cref="Literal"/> or <see cref="TripleTerm"/>.</summary>
/// <remarks>Terms are values: equal when RDF 1.2 Concepts §3 calls them the same term (https://www.w3.org/TR/rdf12-concepts/).
/// <see cref="TermSpan"/> is the form without objects for writing many.</remarks>
public abstract record RdfTerm
{
    private protected RdfTerm()
    {
    }
}
