namespace Papergraph.Extraction;

/// <summary>A run of tokens that may be a mention.</summary>
/// <param name="Passage">0 for the title, 1 for the abstract.</param>
/// <param name="Range">Its tokens, within one sentence.</param>
/// <param name="Label">Index into the labels of the labeller.</param>
/// <param name="Probability">That exactly these tokens are a mention with this label.</param>
internal readonly record struct SpanCandidate(int Passage, TokenRange Range, int Label, float Probability) : IComparable<SpanCandidate>
{
    /// <summary>By passage, first token, end and label.</summary>
    public int CompareTo(SpanCandidate other) =>
        (Passage, Range.First, Range.End, Label).CompareTo((other.Passage, other.Range.First, other.Range.End, other.Label));
}
