using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The words before a bracket that may belong to a long form.</summary>
internal static class LongFormWindow
{
    // Tokens of a bracket inside a word, as in the names of chemistry.
    private const int LongestInnerBracket = 30;

    /// <summary>At most so many words, none of them beyond another bracket, a colon, a semicolon or a word that makes a clause.</summary>
    public static TextSpan Before(Passage passage, int sentence, int open, int words)
    {
        int last = open - 1, first = open;
        while (last > sentence && (Brackets.IsQuote(passage, last) || passage.Is(last, ','))) last--;
        int end = passage.Tokens[last].End, depth = 0;
        while (first > sentence && words > 0)
        {
            int next = first - 1;
            if (end - passage.Tokens[next].Start > LongFormAligner.LongestWindow || EndsWindow(passage, next)) break;
            if (Brackets.IsOpening(passage, next) && --depth < 0) break;
            if (Brackets.IsClosing(passage, next))
            {
                if (!IsInsideWord(passage, sentence, next, open)) break;
                depth++;
            }

            first = next;
            if (next == sentence || !passage.AreAdjacent(next - 1)) words--;
        }

        return new TextSpan(Math.Min(passage.Tokens[first].Start, end), end);
    }

    private static bool EndsWindow(Passage passage, int token) =>
        passage.Is(token, ';') || passage.Is(token, ':') || passage.IsWord(token, "that")
        || (passage.Entries[token].Has(WordTraits.Auxiliary | WordTraits.Pronoun) && char.IsLower(passage[token][0]));

    // The bracket of `N-(2-acetyl) amine` or `(−)-menthol` belongs to a word, that of `water (W) index` does not.
    private static bool IsInsideWord(Passage passage, int sentence, int close, int end)
    {
        int open = Brackets.Open(passage, close, Math.Max(sentence, close - LongestInnerBracket));
        if (open < 0) return false;
        bool isAttached = open > sentence && passage.AreAdjacent(open - 1);
        return isAttached || (close + 1 < end && passage.AreAdjacent(close) && !passage.Is(close + 1, ','));
    }
}
