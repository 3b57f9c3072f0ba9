using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>By which rule a term was found, from the surest to the least; each has its own confidence.</summary>
internal enum TermRule : byte
{
    /// <summary>In the list of well-known names.</summary>
    KnownName,

    /// <summary>Introduced by the paper under this name.</summary>
    IntroducedName,

    /// <summary>Short or long form of a pair that the text defines.</summary>
    DefinedName,

    /// <summary>Spelled as a name and followed by what it is: <c>X dataset</c>.</summary>
    NameWithClass,

    /// <summary>Spelled as a name, typed by the words around it.</summary>
    NameInContext,

    /// <summary>One word that is a term of its own.</summary>
    SingleWord,

    /// <summary>Several words with a head that gives them a type.</summary>
    HeadedPhrase,

    /// <summary>Several words with any other head.</summary>
    PlainPhrase,

    /// <summary>Several words with a head that names nothing specific by itself.</summary>
    GenericHead,

    /// <summary>Spelled as a name, nothing else known.</summary>
    BareName,
}

/// <summary>A term found in a passage.</summary>
/// <param name="Range">Its tokens; at least one.</param>
/// <param name="Type">What it names.</param>
/// <param name="Rule">How it was found.</param>
internal readonly record struct Term(TokenRange Range, EntityType Type, TermRule Rule)
{
    /// <summary>Characters beyond which a run of words is the noise of a scanned page.</summary>
    public const int LongestSurface = 200;
}
