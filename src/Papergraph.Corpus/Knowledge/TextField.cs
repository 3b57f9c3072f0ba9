using Papergraph.Core;

namespace Papergraph.Corpus;

/// <summary>Which text of a paper a span refers to.</summary>
public enum TextField
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The abstract.</summary>
    Abstract,
}

/// <summary>A place in a paper: UTF-16 positions in one of its texts.</summary>
/// <param name="Field">Title or abstract.</param>
/// <param name="Span">Half-open range in that text.</param>
public readonly record struct FieldSpan(TextField Field, TextSpan Span) : IComparable<FieldSpan>
{
    /// <summary>Orders title before abstract, then by span.</summary>
    public int CompareTo(FieldSpan other) => Field != other.Field ? Field.CompareTo(other.Field) : Span.CompareTo(other.Span);
}

/// <summary>The texts of a paper that knowledge is extracted from.</summary>
/// <param name="Title">Title; empty when there is none.</param>
/// <param name="Abstract">Abstract; empty when there is none.</param>
public sealed record PaperText(string Title, string Abstract)
{
    /// <summary>The whole text of a field.</summary>
    public string this[TextField field] => field == TextField.Title ? Title : Abstract;

    /// <summary>The characters at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The place does not lie within the text.</exception>
    public string At(FieldSpan place) => place.Span.Of(this[place.Field]);
}
