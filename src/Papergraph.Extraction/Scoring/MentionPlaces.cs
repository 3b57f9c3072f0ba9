using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Where the mentions of a paper stand.</summary>
internal static class MentionPlaces
{
    private static readonly TextField[] Fields = [TextField.Title, TextField.Abstract];

    /// <summary>The marked places, each with its label once, in order; where only surfaces were recorded, every place where a surface stands that
    /// is no part of a word nor overlaps a longer one's place.</summary>
    public static IReadOnlyList<AnnotatedSpan> Of(AnnotatedPaper paper) =>
        paper.Spans is { } marked
            ? [.. marked.OrderBy(s => s.Place).ThenBy(s => s.Label, StringComparer.Ordinal).ThenByDescending(s => s.Confidence).DistinctBy(s => (s.Place, s.Label))]
            : OfSurfaces(paper);

    private static List<AnnotatedSpan> OfSurfaces(AnnotatedPaper paper)
    {
        List<AnnotatedSpan> places = [];
        foreach (TextField field in Fields)
        {
            string text = paper.Text[field];
            bool[] covered = new bool[text.Length];
            foreach ((string surface, string label) in BySurface(paper))
            {
                for (int at = text.IndexOf(surface, StringComparison.Ordinal); at >= 0; at = text.IndexOf(surface, at + 1, StringComparison.Ordinal))
                {
                    Span<bool> characters = covered.AsSpan(at, surface.Length);
                    if (CutsWord(text, at) || CutsWord(text, at + surface.Length) || characters.Contains(true)) continue;
                    characters.Fill(true);
                    places.Add(new AnnotatedSpan(label, new FieldSpan(field, new TextSpan(at, at + surface.Length))));
                }
            }
        }

        places.Sort((one, other) => one.Place.CompareTo(other.Place));
        return places;
    }

    // Longest first; of two entities with one surface the first recorded.
    private static IEnumerable<(string Surface, string Label)> BySurface(AnnotatedPaper paper) =>
        paper.Entities.SelectMany(entity => entity.Surfaces.Select(surface => (Surface: surface, entity.Label)))
            .Where(s => s.Surface.Length > 0).DistinctBy(s => s.Surface).OrderByDescending(s => s.Surface.Length);

    private static bool CutsWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
