using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The weights that turn one word, without its neighbours, into numbers: those of the word, and those of its spelling.</summary>
internal sealed class WordEncoder
{
    public WordEncoder(LanguageVocabulary vocabulary, int wordSize, int characterSize, int filters)
    {
        Vocabulary = vocabulary;
        Words = new Parameter(vocabulary.Count, wordSize);
        Spelling = new CharacterEncoder(characterSize, filters);
    }

    public LanguageVocabulary Vocabulary { get; }

    /// <summary>A row for each word of the vocabulary.</summary>
    public Parameter Words { get; }

    public CharacterEncoder Spelling { get; }

    public int Outputs => Words.Columns + Spelling.Outputs;

    public void Initialize(ref Xoshiro256 random)
    {
        Words.Scattered(ref random, 0.2);
        Spelling.Initialize(ref random);
    }
}
