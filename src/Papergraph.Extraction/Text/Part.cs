namespace Papergraph.Extraction;

/// <summary>The part of speech of a token, as far as noun phrases need it.</summary>
internal enum Part : byte
{
    Noun,

    /// <summary>Spelled as only names are.</summary>
    Name,
    Adjective,

    /// <summary>A participle before a noun: <c>distributed systems</c>.</summary>
    Participle,

    /// <summary>A number, the symbol of a variable, a unit behind a number.</summary>
    Number,
    Verb,
    Adverb,

    /// <summary>An adverb that belongs to the term that it begins.</summary>
    Adverbial,
    Determiner,
    Preposition,
    Conjunction,
    Pronoun,
    Auxiliary,
    Punctuation,
}
