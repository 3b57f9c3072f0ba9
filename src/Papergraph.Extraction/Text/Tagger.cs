using System.Collections.Frozen;

namespace Papergraph.Extraction;

/// <summary>Tells noun phrases from the rest of a sentence by word lists, endings and neighbours.</summary>
/// <remarks>One pass from left to right; a token's part depends on its own form, the part before it and the entry behind it.</remarks>
internal readonly ref struct Tagger
{
    private static readonly string[] AdjectiveEndings =
    [
        "al", "ive", "ous", "ic", "able", "ible", "ful", "less", "ary", "ar", "ish", "ical", "ant", "ent", "wise", "like", "free", "aware",
        "based", "driven", "invariant", "dependent", "specific", "level", "order", "scale", "shot", "agnostic", "dimensional", "modal", "lingual",
    ];

    // Behind a hyphen these make an adjective of any name: `BERT-based`.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AdjectiveParts = FrozenSet.ToFrozenSet(
        [
            "based", "like", "style", "guided", "driven", "aware", "free", "specific", "enhanced", "augmented", "inspired", "related",
            "level", "agnostic", "invariant", "only", "generated", "powered", "trained", "assisted", "optimal", "complete", "hard", "dimensional",
        ],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly ReadOnlySpan<WordEntry> _entries;
    private readonly Part[] _parts;

    private Tagger(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordEntry> entries)
    {
        _text = text;
        _tokens = tokens;
        _entries = entries;
        _parts = new Part[tokens.Length];
    }

    /// <summary>The part of each token; <paramref name="entries"/> holds what the word lists know of each.</summary>
    public static Part[] Tag(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordEntry> entries)
    {
        Tagger tagger = new(text, tokens, entries);
        for (int i = 0; i < tokens.Length; i++)
        {
            tagger._parts[i] = tokens[i].Kind switch
            {
                TokenKind.Word => tagger.Closed(i) ?? tagger.Named(i) ?? tagger.Open(i),
                TokenKind.Number => Part.Number,
                _ => Part.Punctuation,
            };
        }

        return tagger._parts;
    }

    // Closed classes are told by the word alone.
    private Part? Closed(int i)
    {
        WordEntry entry = _entries[i];
        if (entry.Has(WordTraits.Determiner)) return Part.Determiner;
        if (entry.Has(WordTraits.Pronoun)) return Part.Pronoun;
        if (_tokens[i].Length == 1) return Part.Number;
        if (entry.Has(WordTraits.Preposition)) return Part.Preposition;
        if (entry.Has(WordTraits.Conjunction)) return Part.Conjunction;
        if (entry.Has(WordTraits.Auxiliary)) return Part.Auxiliary;
        return entry.Has(WordTraits.Adverbial) ? Part.Adverbial : null;
    }

    private Part? Named(int i)
    {
        ReadOnlySpan<char> word = Word(i);
        if (!NameShape.IsName(word)) return null;

        // `16 GB`, `3 GHz`.
        if (word.Length < 5 && Before(i) == Part.Number) return Part.Number;
        int hyphen = word.LastIndexOf('-');
        return hyphen > 0 && AdjectiveParts.Contains(word[(hyphen + 1)..]) ? Part.Adjective : Part.Name;
    }

    private Part Open(int i)
    {
        WordEntry entry = _entries[i];
        ReadOnlySpan<char> word = Word(i);
        if (entry.Has(WordTraits.Adverb)) return Part.Adverb;
        if (entry.Has(WordTraits.Gerund)) return ObjectFollows(i) ? Part.Verb : Part.Noun;
        if (entry.Has(WordTraits.Verb)) return Verb(i, entry);
        if (entry.Has(WordTraits.Noun)) return Part.Noun;
        if (entry.Has(WordTraits.Present)) return IsPresentModifier(i, entry) ? Part.Participle : Part.Verb;
        if (entry.Has(Cues.Name)) return Part.Verb;
        if (entry.Has(WordTraits.Past) || IsLongAndEnds(word, 4, "ed")) return IsPastModifier(i) ? Part.Participle : Part.Verb;
        if (entry.Has(WordTraits.Evaluative)) return Part.Adjective;
        if (entry.Head is not null || entry.Single is not null || entry.Has(WordTraits.Generic)) return Part.Noun;
        if (IsLongAndEnds(word, 4, "ly")) return Part.Adverb;
        if (IsLongAndEnds(word, 5, "ing"))
            return ObjectFollows(i) || (Before(i) == Part.Punctuation && NounFollows(i)) ? Part.Verb : Part.Noun;
        return IsAdjective(word) ? Part.Adjective : Part.Noun;
    }

    // `models`, `results`, `use` may be a noun as well: the neighbours decide.
    private Part Verb(int i, WordEntry entry)
    {
        Part before = Before(i);
        bool asksForVerb = before is Part.Pronoun or Part.Auxiliary || IsTo(i - 1);
        if (!entry.Has(WordTraits.Noun))
            return entry.Has(WordTraits.Evaluative) && NounFollows(i) && !asksForVerb ? Part.Adjective : Part.Verb;
        if (asksForVerb || IsVerbOfName(i, entry)) return Part.Verb;
        if (before is not (Part.Noun or Part.Name or Part.Adverb)) return Part.Noun;

        // A plural before the bare form is its subject: `networks use`.
        bool agrees = before == Part.Noun && Word(i - 1)[^1] == 's' && Word(i)[^1] != 's';
        return ObjectFollows(i) || agrees ? Part.Verb : Part.Noun;
    }

    // `LoRA matches fine-tuning`, `architecture search (NAS) finds networks`: the third person between a name and a noun.
    private bool IsVerbOfName(int i, WordEntry entry)
    {
        bool isBracketed = i >= 3 && _parts[i - 2] == Part.Name && Word(i - 1) is ")" && Word(i - 3) is "(";
        return (isBracketed || Before(i) == Part.Name) && Word(i)[^1] == 's' && entry.Head is null && !entry.Has(WordTraits.Generic)
            && NounFollows(i);
    }

    private bool IsPresentModifier(int i, WordEntry entry) =>
        NounFollows(i) && (Before(i) is Part.Determiner or Part.Adjective || entry.Has(WordTraits.Evaluative));

    // `the learned representation`, `of distributed systems`; but `we trained models`, `models trained on`, `networks achieved results`.
    private bool IsPastModifier(int i) =>
        NounFollows(i) && Before(i) is not (Part.Pronoun or Part.Auxiliary or Part.Noun or Part.Name);

    private bool NounFollows(int i) => i + 1 < _tokens.Length && _tokens[i + 1].Kind == TokenKind.Word
        && !_entries[i + 1].Has(WordTraits.Determiner | WordTraits.Preposition | WordTraits.Conjunction | WordTraits.Pronoun
            | WordTraits.Auxiliary | WordTraits.Adverb);

    private bool ObjectFollows(int i) => i + 1 < _tokens.Length && _entries[i + 1].Has(WordTraits.Determiner | WordTraits.Pronoun);

    private Part Before(int i) => i == 0 ? Part.Punctuation : _parts[i - 1];

    private ReadOnlySpan<char> Word(int i) => _text[_tokens[i].Start.._tokens[i].End];

    private bool IsTo(int i) => i >= 0 && Word(i).Equals("to", StringComparison.OrdinalIgnoreCase);

    private static bool IsLongAndEnds(ReadOnlySpan<char> word, int length, string ending) =>
        word.Length > length && word.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsAdjective(ReadOnlySpan<char> word)
    {
        foreach (string ending in AdjectiveEndings)
        {
            if (IsLongAndEnds(word, 4, ending)) return true;
        }

        return false;
    }
}
