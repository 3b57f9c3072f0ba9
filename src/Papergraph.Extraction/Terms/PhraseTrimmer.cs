using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Cuts a noun phrase down to what names the thing.</summary>
internal static class PhraseTrimmer
{
    /// <summary>Without evaluative words and counts before it, and without what cannot end a phrase behind it; may become empty.</summary>
    public static TokenRange TrimEdges(Passage passage, TokenRange phrase)
    {
        int first = phrase.First, end = phrase.End;
        while (first < end && IsFiller(passage, first) && !BeginsCompound(passage, first, end)) first++;
        while (end > first && !MayEnd(passage, first, end - 1)) end--;
        return new TokenRange(first, end);
    }

    /// <summary>Without the class noun at the end, when the rest names the thing by itself: a name, or a term with a head of its own
    /// that is a method or a task.</summary>
    public static TokenRange TrimClassNoun(Passage passage, TokenRange phrase)
    {
        if (phrase.Length < 2 || !passage.Entries[phrase.End - 1].Has(WordTraits.ClassNoun)) return phrase;
        int last = phrase.End - 2;
        bool namesIt = IsNameLike(passage, last) || passage.Entries[last].Head is EntityType.Method or EntityType.Task;
        return namesIt && (phrase.Length > 2 || IsNameLike(passage, last) || passage.Entries[last].Single is not null)
            ? phrase with { End = phrase.End - 1 } : phrase;
    }

    public static bool IsNameLike(Passage passage, int token) =>
        passage.Parts[token] == Part.Name || (passage.Tokens[token].Kind == TokenKind.Word && Lexicon.Name(passage[token]) is not null);

    private static bool IsFiller(Passage passage, int token) =>
        passage.Parts[token] == Part.Number || IsUnit(passage, token)
        || (passage.Entries[token].Has(WordTraits.Evaluative) && passage.Parts[token] != Part.Name);

    // `5 ms latency`.
    private static bool IsUnit(Passage passage, int token) =>
        token > 0 && passage.Parts[token - 1] == Part.Number && ResultWords.Unit(passage[token]) is not null
        && Lexicon.Name(passage[token]) is null;

    private static bool BeginsCompound(Passage passage, int token, int end) =>
        token + 1 < end && Lexicon.BeginsTerm(passage.TextOf(new TokenRange(token, token + 2)));

    private static bool MayEnd(Passage passage, int first, int token) => passage.Parts[token] switch
    {
        Part.Noun or Part.Name => true,
        Part.Number => token > first && passage.Parts[token - 1] == Part.Name,
        _ => false,
    };
}
