namespace Papergraph.Extraction;

/// <summary>A word as the encoder reads it.</summary>
/// <param name="Word">Its number in the vocabulary.</param>
/// <param name="Characters">Its spelling, as <see cref="CharacterEncoder.Classify(ReadOnlySpan{char})"/> gives it.</param>
internal readonly record struct SpelledWord(int Word, byte[] Characters)
{
    /// <summary>What stands before and behind a sentence.</summary>
    public static SpelledWord Begin { get; } = new(LanguageVocabulary.Begin, [0, 0, 0]);

    public static SpelledWord End { get; } = new(LanguageVocabulary.End, [0, 0, 0]);
}
