using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds the terms of a passage: noun phrases that name something specific, with the type that their words give them.</summary>
internal static class TermFinder
{
    public static TermMap Find(Passage passage)
    {
        TermMap terms = new(passage);
        List<TokenRange> phrases = [];
        foreach (TokenRange sentence in passage.Sentences)
        {
            phrases.Clear();
            NounPhraseChunker.Chunk(passage, sentence, phrases);
            foreach (TokenRange phrase in phrases)
            {
                if (Classify(passage, sentence, phrase) is { } term) terms.Put(term);
            }
        }

        return terms;
    }

    private static Term? Classify(Passage passage, TokenRange sentence, TokenRange phrase)
    {
        TokenRange trimmed = PhraseTrimmer.TrimEdges(passage, phrase);
        if (trimmed.Length == 0 || passage.SpanOf(trimmed).Length > Term.LongestSurface) return null;
        if (NamedByClass(passage, trimmed) is { } named) return named;
        TokenRange core = PhraseTrimmer.TrimClassNoun(passage, trimmed);
        return core.Length == 1 ? OneWord(passage, sentence, trimmed, core.First) : SeveralWords(passage, sentence, core);
    }

    // `the benchmark X`, `an evaluation framework X`: the name is the term, the noun before it gives the type.
    private static Term? NamedByClass(Passage passage, TokenRange phrase)
    {
        int last = phrase.End - 1;
        if (phrase.Length < 2 || passage.Parts[last] != Part.Name || !passage.Entries[last - 1].Has(WordTraits.ClassNoun)) return null;
        TokenRange name = new(last, phrase.End);
        if (Lexicon.Name(passage[last]) is { } known) return new Term(name, known, TermRule.KnownName);
        return passage.Entries[last - 1].Head is { } type and not (EntityType.Task or EntityType.Concept)
            ? new Term(name, type, TermRule.NameWithClass) : null;
    }

    private static Term? OneWord(Passage passage, TokenRange sentence, TokenRange trimmed, int token)
    {
        TokenRange range = new(token, token + 1);
        if (Lexicon.Name(passage[token]) is { } known) return new Term(range, known, TermRule.KnownName);
        if (passage.Entries[token].Single is { } single) return new Term(range, single, TermRule.SingleWord);
        if (passage.Parts[token] != Part.Name) return null;
        if (trimmed.End > range.End && passage.Entries[trimmed.End - 1].Head is { } named and not (EntityType.Task or EntityType.Concept))
            return new Term(range, named, TermRule.NameWithClass);
        return NameTyping.ByContext(passage, sentence, token) is { } type
            ? new Term(range, type, TermRule.NameInContext)
            : new Term(range, EntityType.Method, TermRule.BareName);
    }

    private static Term? SeveralWords(Passage passage, TokenRange sentence, TokenRange phrase)
    {
        if (Lexicon.Name(passage.TextOf(phrase)) is { } known) return new Term(phrase, known, TermRule.KnownName);
        if (LastName(passage, phrase) is { } last) return new Term(phrase, last, TermRule.HeadedPhrase);
        WordEntry head = passage.Entries[phrase.End - 1];
        EntityType type = head.Head ?? EntityType.Concept;
        if (!head.Has(WordTraits.Generic)) return new Term(phrase, type, head.Head is null ? TermRule.PlainPhrase : TermRule.HeadedPhrase);

        // With a head such as `results` or `gap`, three words are a description more often than a term; a method is one nevertheless. A
        // described collection of data is one only if a name says where to find it.
        bool isTerm = BeginsWithName(passage, sentence, phrase.First) || (HasSpecificModifier(passage, phrase)
            && (type is EntityType.Method or EntityType.Task || (phrase.Length == 2 && type != EntityType.Dataset)));
        return isTerm ? new Term(phrase, type, TermRule.GenericHead) : null;
    }

    // `MS COCO`, `Faster R-CNN`; a shared task or a corpus with its year: `SemEval 2015`.
    private static EntityType? LastName(Passage passage, TokenRange phrase)
    {
        int last = phrase.End - 1;
        bool isYear = passage.Tokens[last] is { Kind: TokenKind.Number, Length: 4 } && passage[last][0] is '1' or '2';
        return isYear ? EntityType.Dataset : passage.Parts[last] == Part.Name ? Lexicon.Name(passage[last]) : null;
    }

    private static bool BeginsWithName(Passage passage, TokenRange sentence, int token) => PhraseTrimmer.IsNameLike(passage, token)
        || (passage.Field == TextField.Abstract && token > sentence.First && NameShape.IsCapitalized(passage[token]));

    private static bool HasSpecificModifier(Passage passage, TokenRange phrase)
    {
        for (int i = phrase.First; i < phrase.End - 1; i++)
        {
            bool isGeneric = passage.Entries[i].Has(WordTraits.Generic | WordTraits.Evaluative);
            if (passage.Parts[i] == Part.Name || (passage.Parts[i] is Part.Noun or Part.Adjective && !isGeneric)) return true;
        }

        return false;
    }
}
