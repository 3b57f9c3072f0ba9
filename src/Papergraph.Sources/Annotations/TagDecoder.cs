using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>Makes spans of the tags of one sentence after another, whether they are IOB1, IOB2, IOBES or BILOU.</summary>
/// <remarks>Ramshaw and Marcus 1995 (https://aclanthology.org/W95-0107) for IOB1, Ratinov and Roth 2009
/// (https://aclanthology.org/W09-1119) for the others. A span begins at <c>B-</c>, <c>S-</c> and <c>U-</c>, and at any other tag whose
/// label is not that of the span before it; it ends after <c>E-</c>, <c>L-</c>, <c>S-</c> and <c>U-</c>, before any beginning, before
/// <c>O</c>, and with its sentence.</remarks>
internal sealed class TagDecoder
{
    private readonly List<AnnotatedSpan> _spans = [];
    private string? _label;
    private int _start, _end;

    internal static bool IsTag(string tag) =>
        tag == "O" || (tag.Length is > 2 and <= AnnotationLimits.NameLength && tag[1] == '-' && tag[0] is 'B' or 'I' or 'E' or 'S' or 'L' or 'U');

    internal void Add(string tag, TextSpan token)
    {
        if (tag == "O")
        {
            EndSpan();
            return;
        }

        if (tag[0] is 'B' or 'S' or 'U' || _label is null || !tag.AsSpan(2).SequenceEqual(_label))
        {
            EndSpan();
            (_label, _start) = (tag[2..], token.Start);
        }

        _end = token.End;
        if (tag[0] is 'E' or 'L' or 'S' or 'U') EndSpan();
    }

    /// <summary>A sentence ends, and with it what was begun.</summary>
    internal void EndSpan()
    {
        if (_label is not null) _spans.Add(new AnnotatedSpan(_label, new FieldSpan(TextField.Abstract, new TextSpan(_start, _end))));
        _label = null;
    }

    /// <summary>All spans, in order.</summary>
    internal IReadOnlyList<AnnotatedSpan> End()
    {
        EndSpan();
        return _spans;
    }
}
