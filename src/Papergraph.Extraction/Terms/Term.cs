using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>By which rule a term was found; each has its own confidence.</summary>
internal enum TermRule : byte
{
    /// <summary>In the list of well-known names.</summary>
    KnownName,

    /// <summary>Introduced or defined by the paper.</summary>
    IntroducedName,

    /// <summary>Short form of a pair that the text defines.</summary>
    DefinedName,

    /// <summary>Spelled as a name and followed by what it is.</summary>
    NameWithClass,

    /// <summary>Spelled as a name, typed by the words around it.</summary>
    NameInContext,

    /// <summary>Spelled as a name, nothing else known.</summary>
    BareName,

    /// <summary>Capitalised in the middle of a sentence.</summary>
    CapitalizedWord,

    /// <summary>A phrase of several words with a typed head.</summary>
    HeadedPhrase,

    /// <summary>A phrase of several words with any other head.</summary>
    PlainPhrase,

    /// <summary>One word that is a term of its own.</summary>
    SingleWord,

    /// <summary>Another occurrence of what was found elsewhere in the paper.</summary>
    Repetition,
}

/// <summary>A term found in a passage.</summary>
/// <param name="Range">Its tokens; at least one.</param>
/// <param name="Type">What it names.</param>
/// <param name="Rule">How it was found.</param>
internal readonly record struct Term(TokenRange Range, EntityType Type, TermRule Rule);
