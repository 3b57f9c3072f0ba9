namespace Papergraph.Extraction;

/// <summary>What an attribute says of a token. The numbers are part of model files: never reuse one.</summary>
internal enum AttributeKind
{
    // Of words, whatever stands around them.
    Bias = 1,
    Exact = 2,
    Lower = 3,
    Lemma = 4,
    Prefix = 5,
    Suffix = 6,
    Shape = 7,
    Spelling = 8,
    FirstPart = 9,
    LastPart = 10,
    LastPartSuffix = 11,
    Traits = 12,
    Trait = 13,
    Head = 14,
    SingleTerm = 15,
    Cue = 16,
    KnownName = 17,
    Cluster = 18,
    Frequency = 19,
    ClusterShape = 20,

    // Of tokens in their sentences.
    Part = 32,
    PartPair = 33,
    PartTriple = 34,
    WordPair = 35,
    ClusterPair = 36,
    ClusterTriple = 37,

    // Of the noun phrase around a token.
    PhraseHead = 48,
    PhraseHeadLemma = 49,
    PhraseHeadCluster = 50,
    PhraseHeadType = 51,
    PhrasePlace = 52,
    BeforePhrase = 53,
    BeforePhrasePart = 54,
    BeforePhrasePair = 55,
    AfterPhrase = 56,
    AfterPhrasePart = 57,
    VerbBefore = 58,
    VerbAfter = 59,

    PhraseText = 80,
    PhraseEnd = 81,
    HeadBehind = 82,
    HeadBehindCluster = 83,
    HeadBefore = 84,
    HeadAfterVerb = 85,
    HeadInTitle = 86,
    PhraseNeighbour = 87,

    // Of places in the paper.
    Sentence = 64,
    InBrackets = 65,
    InQuotes = 66,
    Occurrences = 67,
    InTitle = 68,
    CapitalizedElsewhere = 69,
    DefinedForm = 70,
    RepeatedPair = 71,
}
