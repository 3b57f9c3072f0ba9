namespace Papergraph.Rdf;

/// <summary>What the RDF form of a graph includes.</summary>
public sealed record RdfViewOptions
{
    /// <summary>Whether the properties of edges are given, each edge with properties as a reifier of its triple (RDF 1.2). Without
    /// them the triples are RDF 1.1. Default: true.</summary>
    public bool IncludeEvidence { get; init; } = true;

    /// <summary>Whether blank nodes are named by what is said of them and not by number: then a node or edge has the same name in every
    /// version of a graph, which is what patches need. Parallel edges that say the same are one reifier. Default: false.</summary>
    public bool NamesByContent { get; init; }
}
