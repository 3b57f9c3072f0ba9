namespace Papergraph.Corpus;

/// <summary>One author as a source names them.</summary>
/// <param name="Name">As printed, given name first: <c>Ada Lovelace</c>.</param>
/// <param name="Orcid">ORCID in the form <c>0000-0002-1825-0097</c>, or null.</param>
/// <param name="Affiliations">Names of organisations, in the source's order.</param>
public sealed record AuthorName(string Name, string? Orcid = null, IReadOnlyList<string>? Affiliations = null)
{
    /// <summary>Names of organisations, in the source's order; empty when the source has none.</summary>
    public IReadOnlyList<string> Affiliations { get; init; } = Affiliations ?? [];
}
