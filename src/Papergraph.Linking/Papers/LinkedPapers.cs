using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>The papers of a set of records, and who cites whom.</summary>
/// <param name="Papers">Papers and placeholders, in ordinal order of their ids.</param>
/// <param name="Citations">By citing, then by cited paper; distinct in these.</param>
/// <param name="References">What became of every entry of every list of references.</param>
/// <param name="Decisions">Which records became one paper and why, by kind, node and rule.</param>
public sealed record LinkedPapers(
    IReadOnlyList<LinkedPaper> Papers,
    IReadOnlyList<Citation> Citations,
    ReferenceCounts References,
    IReadOnlyList<MergeDecision> Decisions);

/// <summary>One paper: all its records, or what references say of one that has none.</summary>
/// <param name="Id">Unique: the best identifier (<c>doi:…</c>, <c>arxiv:…</c>, <c>openalex:…</c>, <c>acl:…</c>, <c>pmid:…</c>,
/// <c>s2:…</c>), else <c>title:</c> and a hash of title, year and first author, else <c>local:</c> and the key, else
/// <c>record:</c> or, for a placeholder, <c>raw:</c> and a hash of all there is.</param>
/// <param name="Identifiers">The identifiers that name this paper and no other, sorted.</param>
/// <param name="Records">Indexes of the records, ascending; empty for a placeholder.</param>
/// <param name="Cited">For a placeholder the reference behind it that says most; null for others.</param>
public sealed record LinkedPaper(string Id, IReadOnlyList<Identifier> Identifiers, IReadOnlyList<int> Records, CitedReference? Cited)
{
    /// <summary>Whether the paper is only known from references.</summary>
    public bool IsPlaceholder => Records.Count == 0;
}

/// <summary>One paper cites another.</summary>
/// <param name="Citing">Index into <see cref="LinkedPapers.Papers"/>.</param>
/// <param name="Cited">Index into <see cref="LinkedPapers.Papers"/>; never <paramref name="Citing"/>.</param>
/// <param name="Record">Index of the first record, in canonical order, that has a reference behind the edge.</param>
/// <param name="Reference">Index of the first such reference in that record.</param>
public readonly record struct Citation(int Citing, int Cited, int Record, int Reference);

/// <summary>What became of the entries of the lists of references. <c>Lines = Edges + Repeats + SelfCitations + Unusable</c>, and
/// <c>Lines = ResolvedById + ResolvedByTitle + ToPlaceholders + Unusable</c>.</summary>
/// <param name="Lines">All entries of all records.</param>
/// <param name="Edges">Entries that became a citation.</param>
/// <param name="Repeats">Entries whose citation is there already.</param>
/// <param name="SelfCitations">Entries by which a paper cites itself; no edge.</param>
/// <param name="ResolvedById">Entries that name a paper by identifier.</param>
/// <param name="ResolvedByTitle">Entries that name a paper by title.</param>
/// <param name="ToPlaceholders">Entries that name no paper of the input, or cannot tell which.</param>
/// <param name="Unusable">Entries without identifier, title and text.</param>
public sealed record ReferenceCounts(
    long Lines, long Edges, long Repeats, long SelfCitations, long ResolvedById, long ResolvedByTitle, long ToPlaceholders, long Unusable);
