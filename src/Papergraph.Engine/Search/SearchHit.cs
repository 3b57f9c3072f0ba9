using Papergraph.Store;

namespace Papergraph.Engine.Search;

/// <summary>How a node was found, best first.</summary>
public enum MatchKind
{
    /// <summary>One of its identifiers is the text.</summary>
    Identifier,

    /// <summary>Its name, or an alias, is the text, up to case, accents and punctuation.</summary>
    Name,

    /// <summary>Its name, or an alias, begins with the text.</summary>
    Beginning,

    /// <summary>Its texts (title, abstract, name, aliases) answer the query.</summary>
    Words,
}

/// <summary>A node that was found.</summary>
/// <param name="Node">The node.</param>
/// <param name="Match">How it was found.</param>
/// <param name="Weight">How much it matters: papers that mention an entity, citations of a paper, papers of an author or venue.</param>
/// <param name="Score">How well its texts answer the query (BM25F, see <see cref="FullTextIndex"/>); null when they were not among the
/// best answers.</param>
/// <param name="Passage">A passage that shows why, or null: there is none where only the name answers.</param>
public sealed record SearchHit(NodeSummary Node, MatchKind Match, long Weight, double? Score = null, FullTextSnippet? Passage = null);

/// <summary>What a search found.</summary>
/// <param name="Hits">Best first: kind of match; then score where texts were searched, else weight; then weight, shorter name, id.</param>
/// <param name="UnknownWords">Words of the query that no text has, with words like them; none when something is called so.</param>
/// <param name="Notes">What was left out and why, a line each.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, IReadOnlyList<UnknownWord> UnknownWords, IReadOnlyList<string> Notes);

/// <summary>What to look for.</summary>
/// <param name="Limit">Most hits returned, 1 to 10,000.</param>
/// <param name="Label">Only nodes with this label, or null for all.</param>
public sealed record SearchOptions(int Limit = 20, string? Label = null);
