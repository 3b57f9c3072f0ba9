namespace Papergraph.Extraction;

/// <summary>Finds the noun phrases of a sentence, without determiners and without what follows a preposition.</summary>
/// <remarks>A phrase is a run of nouns, names, adjectives, participles and numbers. Two things may stand inside: a bracketed short
/// form when the phrase goes on behind it (<c>click-through rate (CTR) prediction</c>), and <c>and</c> or <c>or</c> between two
/// adjectives that share a head (<c>local and global fairness</c>). Linear.</remarks>
internal static class NounPhraseChunker
{
    /// <summary>A longer run is no phrase but a list or the noise of a scanned page.</summary>
    public const int LongestPhrase = 10;

    public static void Chunk(Passage passage, TokenRange sentence, List<TokenRange> phrases)
    {
        int at = sentence.First;
        while (at < sentence.End)
        {
            if (!IsInside(passage.Parts[at]))
            {
                at++;
                continue;
            }

            int end = End(passage, at, sentence.End);
            if (end - at <= LongestPhrase) phrases.Add(new TokenRange(at, end));
            at = end;
        }
    }

    private static int End(Passage passage, int first, int limit)
    {
        int end = first + 1;
        while (end < limit)
        {
            if (IsInside(passage.Parts[end])) end++;
            else if (ContinuesBehindBracket(passage, end, limit)) end += 3;
            else if (SharesHead(passage, first, end, limit)) end++;
            else break;
        }

        return end;
    }

    private static bool IsInside(Part part) =>
        part is Part.Noun or Part.Name or Part.Adjective or Part.Participle or Part.Number or Part.Adverbial;

    // What a name in brackets follows goes on only to a head noun: behind `(CTR)` comes `prediction`, not `leaves the`.
    private static bool ContinuesBehindBracket(Passage passage, int open, int limit)
    {
        bool isBracketed = open + 3 < limit && passage.Is(open, '(') && passage.Is(open + 2, ')') && passage.Parts[open + 1] == Part.Name
            && passage.Parts[open + 3] == Part.Noun && !passage.Entries[open + 3].Has(WordTraits.ClassNoun | WordTraits.Generic);
        if (!isBracketed) return false;
        int end = open + 4;
        while (end < limit && IsInside(passage.Parts[end])) end++;
        return passage.Entries[end - 1].Head is not null;
    }

    // Both sides are bare adjectives, and a noun follows.
    private static bool SharesHead(Passage passage, int first, int conjunction, int limit) =>
        conjunction == first + 1 && conjunction + 2 < limit && (passage.IsWord(conjunction, "and") || passage.IsWord(conjunction, "or"))
        && IsBareAdjective(passage, first) && IsBareAdjective(passage, conjunction + 1) && passage.Parts[conjunction + 2] == Part.Noun;

    private static bool IsBareAdjective(Passage passage, int token) =>
        passage.Parts[token] == Part.Adjective && !passage.Entries[token].Has(WordTraits.Evaluative);
}
