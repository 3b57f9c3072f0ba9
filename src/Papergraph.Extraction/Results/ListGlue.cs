namespace Papergraph.Extraction;

/// <summary>What joins the things of a list.</summary>
internal static class ListGlue
{
    /// <summary>The most tokens between two things of a list: <c>, and</c>.</summary>
    public const int Longest = 2;

    /// <summary>Whether the token only joins one thing to the next.</summary>
    public static bool Is(Passage passage, int token) =>
        passage.Is(token, ',') || passage.Is(token, '/') || passage.Is(token, '&')
        || passage.IsWord(token, "and") || passage.IsWord(token, "or");
}
