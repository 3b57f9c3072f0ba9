namespace Papergraph.Export;

/// <summary>What an export includes.</summary>
public sealed record ExportOptions
{
    /// <summary>Whether the formats that <see cref="IGraphExport.HasEvidenceOption">have the option</see>, those of RDF, give the
    /// properties of edges, as reifiers of RDF 1.2; without them they are RDF 1.1. The other formats always have them. Default: true.
    /// </summary>
    public bool IncludeEvidence { get; init; } = true;

    /// <summary>Whether the same formats name edges, and nodes without an id, by what they say and not by number, so that a name is the
    /// same in every version of a graph. Default: false.</summary>
    public bool NamesByContent { get; init; }
}
