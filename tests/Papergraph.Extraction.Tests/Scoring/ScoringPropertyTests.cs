using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class ScoringPropertyTests
{
    private const int Length = 14;
    private static readonly string[] Labels = ["A", "B"];

    // Oracle: the largest pairing, found by trying every one.
    [Fact]
    public void Relaxed_counts_are_the_largest_pairing_of_overlapping_mentions() =>
        Prop.ForAll(Gen.Zip(Disjoint(), Disjoint()).ToArbitrary(), pair =>
        {
            (List<AnnotatedSpan> found, List<AnnotatedSpan> wanted) = pair;
            Agreement relaxed = Score(found, wanted).Relaxed.Micro;
            return relaxed == new Agreement(Largest(found, wanted, 0, []), found.Count, wanted.Count);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Oracle: the definition over lists of (start, end, label), without sets.
    [Fact]
    public void Strict_and_span_counts_follow_the_definition() =>
        Prop.ForAll(Gen.Zip(Disjoint(), Disjoint()).ToArbitrary(), pair =>
        {
            (List<AnnotatedSpan> found, List<AnnotatedSpan> wanted) = pair;
            MentionScores scores = Score(found, wanted);
            int strict = found.Count(f => wanted.Exists(w => w.Place == f.Place && w.Label == f.Label));
            int spans = found.Count(f => wanted.Exists(w => w.Place == f.Place));
            return scores.Strict.Micro == new Agreement(strict, found.Count, wanted.Count) && scores.SpanOnly.Right == spans
                && scores.Strict.Micro.Right <= scores.Relaxed.Micro.Right;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Exchanging_gold_and_found_exchanges_precision_and_recall() =>
        Prop.ForAll(Gen.Zip(Disjoint(), Disjoint()).ToArbitrary(), pair =>
        {
            MentionScores one = Score(pair.Item1, pair.Item2), other = Score(pair.Item2, pair.Item1);
            return one.Strict.Micro.Precision == other.Strict.Micro.Recall && one.Relaxed.Micro.Right == other.Relaxed.Micro.Right;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static MentionScores Score(List<AnnotatedSpan> found, List<AnnotatedSpan> wanted) =>
        // A paper with a mention beside them, so that the gold is never empty.
        ExtractionScorer.Score([new(Paper(wanted), Paper(found)), new(Paper([Span(0, 1, "A")]), Paper([]))], new ScoringOptions { Resamples = 1 }).Mention! is var scores
            ? scores with
            {
                Strict = scores.Strict with { Micro = scores.Strict.Micro with { Wanted = scores.Strict.Micro.Wanted - 1 } },
                Relaxed = scores.Relaxed with { Micro = scores.Relaxed.Micro with { Wanted = scores.Relaxed.Micro.Wanted - 1 } },
            }
            : throw new InvalidOperationException();

    private static AnnotatedPaper Paper(List<AnnotatedSpan> spans) => new()
    {
        Text = new PaperText("", new string('x', Length)),
        Spans = spans,
        Entities = [.. spans.Select(s => new AnnotatedEntity(s.Label, ["x"], null))],
    };

    private static int Largest(List<AnnotatedSpan> found, List<AnnotatedSpan> wanted, int from, HashSet<int> taken)
    {
        if (from == found.Count) return 0;
        int best = Largest(found, wanted, from + 1, taken);
        for (int i = 0; i < wanted.Count; i++)
        {
            if (wanted[i].Label != found[from].Label || !wanted[i].Place.Span.Overlaps(found[from].Place.Span) || !taken.Add(i)) continue;
            best = Math.Max(best, 1 + Largest(found, wanted, from + 1, taken));
            taken.Remove(i);
        }

        return best;
    }

    /// <summary>Up to five mentions that do not overlap: each character belongs to none, to the mention before it, or begins one.</summary>
    private static Gen<List<AnnotatedSpan>> Disjoint() =>
        from kinds in Gen.Choose(0, 5).ArrayOf(Length)
        select Spans(kinds);

    private static List<AnnotatedSpan> Spans(int[] kinds)
    {
        List<AnnotatedSpan> spans = [];
        for (int i = 0; i < kinds.Length && spans.Count < 5; i++)
        {
            if (kinds[i] > 1) continue;
            int end = i + 1;
            while (end < kinds.Length && kinds[end] == 2) end++;
            spans.Add(Span(i, end, Labels[kinds[i]]));
            i = end - 1;
        }

        return spans;
    }

    private static AnnotatedSpan Span(int start, int end, string label) => new(label, new FieldSpan(TextField.Abstract, new TextSpan(start, end)));
}
