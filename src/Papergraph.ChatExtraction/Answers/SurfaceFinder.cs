using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Extraction;

namespace Papergraph.ChatExtraction;

/// <summary>Finds where a text writes what a model says it writes.</summary>
/// <remarks>A surface is looked for as it is. Only where it is nowhere as whole words within a sentence, any run of white space stands for
/// any other, and a letter for its other case (simple upper-case mapping, one UTF-16 code unit for one).</remarks>
internal sealed class SurfaceFinder(PaperStructure structure)
{
    private readonly string[] _texts = [structure.Beginning(TextField.Title), structure.Beginning(TextField.Abstract)];

    /// <summary>Characters of a field that are read.</summary>
    public int LengthOf(TextField field) => _texts[(int)field].Length;

    /// <summary>All occurrences, title before abstract, each from left to right; they may overlap.</summary>
    /// <param name="surface">What to look for, without white space around it.</param>
    /// <param name="isRepaired">Whether none was found as it is and those returned are spelled otherwise.</param>
    public List<Occurrence> Find(string surface, out bool isRepaired)
    {
        isRepaired = false;
        if (surface.Length == 0) return [];
        List<Occurrence> found = WholeWords(text => Exact(text, surface));
        if (found.Count > 0) return found;
        found = WholeWords(text => Folded(text, surface));
        isRepaired = found.Count > 0;
        return found;
    }

    private List<Occurrence> WholeWords(Func<string, IEnumerable<TextSpan>> search)
    {
        List<Occurrence> found = [];
        for (TextField field = TextField.Title; field <= TextField.Abstract; field++)
        {
            foreach (TextSpan span in search(_texts[(int)field]))
            {
                FieldSpan place = new(field, span);
                if (structure.SentenceOf(place) is { } sentence) found.Add(new Occurrence(place, sentence));
            }
        }

        return found;
    }

    private static IEnumerable<TextSpan> Exact(string text, string surface)
    {
        int at = -1;
        while ((at = text.IndexOf(surface, at + 1, StringComparison.Ordinal)) >= 0) yield return new TextSpan(at, at + surface.Length);
    }

    private static IEnumerable<TextSpan> Folded(string text, string surface)
    {
        for (int start = 0; start < text.Length; start++)
        {
            if (EndOfMatch(text, start, surface) is { } end) yield return new TextSpan(start, end);
        }
    }

    private static int? EndOfMatch(string text, int start, string surface)
    {
        int at = start;
        for (int i = 0; i < surface.Length; i++)
        {
            if (at == text.Length) return null;
            if (char.IsWhiteSpace(surface[i]))
            {
                if (!char.IsWhiteSpace(text[at])) return null;
                while (char.IsWhiteSpace(surface[i + 1])) i++;          // no white space ends a surface
                while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            }
            else if (char.ToUpperInvariant(surface[i]) == char.ToUpperInvariant(text[at]))
            {
                at++;
            }
            else
            {
                return null;
            }
        }

        return at;
    }
}
