namespace Papergraph.Extraction;

/// <summary>What a word is to the tokens of a noun phrase.</summary>
internal enum PhraseRole
{
    /// <summary>The last word of a phrase.</summary>
    Head,

    /// <summary>The last word of a phrase in the title.</summary>
    HeadInTitle,

    /// <summary>The last word of the phrase, to itself.</summary>
    HeadItself,

    /// <summary>The last word of the phrase, to the word before it.</summary>
    HeadNext,

    /// <summary>The last word of the phrase, to the words farther before it.</summary>
    HeadFar,

    /// <summary>The word before the phrase and its determiner.</summary>
    Before,

    /// <summary>The word behind the phrase.</summary>
    After,

    /// <summary>The nearest verb before the phrase.</summary>
    VerbBefore,

    /// <summary>The nearest verb behind it.</summary>
    VerbAfter,

    /// <summary>The last word of the phrase that is joined to this one by a comma or <c>and</c> before it.</summary>
    NeighbourBefore,

    /// <summary>The same behind it.</summary>
    NeighbourAfter,
}
