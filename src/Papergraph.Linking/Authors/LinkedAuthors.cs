using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>What is known of a paper when its authors are linked.</summary>
/// <param name="Id">Id of the paper; unique.</param>
/// <param name="Authors">Its byline.</param>
/// <param name="Venue">Id of its venue, or null.</param>
/// <param name="Cites">The papers that it cites, as indexes into the same list.</param>
public sealed record AuthoredPaper(string Id, IReadOnlyList<AuthorName> Authors, string? Venue, IReadOnlyList<int> Cites);

/// <summary>A person.</summary>
/// <param name="Id"><c>orcid:…</c>; else <c>author:</c> and the folded name joined by hyphens, with a suffix made from the first paper's
/// id where several people have that name.</param>
/// <param name="Name">The form of the name that most bylines print, then the longest.</param>
/// <param name="Orcid">ORCID, or null.</param>
public sealed record LinkedAuthor(string Id, string Name, string? Orcid);

/// <summary>The people behind the bylines of a set of papers.</summary>
/// <param name="Authors">In ordinal order of their ids.</param>
/// <param name="OfPaper">For each paper and position of its byline the index of the author, or -1 for a name without letter or
/// digit.</param>
/// <param name="Decisions">Which bylines became one person and why.</param>
public sealed record LinkedAuthors(
    IReadOnlyList<LinkedAuthor> Authors, IReadOnlyList<IReadOnlyList<int>> OfPaper, IReadOnlyList<MergeDecision> Decisions);
