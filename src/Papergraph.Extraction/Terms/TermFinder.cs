using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds the terms of a passage: noun phrases that name something specific, with the type that their words give them.</summary>
internal static class TermFinder
{
    public static List<Term> Find(Passage passage)
    {
        List<Term> terms = [];
        List<TokenRange> phrases = [];
        foreach (TokenRange sentence in passage.Sentences)
        {
            phrases.Clear();
            NounPhraseChunker.Chunk(passage, sentence, phrases);
            foreach (TokenRange phrase in phrases)
            {
                if (Classify(passage, sentence, phrase) is { } term) terms.Add(term);
            }
        }

        return terms;
    }

    private static Term? Classify(Passage passage, TokenRange sentence, TokenRange phrase)
    {
        TokenRange trimmed = PhraseTrimmer.TrimEdges(passage, phrase);
        if (trimmed.Length == 0) return null;
        TokenRange core = PhraseTrimmer.TrimClassNoun(passage, trimmed);
        return core.Length == 1 ? OneWord(passage, sentence, trimmed, core) : Phrase(passage, core);
    }

    private static Term? OneWord(Passage passage, TokenRange sentence, TokenRange trimmed, TokenRange core)
    {
        int token = core.First;
        ReadOnlySpan<char> word = passage[token];
        if (Lexicon.Name(word) is { } known) return new Term(core, known, TermRule.KnownName);
        WordEntry entry = passage.Entries[token];
        if (entry.Single is { } single) return new Term(core, single, TermRule.SingleWord);
        if (passage.Parts[token] == Part.Name)
        {
            if (trimmed.End > core.End && NameTyping.ByClassNoun(passage, trimmed.End - 1) is { } named)
                return new Term(core, named, TermRule.NameWithClass);
            return NameTyping.ByContext(passage, sentence, core) is { } type
                ? new Term(core, type, TermRule.NameInContext)
                : new Term(core, EntityType.Method, TermRule.BareName);
        }

        bool isProper = passage.Field == TextField.Abstract && token > sentence.First && NameShape.IsCapitalized(word)
            && entry == default && passage.Parts[token] == Part.Noun;
        return isProper ? new Term(core, EntityType.Concept, TermRule.CapitalizedWord) : null;
    }

    private static Term? Phrase(Passage passage, TokenRange phrase)
    {
        if (Lexicon.Name(passage.TextOf(phrase)) is { } known) return new Term(phrase, known, TermRule.KnownName);
        WordEntry head = passage.Entries[phrase.End - 1];
        if (head.Has(WordTraits.Generic) && head.Head is null) return null;
        return head.Head is { } type
            ? new Term(phrase, type, TermRule.HeadedPhrase)
            : new Term(phrase, EntityType.Concept, TermRule.PlainPhrase);
    }
}
