using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The candidates of a paper by surface and label, with what the whole paper says for and against each.</summary>
/// <remarks>Made once and used again for paper after paper. Surfaces are compared by 64-bit fingerprints. Cost: n·log n in the spans.</remarks>
internal sealed class DocumentCandidates
{
    /// <summary>Numbers that describe a candidate.</summary>
    public const int Features = 24;

    private readonly List<SurfaceCandidate> _candidates = [];
    private readonly List<float> _features = [];
    private readonly Dictionary<(ulong Variant, int Label), double> _missing = [];
    private readonly Dictionary<ulong, (ulong Partner, int Form)> _pairs = [];
    private SpanCandidate[] _spans = [];
    private Evidence[] _evidence = [];
    private (ulong Surface, int Label, int Span)[] _order = [];
    private int _count;

    /// <summary>By surface, then by label.</summary>
    public IReadOnlyList<SurfaceCandidate> All => _candidates;

    /// <summary>What describes a candidate.</summary>
    public ReadOnlySpan<float> FeaturesOf(int candidate) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features).Slice(candidate * Features, Features);

    /// <summary>An occurrence of a candidate.</summary>
    public SpanCandidate Span(SurfaceCandidate candidate, int occurrence) => _spans[_order[candidate.First + occurrence].Span];

    /// <summary>Reads a paper.</summary>
    /// <param name="paper">Its texts.</param>
    /// <param name="spans">What a labeller found, sorted.</param>
    public void Read(PaperPassages paper, List<SpanCandidate> spans)
    {
        _count = spans.Count;
        if (_spans.Length < _count)
            (_spans, _evidence, _order) = (new SpanCandidate[2 * _count], new Evidence[2 * _count], new (ulong, int, int)[2 * _count]);
        spans.CopyTo(_spans);
        _missing.Clear();
        _pairs.Clear();
        foreach (Abbreviation pair in paper.Abbreviations)
        {
            ulong shortForm = Variant(paper[(int)pair.Short.Field].Text.AsSpan(pair.Short.Span.Start, pair.Short.Span.Length));
            ulong longForm = Variant(paper[(int)pair.Long.Field].Text.AsSpan(pair.Long.Span.Start, pair.Long.Span.Length));
            _pairs.TryAdd(shortForm, (longForm, 1));
            _pairs.TryAdd(longForm, (shortForm, 2));
        }

        for (int i = 0; i < _count; i++)
        {
            ReadOnlySpan<char> text = paper.TextOf(_spans[i].Passage, _spans[i].Range);
            _evidence[i] = new Evidence { Variant = Variant(text) };
            _order[i] = (Fingerprint.Of(text), _spans[i].Label, i);
            AddOverlaps(i);
            (ulong, int) key = (_evidence[i].Variant, _spans[i].Label);
            _missing[key] = _missing.GetValueOrDefault(key, 1) * (1 - _spans[i].Probability);
        }

        _order.AsSpan(0, _count).Sort();
        _candidates.Clear();
        _features.Clear();
        for (int first = 0; first < _count;)
        {
            int end = first + 1;
            while (end < _count && _order[end].Surface == _order[first].Surface) end++;
            AddSurface(paper, first, end);
            first = end;
        }
    }

    private void AddSurface(PaperPassages paper, int first, int end)
    {
        double missing = 1, total = 0;
        for (int i = first; i < end; i++)
        {
            missing *= 1 - _spans[_order[i].Span].Probability;
            total += _spans[_order[i].Span].Probability;
        }

        int start = _candidates.Count;
        for (int i = first; i < end;)
        {
            int next = i + 1;
            while (next < end && _order[next].Label == _order[i].Label) next++;
            _candidates.Add(new SurfaceCandidate(i, next - i, _order[i].Label));
            i = next;
        }

        for (int i = start; i < _candidates.Count; i++) AddFeatures(paper, i, start, missing, total);
    }

    private void AddFeatures(PaperPassages paper, int index, int firstOfSurface, double surfaceMissing, double total)
    {
        SurfaceCandidate candidate = _candidates[index];
        double sum = 0, best = 0;
        int bestSpan = -1, inTitle = 0;
        float leastContaining = 1, earliest = 1;
        for (int i = 0; i < candidate.Count; i++)
        {
            int at = _order[candidate.First + i].Span;
            SpanCandidate span = _spans[at];
            sum += span.Probability;
            if (span.Probability > best) (best, bestSpan) = (span.Probability, at);
            leastContaining = Math.Min(leastContaining, _evidence[at].Containing);
            if (span.Passage == 0) inTitle = 1;
            else earliest = Math.Min(earliest, (float)span.Range.First / paper[1].Tokens.Length);
        }

        double missing = Missing(candidate), otherMissing = 1, others = 0;
        for (int other = firstOfSurface; other < _candidates.Count; other++)
        {
            if (other == index) continue;
            otherMissing = Math.Min(otherMissing, Missing(_candidates[other]));
            others++;
        }

        SpanCandidate span0 = _spans[bestSpan];
        Evidence evidence = _evidence[bestSpan];
        Passage passage = paper[span0.Passage];
        ReadOnlySpan<char> text = passage.TextOf(span0.Range);
        double variantMissing = _missing[(evidence.Variant, candidate.Label)];
        (ulong partner, int form) = _pairs.GetValueOrDefault(evidence.Variant);
        double partnerFound = form == 0 ? 0 : 1 - _missing.GetValueOrDefault((partner, candidate.Label), 1);
        ReadOnlySpan<char> last = passage[span0.Range.End - 1];
        _features.Add((float)(1 - missing));
        _features.Add((float)best);
        _features.Add((float)(sum / candidate.Count));
        _features.Add(Math.Min(candidate.Count, 8));
        _features.Add((float)(1 - surfaceMissing));
        _features.Add((float)(sum / total));
        _features.Add((float)(1 - otherMissing));
        _features.Add((float)others);
        _features.Add(evidence.Containing);
        _features.Add(evidence.Contained);
        _features.Add(evidence.Crossing);
        _features.Add(leastContaining);
        _features.Add(span0.Range.Length);
        _features.Add(Math.Min(text.Length, 60));
        _features.Add(inTitle);
        _features.Add(earliest);
        _features.Add(form);
        _features.Add((float)partnerFound);
        _features.Add((float)(1 - (variantMissing / Math.Max(missing, 1e-9))));
        _features.Add(candidate.Label);
        _features.Add(NameShape.IsName(last) ? 2 : char.IsUpper(text[0]) ? 1 : 0);
        _features.Add(Math.Min(400, paper[1].Tokens.Length));
        _features.Add((int)passage.Parts[span0.Range.First]);
        _features.Add((int)passage.Parts[span0.Range.End - 1]);
    }

    private double Missing(SurfaceCandidate candidate)
    {
        double missing = 1;
        for (int i = 0; i < candidate.Count; i++) missing *= 1 - _spans[_order[candidate.First + i].Span].Probability;
        return missing;
    }

    // The most probable spans that hold this one, lie within it, or cross it.
    private void AddOverlaps(int index)
    {
        ref Evidence evidence = ref _evidence[index];
        SpanCandidate own = _spans[index];
        for (int other = index - 1; other >= 0 && IsNear(own, _spans[other]); other--) AddOverlap(ref evidence, own, _spans[other]);
        for (int other = index + 1; other < _count && _spans[other].Passage == own.Passage && _spans[other].Range.First < own.Range.End; other++)
            AddOverlap(ref evidence, own, _spans[other]);
    }

    private static bool IsNear(SpanCandidate own, SpanCandidate other) =>
        other.Passage == own.Passage && own.Range.First - other.Range.First < CrfLabeller.LongestSpan;

    private static void AddOverlap(ref Evidence evidence, SpanCandidate own, SpanCandidate other)
    {
        if (other.Range.End <= own.Range.First || other.Range == own.Range) return;
        bool isWithin = own.Range.First <= other.Range.First && other.Range.End <= own.Range.End;
        bool holds = other.Range.First <= own.Range.First && own.Range.End <= other.Range.End;
        if (holds) evidence.Containing = Math.Max(evidence.Containing, other.Probability);
        else if (isWithin) evidence.Contained = Math.Max(evidence.Contained, other.Probability);
        else evidence.Crossing = Math.Max(evidence.Crossing, other.Probability);
    }

    // The same for other case, hyphens and a plural: at most the first hundred characters count.
    private static ulong Variant(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[100];
        int length = Math.Min(text.Length, folded.Length);
        for (int i = 0; i < length; i++) folded[i] = text[i] is '-' or '\u2010' or '\u2011' or '\n' ? ' ' : char.ToLowerInvariant(text[i]);
        if (length > 3 && folded[length - 1] == 's' && folded[length - 2] is not ('s' or 'i' or 'u')) length--;
        return Fingerprint.Of(folded[..length]);
    }

    /// <summary>What stands around a span.</summary>
    private struct Evidence
    {
        public ulong Variant;
        public float Containing, Contained, Crossing;
    }
}
