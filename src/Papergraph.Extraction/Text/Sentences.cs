using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The sentences of a text, as the extractors see them.</summary>
public static class Sentences
{
    /// <summary>The sentence around a place: from the first to the last sentence that the place touches.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="place">A range within it.</param>
    /// <returns>A range that contains the place, without white space around it; the place itself where no sentence touches it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The place does not lie within the text.</exception>
    public static TextSpan Around(string text, TextSpan place)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(place.Start, nameof(place));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(place.End, text.Length, nameof(place));
        TextSpan around = place;
        Token[] tokens = Tokenizer.Tokenize(text);
        foreach (TokenRange range in SentenceSplitter.Split(text, tokens))
        {
            TextSpan sentence = new(tokens[range.First].Start, tokens[range.End - 1].End);
            if (sentence.Overlaps(place)) around = new TextSpan(Math.Min(around.Start, sentence.Start), Math.Max(around.End, sentence.End));
        }

        return around;
    }
}
