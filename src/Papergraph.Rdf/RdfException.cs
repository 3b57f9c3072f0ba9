using Papergraph.Core;

namespace Papergraph.Rdf;

/// <summary>Something that is no RDF was to be made or written: a malformed IRI, blank node, language tag or prefix.</summary>
public sealed class RdfException : PapergraphException
{
    internal RdfException(string code, string message) : base(code, message)
    {
    }
}
