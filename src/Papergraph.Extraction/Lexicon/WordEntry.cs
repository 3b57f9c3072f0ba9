using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What the word lists say of a word.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,
    Determiner = 1,
    Preposition = 1 << 1,
    Conjunction = 1 << 2,
    Pronoun = 1 << 3,
    Auxiliary = 1 << 4,
    Adverb = 1 << 5,

    /// <summary>Finite form of a verb, or its infinitive.</summary>
    Verb = 1 << 6,

    /// <summary>Past tense or past participle.</summary>
    Past = 1 << 7,

    /// <summary>Present participle.</summary>
    Present = 1 << 8,

    /// <summary>May be a noun although it looks like, or also is, something else.</summary>
    Noun = 1 << 9,

    /// <summary>A noun in <c>-ing</c>: <c>learning</c>.</summary>
    Gerund = 1 << 10,

    /// <summary>An adverb that belongs to the term that it begins: <c>weakly supervised learning</c>.</summary>
    Adverbial = 1 << 11,

    /// <summary>Judges, compares or counts: dropped from the beginning of a term.</summary>
    Evaluative = 1 << 12,

    /// <summary>A noun that names nothing specific.</summary>
    Generic = 1 << 13,

    /// <summary>Says what kind of thing a name is: dropped from the end of a term.</summary>
    ClassNoun = 1 << 14,
}

/// <summary>What a word says of the things around it.</summary>
[Flags]
internal enum Cues
{
    None = 0,
    Introduce = 1,
    Name = 1 << 1,
    Use = 1 << 2,
    Evaluate = 1 << 3,
    Compare = 1 << 4,
    Address = 1 << 5,
}

/// <summary>All that the word lists know of a word.</summary>
/// <param name="Traits">Its grammar.</param>
/// <param name="Head">What a term is that ends in it, or null.</param>
/// <param name="Single">What it is where it stands alone, or null when it is no term alone.</param>
/// <param name="Cues">What it says of the things around it.</param>
internal readonly record struct WordEntry(WordTraits Traits, EntityType? Head, EntityType? Single, Cues Cues)
{
    public bool Has(WordTraits traits) => (Traits & traits) != 0;

    public bool Has(Cues cues) => (Cues & cues) != 0;
}
