namespace Papergraph.Export;

/// <summary>What an export includes.</summary>
public sealed record ExportOptions
{
    /// <summary>Whether the RDF formats give the properties of edges, as reifiers of RDF 1.2; without them they are RDF 1.1.
    /// The other formats always have them. Default: true.</summary>
    public bool IncludeEvidence { get; init; } = true;
}
