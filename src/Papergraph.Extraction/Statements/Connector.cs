namespace Papergraph.Extraction;

/// <summary>The words between two terms, reduced to those that carry the relation.</summary>
internal static class Connector
{
    private const int MostTokens = 9;

    /// <summary>Characters that the longest connector of any pattern has, with room to spare.</summary>
    public const int Longest = 48;

    /// <summary>Writes the tokens from <paramref name="first"/> to <paramref name="end"/> in lower case, joined by spaces, without
    /// determiners (but <c>a</c> and <c>such</c>), evaluative words, adverbs, class nouns at the beginning and closing
    /// brackets; every form of <c>be</c> is <c>is</c>; an article at the end stays only where it makes the relation: <c>is a</c>.</summary>
    /// <returns>Characters written; 0 when nothing is left or more than any connector has.</returns>
    public static int Write(Passage passage, int first, int end, Span<char> words)
    {
        if (end - first > MostTokens) return 0;
        int length = 0;
        for (int i = first; i < end; i++)
        {
            if (!IsKept(passage, i, isFirst: length == 0)) continue;
            if (passage[i] is "a" or "an" && !(i + 1 < end || words[..length] is "is" or "," or ":")) continue;
            ReadOnlySpan<char> word = IsBe(passage[i]) ? "is" : passage[i];
            if (length + 1 + word.Length > words.Length) return 0;
            if (length > 0) words[length++] = ' ';
            length += word.ToLowerInvariant(words[length..]);
        }

        return length;
    }

    private static bool IsBe(ReadOnlySpan<char> word) => word is "are" or "was" or "were" or "be" or "been";

    private static bool IsKept(Passage passage, int token, bool isFirst)
    {
        if (passage.Is(token, ')') || passage.Is(token, '"')) return false;
        WordEntry entry = passage.Entries[token];
        switch (passage.Parts[token])
        {
            case Part.Determiner:
                return passage[token] is "a" or "an" or "such" or "Such" or "other";
            case Part.Auxiliary:
                return passage[token] is "is" || IsBe(passage[token]);
            case Part.Adverb or Part.Number:
                return passage.IsWord(token, "e.g");
            case Part.Adjective or Part.Participle:
                return !entry.Has(WordTraits.Evaluative);
            case Part.Noun:
                return !entry.Has(WordTraits.Evaluative) && !(isFirst && entry.Has(WordTraits.ClassNoun));
            default:
                return true;
        }
    }
}
