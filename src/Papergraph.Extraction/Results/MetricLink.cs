using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>How a sentence joins numbers to what was measured.</summary>
internal enum MetricJoin : byte
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The metric stands before the value: <c>an accuracy of 75.4%</c>.</summary>
    Before,

    /// <summary>The metric stands behind the value: <c>75.4% accuracy</c>.</summary>
    Behind,

    /// <summary>The number says how much something changed, or is a limit: it is no value.</summary>
    Rejected,
}

/// <summary>The metrics of a list of numbers.</summary>
/// <param name="Join">Where they stand.</param>
/// <param name="Metrics">Their mentions, in order.</param>
/// <param name="First">First token of numbers, metrics and what stands between them.</param>
/// <param name="End">Token behind the last of these.</param>
internal readonly record struct MetricLink(MetricJoin Join, IReadOnlyList<int> Metrics, int First, int End)
{
    private const int MostJoining = 10;
    private const int MostTrailing = 4;
    private const int VerbReach = 16;

    /// <summary>Finds the metrics of the list at <paramref name="index"/>, between the list before it and the one behind it.</summary>
    public static MetricLink Find(MentionMap mentions, TokenRange sentence, List<ValueList> lists, int index)
    {
        ValueList list = lists[index];
        MetricLink none = new(MetricJoin.None, [], list.First, list.End);
        if (!list.MayBeValues(mentions.Passage)) return none with { Join = MetricJoin.Rejected };
        int end = index + 1 < lists.Count ? lists[index + 1].First : sentence.End;

        // `from 25 to 19`: what was before.
        if (LeadsTo(mentions.Passage, list.End) && list.End + 1 == end) return none;
        MetricLink behind = Behind(mentions, sentence with { End = end }, list, index > 0 ? lists[index - 1].End : sentence.First);
        if (behind.Join == MetricJoin.Rejected) return behind;
        MetricLink before = Before(mentions, sentence, lists, index);
        if (before.Join == MetricJoin.Rejected) return before;
        if (before.Join == MetricJoin.None) return behind;
        if (behind.Join == MetricJoin.None) return before;

        // `accuracy of 75.4% (F1 80.1)`: what the sentence joins by a word is nearer than what only stands beside.
        return mentions.RangeOf(before.Metrics[^1]).End < list.First || behind.Metrics.Count != 1 ? before : behind;
    }

    private static MetricLink Before(MentionMap mentions, TokenRange sentence, List<ValueList> lists, int index)
    {
        Passage passage = mentions.Passage;
        ValueList list = lists[index];
        int first = index > 0 ? lists[index - 1].End : sentence.First, token = list.First - 1;
        bool leadsTo = LeadsTo(passage, token);
        if (passage.IsWord(token, "the")) return None(list);
        if (leadsTo && index > 0 && lists[index - 1].End == token)
        {
            // `from 70.1% to 75.4%`: the first number is what was before.
            int from = lists[index - 1].First - 1;
            if (!passage.IsWord(from, "from") || !IsChange(passage, sentence, from)) return Rejected(list);
            (token, first) = (from, index > 1 ? lists[index - 2].End : sentence.First);
        }

        if (leadsTo) token--;
        bool passedPlace = false;
        for (int passed = 0; token >= first && passed < MostJoining; passed++)
        {
            int mention = mentions.At(token);
            if (mention >= 0 && mentions.TypeOf(mention) == EntityType.Metric)
                return WithMetrics(mentions, sentence, list, MetricJoin.Before, mention, leadsTo);
            if (mention >= 0)
            {
                // `accuracy on ImageNet of 75.4%`.
                if (passedPlace) break;
                passedPlace = true;
                token = mentions.RangeOf(mention).First - 1;
                while (token >= first && passage.Parts[token] is Part.Determiner or Part.Adjective) token--;
                if (token < first || passage.Parts[token] != Part.Preposition || passage.IsWord(token, "by")) break;
                token--;
                continue;
            }

            ResultCues cues = ResultWords.Of(passage[token]);
            if (passage.IsWord(token, "by")) return Rejected(list);
            bool isGlue = (cues & (ResultCues.Join | ResultCues.About | ResultCues.Attain)) != 0 || passage.Parts[token] == Part.Adverb
                || (leadsTo && (cues & ResultCues.Improve) != 0);
            if (!isGlue) return (cues & (ResultCues.Change | ResultCues.Improve)) != 0 ? Rejected(list) : None(list);
            token--;
        }

        return None(list);
    }

    private static MetricLink Behind(MentionMap mentions, TokenRange sentence, ValueList list, int first)
    {
        Passage passage = mentions.Passage;
        int token = list.End;

        // `30 FPS`: a unit that names what is measured.
        if (list.Values[^1].Range.Length > 1 && mentions.Is(token - 1, EntityType.Metric)) token--;
        bool inBracket = false;
        for (int passed = 0; token < sentence.End && passed < MostTrailing; passed++, token++)
        {
            int mention = mentions.At(token);
            inBracket |= passage.Is(token, '(');
            ResultCues cues = ResultWords.Of(passage[token]);
            if (mention >= 0)
            {
                if (mentions.TypeOf(mention) != EntityType.Metric) return None(list);
                MetricLink link = WithMetrics(mentions, sentence, list, MetricJoin.Behind, mention, leadsTo: false);
                if (HasOwnValue(passage, link.End, sentence.End) || (inBracket && !passage.Is(link.End, ')'))) return None(list);
                return link.Join == MetricJoin.Rejected || IsDistance(mentions, sentence, list, link.End) || Improves(passage, list, first)
                    ? Rejected(list) : link;
            }

            if ((cues & (ResultCues.Change | ResultCues.Comparative)) != 0 && !passage.IsWord(token, "the")) return Rejected(list);
            bool isPart = passage.IsWord(token, "of") && passed == 0;
            if (isPart || ((cues & ResultCues.Tail) == 0 && passage.Parts[token] != Part.Adjective)) break;
        }

        return None(list);
    }

    // The metrics around one of them, unless the words beside them make the number a change.
    private static MetricLink WithMetrics(
        MentionMap mentions, TokenRange sentence, ValueList list, MetricJoin join, int mention, bool leadsTo)
    {
        Passage passage = mentions.Passage;
        List<int> metrics = list.Values.Count == 1 ? [mention] : mentions.ListAround(mention, sentence);
        TokenRange first = mentions.RangeOf(metrics[0]), last = mentions.RangeOf(metrics[^1]);
        if (metrics.Exists(metric => IsChangeOrSetting(passage, mentions.RangeOf(metric)))) return Rejected(list);
        if (join == MetricJoin.Before && !leadsTo && IsPartOfChange(passage, sentence, first.First - 1)) return Rejected(list);
        return new MetricLink(join, metrics, Math.Min(first.First, list.First), Math.Max(last.End, list.End));
    }

    // `accuracy gain`, `times higher accuracy`, `learning rate`.
    private static bool IsChangeOrSetting(Passage passage, TokenRange metric)
    {
        for (int token = metric.First; token < metric.End; token++)
        {
            ResultCues cues = ResultWords.Of(passage[token]);
            if ((cues & (ResultCues.Comparative | ResultCues.Setting)) != 0) return true;
        }

        return (ResultWords.Of(passage[metric.End - 1]) & ResultCues.Change) != 0;
    }

    // `improvement in average F1 of 2.3`.
    private static bool IsPartOfChange(Passage passage, TokenRange sentence, int token)
    {
        const int Reach = 4;
        for (int i = token; i >= Math.Max(sentence.First, token - Reach); i--)
        {
            if ((ResultWords.Of(passage[i]) & ResultCues.Change) != 0) return true;
            if (passage.Parts[i] is not (Part.Preposition or Part.Determiner or Part.Adjective or Part.Noun)) return false;
        }

        return false;
    }

    // `2.3 BLEU higher than`, `2.3 BLEU over the baseline`; `2.3 BLEU points` is a distance unless it was achieved.
    private static bool IsDistance(MentionMap mentions, TokenRange sentence, ValueList list, int token)
    {
        Passage passage = mentions.Passage;
        bool isPoints = list.Unit is "points" or "pp";
        for (; token < sentence.End && (ResultWords.Of(passage[token]) & ResultCues.Tail) != 0 && !passage.Is(token, '('); token++)
        {
            isPoints |= passage.IsWord(token, "points") || passage.IsWord(token, "point");
            if (passage.Parts[token] == Part.Preposition) break;
        }

        if (isPoints) return true;
        if (token >= sentence.End) return false;
        ResultCues cues = ResultWords.Of(passage[token]);
        return (cues & (ResultCues.Change | ResultCues.Comparative)) != 0
            || (passage.IsWord(token, "over") && !mentions.Is(Math.Min(token + 1, sentence.End - 1), EntityType.Dataset));
    }

    // The nearest verb before the number improves something, or compares without `with`.
    private static bool Improves(Passage passage, ValueList list, int first)
    {
        bool isWith = false;
        for (int token = list.First - 1; token >= Math.Max(first, list.First - VerbReach); token--)
        {
            ResultCues cues = ResultWords.Of(passage[token]);
            if ((cues & ResultCues.Attain) != 0 && passage.Parts[token] is Part.Verb or Part.Auxiliary) return false;
            if ((cues & ResultCues.Improve) != 0) return !LeadsTo(passage, list.First - 1);
            if ((cues & ResultCues.Surpass) != 0) return !isWith;
            if (passage.IsWord(token, "by")) return true;
            isWith |= passage.IsWord(token, "with") || passage.IsWord(token, "at");
        }

        return false;
    }

    // `up to 80%` is a value like any other.
    private static bool LeadsTo(Passage passage, int token) => passage.IsWord(token, "to") && !passage.IsWord(token - 1, "up");

    // The metric behind the number is that of the next one: `0.8 F1 = 0.7`.
    private static bool HasOwnValue(Passage passage, int token, int next) =>
        passage.Is(token, '=') || passage.Is(token, ':') || token == next || (passage.IsWord(token, "of") && token + 1 == next);

    private static bool IsChange(Passage passage, TokenRange sentence, int from)
    {
        const int Reach = 16;
        for (int token = from - 1; token >= Math.Max(sentence.First, from - Reach); token--)
        {
            ResultCues cues = ResultWords.Of(passage[token]);
            if ((cues & ResultCues.Bound) != 0) return false;
            if ((cues & (ResultCues.Improve | ResultCues.Change)) != 0) return true;
        }

        return false;
    }

    private static MetricLink None(ValueList list) => new(MetricJoin.None, [], list.First, list.End);

    private static MetricLink Rejected(ValueList list) => new(MetricJoin.Rejected, [], list.First, list.End);
}
