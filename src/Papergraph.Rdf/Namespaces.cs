namespace Papergraph.Rdf;

/// <summary>The namespaces that Papergraph's RDF uses.</summary>
public static class Namespaces
{
    /// <summary>Classes and properties of Papergraph, described in <c>ontology/papergraph.ttl</c>; prefix <c>pg</c>.</summary>
    public const string Ontology = "https://w3id.org/papergraph/ontology#";

    /// <summary>Nodes of graphs: the first label, a slash and the percent-encoded id follow.</summary>
    public const string Node = "https://w3id.org/papergraph/id/";

    /// <summary>RDF 1.2 Concepts; prefix <c>rdf</c>.</summary>
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>XML Schema datatypes; prefix <c>xsd</c>.</summary>
    public const string Xsd = "http://www.w3.org/2001/XMLSchema#";

    /// <summary>OWL 2; prefix <c>owl</c>.</summary>
    public const string Owl = "http://www.w3.org/2002/07/owl#";
}
