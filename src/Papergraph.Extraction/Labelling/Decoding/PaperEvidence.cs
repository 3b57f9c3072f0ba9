using System.Runtime.InteropServices;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What the whole paper says for and against each span that a labeller found.</summary>
/// <remarks>Made once and used again for paper after paper. Occurrences of one run of characters with one label are a <em>reading</em>;
/// runs
/// are compared by 64-bit fingerprints. Cost: n·log n in the spans.</remarks>
internal sealed class PaperEvidence
{
    /// <summary>Numbers that describe a span.</summary>
    public const int Features = 30;

    // Of the reading; those of the span itself follow.
    private const int ReadingFeatures = 25;

    private readonly List<float> _readings = [];
    private readonly VariantTable _missing = new();
    private readonly Dictionary<ulong, (ulong Partner, int Form)> _pairs = [];
    private SpanCandidate[] _spans = [];
    private Overlap[] _overlaps = [];
    private ulong[] _variants = [];
    private int[] _readingOf = [];
    private Occurrence[] _order = [];
    private int _count;

    /// <summary>The spans, in the order of the text.</summary>
    public ReadOnlySpan<SpanCandidate> Spans => _spans.AsSpan(0, _count);

    /// <summary>Probability that some occurrence of the span's surface has its label, were they independent (noisy-or).</summary>
    public float Union(int span) => ReadingOf(span)[0];

    /// <summary>Writes what describes a span.</summary>
    public void Describe(int span, Span<float> features)
    {
        ReadingOf(span).CopyTo(features);
        Overlap overlap = _overlaps[span];
        features[ReadingFeatures] = _spans[span].Probability;
        features[ReadingFeatures + 1] = overlap.Containing;
        features[ReadingFeatures + 2] = overlap.Contained;
        features[ReadingFeatures + 3] = overlap.Crossing;
        features[ReadingFeatures + 4] = _spans[span].Passage;
    }

    /// <summary>Reads a paper.</summary>
    /// <param name="paper">Its texts.</param>
    /// <param name="spans">What a labeller found, sorted.</param>
    public void Read(PaperPassages paper, List<SpanCandidate> spans)
    {
        _count = spans.Count;
        MakeRoom();
        spans.CopyTo(_spans);
        ReadPairs(paper);
        _missing.Reset(_count);
        for (int i = 0; i < _count; i++)
        {
            ReadOnlySpan<char> text = paper.TextOf(_spans[i].Passage, _spans[i].Range);
            _variants[i] = FoldedTerm.Of(text);
            _order[i] = new Occurrence(Fingerprint.Of(text), _spans[i].Label, i);
            _overlaps[i] = OverlapOf(i);
            _missing.Multiply(_variants[i], _spans[i].Label, 1 - _spans[i].Probability);
        }

        _order.AsSpan(0, _count).Sort();
        _readings.Clear();
        int first = 0;
        while (first < _count)
        {
            int end = first + 1;
            while (end < _count && _order[end].Surface == _order[first].Surface) end++;
            AddSurface(paper, first, end);
            first = end;
        }
    }

    private ReadOnlySpan<float> ReadingOf(int span) =>
        CollectionsMarshal.AsSpan(_readings).Slice(_readingOf[span] * ReadingFeatures, ReadingFeatures);

    private void MakeRoom()
    {
        if (_spans.Length >= _count) return;
        int size = 2 * _count;
        (_spans, _overlaps, _variants, _readingOf, _order) =
            (new SpanCandidate[size], new Overlap[size], new ulong[size], new int[size], new Occurrence[size]);
    }

    private void ReadPairs(PaperPassages paper)
    {
        _pairs.Clear();
        foreach (Abbreviation pair in paper.Abbreviations)
        {
            ulong shortForm = FoldedTerm.Of(paper[(int)pair.Short.Field].Text.AsSpan(pair.Short.Span.Start, pair.Short.Span.Length));
            ulong longForm = FoldedTerm.Of(paper[(int)pair.Long.Field].Text.AsSpan(pair.Long.Span.Start, pair.Long.Span.Length));
            _pairs.TryAdd(shortForm, (longForm, 1));
            _pairs.TryAdd(longForm, (shortForm, 2));
        }
    }

    // All readings of one surface: a run of the order.
    private void AddSurface(PaperPassages paper, int first, int end)
    {
        double total = 0;
        for (int i = first; i < end; i++) total += _spans[_order[i].Span].Probability;
        double missing = Missing(first, end);
        for (int i = first; i < end;)
        {
            int next = EndOfReading(i, end);
            double otherMissing = 1;
            int others = 0;
            for (int other = first; other < end; other = EndOfReading(other, end))
            {
                if (other == i) continue;
                otherMissing = Math.Min(otherMissing, Missing(other, EndOfReading(other, end)));
                others++;
            }

            AddReading(paper, i, next, missing, total, otherMissing, others);
            i = next;
        }
    }

    private void AddReading(
        PaperPassages paper, int first, int end, double surfaceMissing, double surfaceTotal, double otherMissing, int others)
    {
        double sum = 0;
        int best = _order[first].Span, inTitle = 0, reading = _readings.Count / ReadingFeatures;
        float leastContaining = 1, mostContaining = 0, earliest = 1;
        for (int i = first; i < end; i++)
        {
            int at = _order[i].Span;
            _readingOf[at] = reading;
            sum += _spans[at].Probability;
            if (_spans[at].Probability > _spans[best].Probability) best = at;
            leastContaining = Math.Min(leastContaining, _overlaps[at].Containing);
            mostContaining = Math.Max(mostContaining, _overlaps[at].Containing);
            if (_spans[at].Passage == 0) inTitle = 1;
            else earliest = Math.Min(earliest, (float)_spans[at].Range.First / paper[1].Tokens.Length);
        }

        SpanCandidate span = _spans[best];
        Passage passage = paper[span.Passage];
        ReadOnlySpan<char> text = passage.TextOf(span.Range);
        double missing = Missing(first, end), variants = _missing.Of(_variants[best], span.Label);
        (ulong partner, int form) = _pairs.GetValueOrDefault(_variants[best]);
        _readings.AddRange((ReadOnlySpan<float>)
        [
            (float)(1 - missing),
            span.Probability,
            (float)(sum / (end - first)),
            Math.Min(end - first, 8),
            (float)(1 - surfaceMissing),
            (float)(sum / surfaceTotal),
            (float)(1 - otherMissing),
            others,
            _overlaps[best].Containing,
            _overlaps[best].Contained,
            _overlaps[best].Crossing,
            leastContaining,
            mostContaining,
            span.Range.Length,
            Math.Min(text.Length, 60),
            inTitle,
            earliest,
            form,
            form == 0 ? 0 : (float)(1 - _missing.Of(partner, span.Label)),
            (float)(1 - (variants / Math.Max(missing, 1e-9))),
            span.Label,
            NameShape.IsName(passage[span.Range.End - 1]) ? 2 : char.IsUpper(text[0]) ? 1 : 0,
            Math.Min(400, paper[1].Tokens.Length),
            (int)passage.Parts[span.Range.First],
            (int)passage.Parts[span.Range.End - 1],
        ]);
    }

    private int EndOfReading(int first, int end)
    {
        int next = first + 1;
        while (next < end && _order[next].Label == _order[first].Label) next++;
        return next;
    }

    private double Missing(int first, int end)
    {
        double missing = 1;
        for (int i = first; i < end; i++) missing *= 1 - _spans[_order[i].Span].Probability;
        return missing;
    }

    // The most probable spans that hold this one, lie within it, or cross it.
    private Overlap OverlapOf(int index)
    {
        SpanCandidate own = _spans[index];
        Overlap overlap = default;
        for (int other = index - 1; other >= 0 && IsNear(own, _spans[other]); other--) overlap.Add(own.Range, _spans[other]);
        for (int other = index + 1; other < _count && Begins(_spans[other], own); other++) overlap.Add(own.Range, _spans[other]);
        return overlap;
    }

    private static bool Begins(SpanCandidate other, SpanCandidate own) =>
        other.Passage == own.Passage && other.Range.First < own.Range.End;

    private static bool IsNear(SpanCandidate own, SpanCandidate other) =>
        other.Passage == own.Passage && own.Range.First - other.Range.First < CrfLabeller.LongestSpan;

    /// <summary>A span with what it is sorted by.</summary>
    private readonly record struct Occurrence(ulong Surface, int Label, int Span) : IComparable<Occurrence>
    {
        public int CompareTo(Occurrence other) =>
            Surface != other.Surface ? (Surface < other.Surface ? -1 : 1)
            : Label != other.Label ? Label - other.Label
            : Span - other.Span;
    }

    /// <summary>The highest probabilities of spans that share tokens with one.</summary>
    private struct Overlap
    {
        public float Containing, Contained, Crossing;

        public void Add(TokenRange own, SpanCandidate other)
        {
            if (other.Range.End <= own.First || other.Range.First >= own.End || other.Range == own) return;
            bool isWithin = own.First <= other.Range.First && other.Range.End <= own.End;
            bool holds = other.Range.First <= own.First && own.End <= other.Range.End;
            if (holds) Containing = Math.Max(Containing, other.Probability);
            else if (isWithin) Contained = Math.Max(Contained, other.Probability);
            else Crossing = Math.Max(Crossing, other.Probability);
        }
    }
}
