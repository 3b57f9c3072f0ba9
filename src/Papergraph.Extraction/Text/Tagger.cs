namespace Papergraph.Extraction;

/// <summary>The part of speech of a token, as far as noun phrases need it.</summary>
internal enum Part : byte
{
    Noun,
    Name,
    Adjective,

    /// <summary>A participle before a noun: <c>distributed systems</c>.</summary>
    Participle,
    Number,
    Verb,
    Adverb,
    Adverbial,
    Determiner,
    Preposition,
    Conjunction,
    Pronoun,
    Auxiliary,
    Punctuation,
}

/// <summary>Tells noun phrases from the rest of a sentence by word lists, endings and neighbours.</summary>
/// <remarks>One pass from left to right; a token's part depends on its own form, the part before it and the entry after it.</remarks>
internal static class Tagger
{
    private static readonly string[] AdjectiveEndings =
        ["al", "ive", "ous", "ic", "able", "ible", "ful", "less", "ary", "ar", "ish", "ical", "ant", "ent", "wise", "like", "free", "aware", "based", "driven",
         "invariant", "dependent", "specific", "level", "order", "scale", "shot", "agnostic", "dimensional", "modal", "lingual", "y-efficient"];

    public static Part[] Tag(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordEntry> entries)
    {
        Part[] parts = new Part[tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            parts[i] = tokens[i].Kind switch
            {
                TokenKind.Word => TagWord(text, tokens, entries, parts, i),
                TokenKind.Number => Part.Number,
                _ => Part.Punctuation,
            };
        }

        return parts;
    }

    private static Part TagWord(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordEntry> entries, ReadOnlySpan<Part> parts, int i)
    {
        WordEntry entry = entries[i];
        ReadOnlySpan<char> word = text[tokens[i].Start..tokens[i].End];
        if (word.Length == 1) return entry.Has(WordTraits.Determiner) ? Part.Determiner : entry.Has(WordTraits.Pronoun) ? Part.Pronoun : Part.Number;
        if (entry.Has(WordTraits.Determiner)) return Part.Determiner;
        if (entry.Has(WordTraits.Preposition)) return Part.Preposition;
        if (entry.Has(WordTraits.Conjunction)) return Part.Conjunction;
        if (entry.Has(WordTraits.Pronoun)) return Part.Pronoun;
        if (entry.Has(WordTraits.Auxiliary)) return Part.Auxiliary;
        if (entry.Has(WordTraits.Adverbial)) return Part.Adverbial;
        if (NameShape.IsName(word)) return Part.Name;
        if (entry.Has(WordTraits.Adverb)) return Part.Adverb;

        Part before = i == 0 ? Part.Punctuation : parts[i - 1];
        bool nounFollows = i + 1 < tokens.Length && tokens[i + 1].Kind == TokenKind.Word && IsOpen(entries[i + 1]);
        bool objectFollows = i + 1 < tokens.Length && entries[i + 1].Has(WordTraits.Determiner | WordTraits.Pronoun);
        bool asksForVerb = before is Part.Pronoun or Part.Auxiliary || (i > 0 && IsTo(text, tokens[i - 1]) && entry.Has(WordTraits.Verb));

        if (entry.Has(WordTraits.Gerund)) return objectFollows ? Part.Verb : Part.Noun;
        if (entry.Has(WordTraits.Verb))
        {
            if (!entry.Has(WordTraits.Noun)) return entry.Has(WordTraits.Evaluative) && nounFollows && !asksForVerb ? Part.Adjective : Part.Verb;
            if (asksForVerb) return Part.Verb;
            if (before is not (Part.Noun or Part.Name or Part.Adverb)) return Part.Noun;
            bool agrees = before == Part.Noun && text[tokens[i - 1].End - 1] == 's' && word[^1] != 's';
            return objectFollows || agrees ? Part.Verb : Part.Noun;
        }

        if (entry.Has(WordTraits.Noun)) return Part.Noun;
        if (entry.Has(WordTraits.Present)) return IsModifier(before, nounFollows, entry) ? Part.Participle : Part.Verb;
        if (entry.Has(Cues.Name)) return Part.Verb;
        if (entry.Has(WordTraits.Past) || EndsInEd(word)) return IsPastModifier(before, nounFollows) ? Part.Participle : Part.Verb;
        if (entry.Has(WordTraits.Evaluative)) return Part.Adjective;
        if (entry.Head is not null || entry.Single is not null || entry.Has(WordTraits.Generic)) return Part.Noun;
        if (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal)) return Part.Adverb;
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal)) return objectFollows || (before == Part.Punctuation && nounFollows) ? Part.Verb : Part.Noun;
        return IsAdjective(word) ? Part.Adjective : Part.Noun;
    }

    private static bool IsModifier(Part before, bool nounFollows, WordEntry entry) =>
        nounFollows && (before is Part.Determiner or Part.Adjective || entry.Has(WordTraits.Evaluative));

    // `the learned representation`, `of distributed systems`; but `we trained models`, `models trained on`, `networks achieved results`.
    private static bool IsPastModifier(Part before, bool nounFollows) =>
        nounFollows && before is not (Part.Pronoun or Part.Auxiliary or Part.Noun or Part.Name);

    private static bool IsOpen(WordEntry entry) => !entry.Has(WordTraits.Determiner | WordTraits.Preposition | WordTraits.Conjunction
        | WordTraits.Pronoun | WordTraits.Auxiliary | WordTraits.Adverb);

    private static bool IsTo(ReadOnlySpan<char> text, Token token) =>
        token.Length == 2 && text[token.Start..token.End].Equals("to", StringComparison.OrdinalIgnoreCase);

    private static bool EndsInEd(ReadOnlySpan<char> word) => word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal);

    private static bool IsAdjective(ReadOnlySpan<char> word)
    {
        if (word.Length < 5) return false;
        foreach (string ending in AdjectiveEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
