namespace Papergraph.Corpus;

/// <summary>One entry of a paper's list of references, as the source states it.</summary>
/// <param name="Identifiers">What the entry is called, best first; may be empty.</param>
/// <param name="Title">Title of the cited work, or null.</param>
/// <param name="Year">Year of the cited work, or null.</param>
/// <param name="FirstAuthor">First author of the cited work, or null.</param>
/// <param name="Raw">The entry as printed, or null when the source gives structured fields only.</param>
public sealed record CitedReference(
    IReadOnlyList<Identifier> Identifiers, string? Title = null, int? Year = null, string? FirstAuthor = null, string? Raw = null);
