namespace Papergraph.Extraction;

/// <summary>How the letters of a short form lie in the words of a long form.</summary>
/// <param name="Start">Where the long form begins in the words that were searched.</param>
/// <param name="Letters">Letters and digits of the short form that take part.</param>
/// <param name="Cost">How far they are from the initials of the words, in the prices of <see cref="LongFormAligner"/>.</param>
internal readonly record struct LongFormAlignment(int Start, int Letters, int Cost)
{
    /// <summary>The cost, coarsely: 0, initials and what follows them directly; 1, two letters inside words, or one word left out; 2, one
    /// more of them, or a word without its initial; 3, two such words; 4, more.</summary>
    public int Looseness => Cost switch
    {
        <= 5 => 0,
        <= 17 => 1,
        <= 28 => 2,
        <= 45 => 3,
        _ => 4,
    };
}
