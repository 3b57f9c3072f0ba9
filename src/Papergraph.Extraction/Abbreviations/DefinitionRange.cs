using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Where a passage defines an abbreviation, in tokens.</summary>
/// <param name="Long">The long form.</param>
/// <param name="Short">The short form.</param>
internal readonly record struct DefinitionRange(TokenRange Long, TokenRange Short)
{
    /// <summary>The tokens of a pair, or null when one of its forms cuts a token.</summary>
    public static DefinitionRange? Of(Passage passage, Abbreviation pair) =>
        passage.TokensOf(pair.Long.Span) is { } longForm && passage.TokensOf(pair.Short.Span) is { } shortForm
            ? new DefinitionRange(longForm, shortForm) : null;

    /// <summary>The form that stands first.</summary>
    public TokenRange First => Long.First < Short.First ? Long : Short;

    /// <summary>The form that stands second.</summary>
    public TokenRange Second => Long.First < Short.First ? Short : Long;
}
