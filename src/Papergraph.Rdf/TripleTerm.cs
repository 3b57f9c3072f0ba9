namespace Papergraph.Rdf;

/// <summary>A triple as the object of another (RDF 1.2); it says nothing of whether that triple holds.</summary>
/// <param name="Triple">The triple.</param>
public sealed record TripleTerm(Triple Triple) : RdfTerm;
