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

    /// <summary>Its name or aliases hold every word, the last one possibly unfinished.</summary>
    Words,
}

/// <summary>A node that was found.</summary>
/// <param name="Node">The node.</param>
/// <param name="Match">How it was found.</param>
/// <param name="Weight">How much it matters: papers that mention an entity, citations of a paper, papers of an author or venue.</param>
public sealed record SearchHit(NodeSummary Node, MatchKind Match, long Weight);

/// <summary>What to look for.</summary>
/// <param name="Limit">Most hits returned, 1 to 10,000.</param>
/// <param name="Label">Only nodes with this label, or null for all.</param>
public sealed record SearchOptions(int Limit = 20, string? Label = null);
