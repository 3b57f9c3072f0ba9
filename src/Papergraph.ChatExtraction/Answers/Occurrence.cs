using Papergraph.Corpus;

namespace Papergraph.ChatExtraction;

/// <summary>A place of whole words within one sentence.</summary>
/// <param name="Place">Where.</param>
/// <param name="Sentence">Number of its sentence in the field.</param>
internal readonly record struct Occurrence(FieldSpan Place, int Sentence) : IComparable<Occurrence>
{
    /// <summary>By place.</summary>
    public int CompareTo(Occurrence other) => Place.CompareTo(other.Place);

    /// <summary>How many sentences lie from one to the other, or null when they stand in different fields or share a character.</summary>
    public int? SentencesTo(Occurrence other) =>
        Place.Field == other.Place.Field && !Place.Span.Overlaps(other.Place.Span) ? Math.Abs(Sentence - other.Sentence) : null;

    /// <summary>Characters between the two, which stand in one field.</summary>
    public int CharactersTo(Occurrence other) =>
        Math.Max(Place.Span.Start, other.Place.Span.Start) - Math.Min(Place.Span.End, other.Place.Span.End);
}
