using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

/// <summary>Annotated papers of an abstract alone, made in a line.</summary>
internal static class Marked
{
    /// <summary>A paper with marked places: <c>12-17 Method 0.8</c>; the confidence may be left out.</summary>
    public static AnnotatedPaper Places(string text, params string[] marks)
    {
        List<AnnotatedSpan> spans = [.. marks.Select(Span)];
        return new AnnotatedPaper
        {
            Text = new PaperText("", text),
            Spans = spans,
            Entities = [.. spans.Select(s => (s.Label, Surface: s.Place.Span.Of(text))).Distinct().Select(e => new AnnotatedEntity(e.Label, [e.Surface], null))],
        };
    }

    /// <summary>A paper with entities by surface: <c>Method introduces: Net|NN</c>; the role may be left out.</summary>
    public static AnnotatedPaper Surfaces(string text, params string[] entities) => new()
    {
        Text = new PaperText("", text),
        Entities = [.. entities.Select(Entity)],
    };

    public static AnnotatedRelation Relation(string head, string label, string tail) => new(head, label, tail);

    private static AnnotatedSpan Span(string mark)
    {
        string[] parts = mark.Split(' ');
        int[] ends = [.. parts[0].Split('-').Select(int.Parse)];
        double confidence = parts.Length > 2 ? double.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) : 1;
        return new AnnotatedSpan(parts[1], new FieldSpan(TextField.Abstract, new TextSpan(ends[0], ends[1])), confidence);
    }

    private static AnnotatedEntity Entity(string entity)
    {
        string[] parts = entity.Split(": ");
        string[] kind = parts[0].Split(' ');
        return new AnnotatedEntity(kind[0], parts[1].Split('|'), kind.Length > 1 ? Enum.Parse<Role>(kind[1], ignoreCase: true) : null);
    }
}
