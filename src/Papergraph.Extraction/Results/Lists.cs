namespace Papergraph.Extraction;

/// <summary>How sentences list things.</summary>
internal static class Lists
{
    /// <summary>Whether the token only joins one thing to the next.</summary>
    public static bool IsGlue(Passage passage, int token) =>
        passage.Is(token, ',') || passage.Is(token, '/') || passage.Is(token, '&') || passage.IsWord(token, "and") || passage.IsWord(token, "or");
}
