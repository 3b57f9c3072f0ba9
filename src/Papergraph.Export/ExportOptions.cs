namespace Papergraph.Export;

/// <summary>What an export includes.</summary>
public sealed record ExportOptions
{
    /// <summary>Whether the formats that <see cref="IGraphExport.HasEvidenceOption">have the option</see>, those of RDF, give the
    /// properties of edges, as reifiers of RDF 1.2; without them they are RDF 1.1. The other formats always have them. Default: true.
    /// </summary>
    public bool IncludeEvidence { get; init; } = true;
}
