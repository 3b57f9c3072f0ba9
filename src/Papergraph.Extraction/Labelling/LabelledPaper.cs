using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A paper in tokens with what annotators marked: what labellers are trained on.</summary>
internal sealed class LabelledPaper
{
    private LabelledPaper(AnnotatedPaper source, PaperPassages passages, IReadOnlyList<LabelledSpan> spans, int lost) =>
        (Source, Passages, Spans, Lost) = (source, passages, spans, lost);

    public AnnotatedPaper Source { get; }

    public PaperPassages Passages { get; }

    /// <summary>Sorted by place; they do not overlap.</summary>
    public IReadOnlyList<LabelledSpan> Spans { get; }

    /// <summary>Marks left out: they begin or end within a token, cross a sentence, stand nowhere or overlap a longer one.</summary>
    public int Lost { get; }

    /// <summary>The labels in use, in ordinal order.</summary>
    public static IReadOnlyList<string> LabelsOf(IEnumerable<AnnotatedPaper> papers) =>
        [.. papers.SelectMany(paper => paper.Entities.Select(e => e.Label).Concat((paper.Spans ?? []).Select(s => s.Label)))
            .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Finds the tokens of every mark. Marks whose label is not among <paramref name="labels"/> are dropped.</summary>
    public static LabelledPaper Of(AnnotatedPaper paper, IReadOnlyList<string> labels)
    {
        PaperPassages passages = PaperPassages.Of(paper);
        List<LabelledSpan> found = [];
        int lost = 0;
        if (paper.Spans is not null) AddPlaces(paper.Spans, passages, labels, found, ref lost);
        else AddSurfaces(paper.Entities, passages, labels, found, ref lost);

        return new LabelledPaper(paper, passages, WithoutOverlaps(passages, found), lost);
    }

    /// <summary>A paper with what a labeller found, none of which overlaps.</summary>
    public static LabelledPaper Of(PaperPassages passages, IReadOnlyList<SpanCandidate> found)
    {
        AnnotatedPaper source = new() { Text = new PaperText(passages[0].Text, passages[1].Text) };
        return new LabelledPaper(source, passages, [.. found.Select(span => new LabelledSpan(span.Passage, span.Range, span.Label))], lost: 0);
    }

    // Longest first: a mark within another is not one of its own.
    private static List<LabelledSpan> WithoutOverlaps(PaperPassages passages, List<LabelledSpan> found)
    {
        List<LabelledSpan> kept = [];
        bool[][] covered = [.. passages.All.Select(passage => new bool[passage.Tokens.Length])];
        foreach (LabelledSpan span in found.OrderByDescending(s => s.Range.Length).ThenBy(s => s.Passage).ThenBy(s => s.Range.First))
        {
            Span<bool> tokens = covered[span.Passage].AsSpan(span.Range.First, span.Range.Length);
            if (tokens.Contains(true)) continue;
            tokens.Fill(true);
            kept.Add(span);
        }

        return [.. kept.OrderBy(s => s.Passage).ThenBy(s => s.Range.First)];
    }

    private static void AddPlaces(
        IReadOnlyList<AnnotatedSpan> marks, PaperPassages passages, IReadOnlyList<string> labels, List<LabelledSpan> found, ref int lost)
    {
        foreach (AnnotatedSpan mark in marks)
        {
            int label = IndexOf(labels, mark.Label), passage = (int)mark.Place.Field;
            if (label < 0) continue;
            if (passages[passage].TokensOf(mark.Place.Span) is { } range && IsWithinSentence(passages[passage], range))
                found.Add(new LabelledSpan(passage, range, label));
            else lost++;
        }
    }

    private static void AddSurfaces(
        IReadOnlyList<AnnotatedEntity> entities, PaperPassages passages, IReadOnlyList<string> labels, List<LabelledSpan> found, ref int lost)
    {
        foreach (AnnotatedEntity entity in entities)
        {
            int label = IndexOf(labels, entity.Label);
            if (label < 0) continue;
            foreach (string surface in entity.Surfaces.Where(s => s.Length > 0))
            {
                int before = found.Count;
                for (int passage = 0; passage < passages.All.Count; passage++) AddOccurrences(passages[passage], passage, surface, label, found);
                if (found.Count == before) lost++;
            }
        }
    }

    private static void AddOccurrences(Passage passage, int index, string surface, int label, List<LabelledSpan> found)
    {
        string text = passage.Text;
        for (int at = text.IndexOf(surface, StringComparison.Ordinal); at >= 0; at = text.IndexOf(surface, at + 1, StringComparison.Ordinal))
        {
            if (passage.TokensOf(new TextSpan(at, at + surface.Length)) is { } range && IsWithinSentence(passage, range))
                found.Add(new LabelledSpan(index, range, label));
        }
    }

    private static bool IsWithinSentence(Passage passage, TokenRange range) =>
        Array.Exists(passage.Sentences, sentence => sentence.First <= range.First && range.End <= sentence.End);

    private static int IndexOf(IReadOnlyList<string> labels, string label)
    {
        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i] == label) return i;
        }

        return -1;
    }
}
