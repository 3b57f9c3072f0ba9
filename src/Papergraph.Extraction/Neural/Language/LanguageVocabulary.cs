namespace Papergraph.Extraction;

/// <summary>The words that a language model knows by themselves, and the marks of a sentence.</summary>
internal sealed class LanguageVocabulary(WordTable words)
{
    /// <summary>Stands for every word that is not in the vocabulary.</summary>
    public const int Unknown = 0;

    /// <summary>Stand before the first and behind the last word of a sentence.</summary>
    public const int Begin = 1, End = 2;

    private const int Marks = 3;

    /// <summary>The folded forms, most frequent first; the number of a word is its place here, and three more.</summary>
    public WordTable Words { get; } = words;

    public int Count => Words.Count + Marks;

    /// <summary>The number of a word in any case.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        Span<byte> form = stackalloc byte[WordFolding.LongestWord];
        int length = WordFolding.Fold(word, form);
        return length == 0 ? Unknown : Words.Find(form[..length]) is >= 0 and int found ? found + Marks : Unknown;
    }
}
