using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Pairs of found and wanted mentions that share a label and at least one character.</summary>
/// <remarks>Found mentions are taken in the order of their places; each takes the first wanted one of its label that it overlaps and that is not
/// taken. Where neither side overlaps itself no pairing is larger, because both sides are intervals in order.</remarks>
internal static class MentionMatching
{
    /// <summary>Counts the pairs, label by label.</summary>
    public static void Count(IReadOnlyList<AnnotatedSpan> found, IReadOnlyList<AnnotatedSpan> wanted, LabelTally tally)
    {
        bool[] taken = new bool[wanted.Count];
        int from = 0;
        foreach (AnnotatedSpan mention in found)
        {
            while (from < wanted.Count && (taken[from] || IsBefore(wanted[from].Place, mention.Place))) from++;
            int right = 0;
            for (int i = from; i < wanted.Count && !IsBefore(mention.Place, wanted[i].Place) && right == 0; i++)
            {
                if (taken[i] || wanted[i].Label != mention.Label || !Overlap(mention.Place, wanted[i].Place)) continue;
                taken[i] = true;
                right = 1;
            }

            tally.Add(mention.Label, new Agreement(right, 1, 0));
        }

        foreach (AnnotatedSpan mention in wanted) tally.Add(mention.Label, new Agreement(0, 0, 1));
    }

    /// <summary>Whether two places share a character.</summary>
    public static bool Overlap(FieldSpan one, FieldSpan other) => one.Field == other.Field && one.Span.Overlaps(other.Span);

    private static bool IsBefore(FieldSpan one, FieldSpan other) => one.Field < other.Field || (one.Field == other.Field && one.Span.End <= other.Span.Start);
}
