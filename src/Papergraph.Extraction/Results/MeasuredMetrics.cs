using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Marks what stands where the metric of a number stands, as a metric: <c>a QWK of 0.74</c>, <c>(SSIM = 0.69)</c>,
/// <c>0.55 average recall</c>.</summary>
/// <remarks>For the decoder, beside labellers that know words: a result can only refer to what is a mention. The probabilities are the
/// shares of the candidates of each form in the annotated training abstracts that the annotators marked as metrics with exactly that
/// span.</remarks>
internal sealed class MeasuredMetrics : ISpanLabeller
{
    private const int MostJoining = 5;
    private const int LongestPhrase = 6;

    public IReadOnlyList<string> Labels { get; } = [nameof(EntityType.Metric)];

    public void Find(PaperPassages paper, List<SpanCandidate> into)
    {
        int first = into.Count;
        for (int passage = 0; passage < paper.All.Count; passage++) Find(paper[passage], passage, into);
        into.Sort(first, into.Count - first, Comparer<SpanCandidate>.Default);
    }

    private static void Find(Passage passage, int index, List<SpanCandidate> into)
    {
        if (!passage.Text.AsSpan().ContainsAnyInRange('0', '9')) return;
        MentionMap none = new(passage, []);
        foreach (TokenRange sentence in passage.Sentences)
        {
            int last = -1;
            foreach (ValueList list in ValueList.Of(none, sentence))
            {
                if (!list.MayBeValues(passage) || (list.Unit.Length == 0 && list.Values[^1].IsWhole)) continue;
                TokenRange phrase = Before(passage, sentence, list.First);
                if (phrase.Length == 0) phrase = Behind(passage, sentence, list.End);
                if (phrase.Length == 0 || phrase.First <= last) continue;
                last = phrase.First;
                into.Add(new SpanCandidate(index, phrase, 0, ProbabilityOf(passage, phrase)));
            }
        }
    }

    private static float ProbabilityOf(Passage passage, TokenRange phrase)
    {
        int last = phrase.End - 1;
        return Lexicon.Name(passage[last]) == EntityType.Metric || passage.Entries[last].Head == EntityType.Metric ? 0.76f : 0.29f;
    }

    // `C-index of`, `SSIM =`, `accuracy (`.
    private static TokenRange Before(Passage passage, TokenRange sentence, int value)
    {
        int end = value;
        while (end > sentence.First && value - end < MostJoining && Joins(passage, end - 1)) end--;
        if (end == value) return default;
        int first = end;
        while (first > sentence.First && end - first < LongestPhrase && IsInside(passage, first - 1)) first--;
        return Metric(passage, new TokenRange(first, end));
    }

    // `rate` joins too, but may name the metric.
    private static bool Joins(Passage passage, int token) =>
        (ResultWords.Of(passage[token]) & (ResultCues.Join | ResultCues.About)) != 0 && passage.Entries[token].Head is null;

    private static TokenRange Behind(Passage passage, TokenRange sentence, int value)
    {
        int end = value;
        while (end < sentence.End && end - value < LongestPhrase && IsInside(passage, end)) end++;
        bool isDistance = end < sentence.End && (ResultWords.Of(passage[end]) & (ResultCues.Change | ResultCues.Comparative)) != 0;
        return isDistance ? default : Metric(passage, new TokenRange(value, end));
    }

    private static bool IsInside(Passage passage, int token) => passage.Parts[token] is Part.Noun or Part.Name or Part.Adjective;

    // The phrase without what does not name the metric, if its last word is a metric or a name; else nothing.
    private static TokenRange Metric(Passage passage, TokenRange phrase)
    {
        TokenRange trimmed = PhraseTrimmer.TrimEdges(passage, phrase);
        while (trimmed.Length > 1 && IsScoreOf(passage, trimmed.End - 1)) trimmed = trimmed with { End = trimmed.End - 1 };
        if (trimmed.Length == 0 || passage.SpanOf(trimmed).Length > Term.LongestSurface || Noise.Is(passage, trimmed)) return default;
        for (int token = trimmed.First; token < trimmed.End; token++)
        {
            const ResultCues NoMetric = ResultCues.Change | ResultCues.Comparative | ResultCues.Setting;
            if ((ResultWords.Of(passage[token]) & NoMetric) != 0) return default;
        }

        int last = trimmed.End - 1;
        EntityType? known = Lexicon.Name(passage[last]);
        bool isMetric = known == EntityType.Metric || passage.Entries[last].Single == EntityType.Metric
            || (trimmed.Length > 1 && passage.Entries[last].Head == EntityType.Metric)
            || (known is null && passage.Parts[last] == Part.Name);
        return isMetric ? trimmed : default;
    }

    // `QWK score`.
    private static bool IsScoreOf(Passage passage, int token) =>
        (ResultWords.Of(passage[token]) & ResultCues.Tail) != 0 && PhraseTrimmer.IsNameLike(passage, token - 1);
}
