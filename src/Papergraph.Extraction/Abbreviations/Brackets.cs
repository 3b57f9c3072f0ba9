namespace Papergraph.Extraction;

/// <summary>Round and square brackets and quotes among tokens.</summary>
internal static class Brackets
{
    public static bool IsOpening(Passage passage, int token) => passage.Is(token, '(') || passage.Is(token, '[');

    public static bool IsClosing(Passage passage, int token) => passage.Is(token, ')') || passage.Is(token, ']');

    public static bool IsQuote(Passage passage, int token) => passage.Tokens[token] is { Length: 1, Start: int start }
        && passage.Text[start] is '"' or '\'' or '`' or '\u2018' or '\u2019' or '\u201C' or '\u201D';

    /// <summary>The bracket that closes the one at <paramref name="open"/> before <paramref name="end"/>, or −1.</summary>
    public static int Close(Passage passage, int open, int end)
    {
        int depth = 0;
        for (int i = open; i < end; i++)
        {
            if (IsOpening(passage, i)) depth++;
            else if (IsClosing(passage, i) && --depth == 0) return i;
        }

        return -1;
    }

    /// <summary>The bracket that the one at <paramref name="close"/> closes, not before <paramref name="first"/>, or −1.</summary>
    public static int Open(Passage passage, int close, int first)
    {
        int depth = 0;
        for (int i = close; i >= first; i--)
        {
            if (IsClosing(passage, i)) depth++;
            else if (IsOpening(passage, i) && --depth == 0) return i;
        }

        return -1;
    }
}
