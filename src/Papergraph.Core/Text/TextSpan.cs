namespace Papergraph.Core;

/// <summary>A half-open range of positions in a text, in UTF-16 code units.</summary>
/// <param name="Start">0-based offset of the first code unit.</param>
/// <param name="End">Offset after the last code unit; equal to <paramref name="Start"/> for an empty range.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of UTF-16 code units covered.</summary>
    public int Length => End - Start;

    /// <summary>Whether every position of <paramref name="other"/> lies within this range.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two ranges share at least one position.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The text that the range covers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within <paramref name="text"/>.</exception>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[Start..End];
    }

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);
}
