using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Collects what went wrong.</summary>
internal sealed class MistakeCounting
{
    private readonly List<FalseMention> _false = [];
    private readonly Dictionary<(string, string, string?), FrequentMistake> _missed = [], _confusions = [], _boundaries = [];

    /// <summary>Adds a paper; both lists are in the order of places.</summary>
    public void Add(int paper, PaperText text, IReadOnlyList<AnnotatedSpan> found, IReadOnlyList<AnnotatedSpan> wanted)
    {
        HashSet<(string, FieldSpan)> have = [.. found.Select(s => (s.Label, s.Place))], want = [.. wanted.Select(s => (s.Label, s.Place))];
        foreach (AnnotatedSpan mention in found)
            if (!want.Contains((mention.Label, mention.Place)))
                _false.Add(new FalseMention(paper, mention.Place, text.At(mention.Place), mention.Label, mention.Confidence));

        int from = 0;
        foreach (AnnotatedSpan mention in wanted)
        {
            if (have.Contains((mention.Label, mention.Place))) continue;
            while (from < found.Count && IsBefore(found[from].Place, mention.Place)) from++;
            Count(paper, text, mention, Overlapping(found, from, mention.Place));
        }
    }

    public ExtractionMistakes Total(int most) => new(
        [.. _false.OrderByDescending(m => m.Confidence).ThenBy(m => m.Paper).ThenBy(m => m.Place).ThenBy(m => m.Label, StringComparer.Ordinal).Take(most)],
        Frequent(_missed, most),
        Frequent(_confusions, most),
        Frequent(_boundaries, most));

    /// <summary>What was found at this place, or else the first that overlaps it.</summary>
    private static AnnotatedSpan? Overlapping(IReadOnlyList<AnnotatedSpan> found, int from, FieldSpan place)
    {
        AnnotatedSpan? first = null;
        for (int i = from; i < found.Count && !IsBefore(place, found[i].Place); i++)
        {
            if (found[i].Place == place) return found[i];
            if (MentionMatching.Overlap(found[i].Place, place)) first ??= found[i];
        }

        return first;
    }

    private void Count(int paper, PaperText text, AnnotatedSpan wanted, AnnotatedSpan? found)
    {
        string surface = text.At(wanted.Place);
        if (found is null) Add(_missed, (surface, wanted.Label, null), paper, wanted.Place, surface);
        else if (found.Place == wanted.Place) Add(_confusions, ("", wanted.Label, found.Label), paper, wanted.Place, surface);
        else Add(_boundaries, (surface, wanted.Label, text.At(found.Place)), paper, wanted.Place, surface);
    }

    private static void Add(
        Dictionary<(string, string Label, string? Found), FrequentMistake> mistakes, (string, string Label, string? Found) key, int paper, FieldSpan place, string surface)
    {
        mistakes[key] = mistakes.TryGetValue(key, out FrequentMistake? before)
            ? before with { Count = before.Count + 1 }
            : new FrequentMistake(surface, key.Label, key.Found, 1, paper, place);
    }

    private static IReadOnlyList<FrequentMistake> Frequent(Dictionary<(string, string, string?), FrequentMistake> mistakes, int most) =>
        [.. mistakes.Values.OrderByDescending(m => m.Count).ThenBy(m => m.Paper).ThenBy(m => m.Place).ThenBy(m => m.Label, StringComparer.Ordinal).Take(most)];

    private static bool IsBefore(FieldSpan one, FieldSpan other) => one.Field < other.Field || (one.Field == other.Field && one.Span.End <= other.Span.Start);
}
