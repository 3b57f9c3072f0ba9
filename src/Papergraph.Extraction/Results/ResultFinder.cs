using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds the results that sentences state: which value of which metric, and where they say it, on which data set and by which
/// method.</summary>
/// <remarks>
/// <para>A result is a number that the text gives as the value of a mentioned metric. How much something changed (<c>by 2.3%</c>,
/// <c>a gain of 2.3</c>), limits (<c>over 90%</c>), ranges, years, counts and levels of significance are none;
/// of <c>from 70.1% to 75.4%</c> the second number is one.</para>
/// <para>Where a sentence lists as many metrics, data sets or methods as numbers, they belong to each other in order; a single one
/// belongs to all; with any other count the sentence does not say. Linear: every look ahead or back is bounded.</para>
/// </remarks>
internal static class ResultFinder
{
    /// <summary>Adds the results of a passage, by place.</summary>
    /// <param name="passage">Title or abstract.</param>
    /// <param name="mentions">The mentions of the whole paper.</param>
    /// <param name="into">Receives the results, which refer to the mentions by index.</param>
    public static void Find(Passage passage, IReadOnlyList<Mention> mentions, List<ReportedResult> into)
    {
        if (!passage.Text.AsSpan().ContainsAnyInRange('0', '9')) return;
        MentionMap map = new(passage, mentions);
        foreach (TokenRange sentence in passage.Sentences) Find(map, sentence, into);
    }

    private static void Find(MentionMap mentions, TokenRange sentence, List<ReportedResult> into)
    {
        List<ValueList> lists = ValueList.Of(mentions, sentence);
        MetricLink last = default;
        bool isChange = false;
        for (int i = 0; i < lists.Count; i++)
        {
            MetricLink link = MetricLinker.Link(mentions, sentence, lists, i);
            ResultContext context = new(mentions, sentence, lists[i], link, i + 1 < lists.Count ? lists[i + 1].First : sentence.End);
            ResultRule rule = lists[i].Values.Count > 1 ? ResultRule.Listed
                : link.Join == MetricJoin.Before ? ResultRule.MetricBefore : ResultRule.MetricBehind;
            if (link.Join == MetricJoin.None)
            {
                if (last.Metrics is not [var metric] || !context.GoesOn(last.End)) continue;
                (link, rule) = (link with { Metrics = [metric] }, ResultRule.Continued);
            }

            // `a gain of 6.7% BLEU and 7.4% ROUGE`: without a verb between them the second is what the first is.
            isChange = link.Join == MetricJoin.Rejected
                || (isChange && link.Join == MetricJoin.Behind && !HasVerb(mentions.Passage, lists[i - 1].End, lists[i].First));
            last = isChange ? default : link;
            if (!isChange) Add(mentions, lists[i], link, rule, context, into);
        }
    }

    private static void Add(
        MentionMap mentions, ValueList list, MetricLink link, ResultRule rule, ResultContext context, List<ReportedResult> into)
    {
        int count = list.Values.Count;
        if (link.Metrics.Count != 1 && link.Metrics.Count != count) return;
        IReadOnlyList<int> datasets = context.Datasets(), methods = context.Methods();

        // With `respectively`, a single data set or method beside several numbers is one of several that are no mentions.
        bool mayShare = link.Metrics.Count == count || !context.IsRespective();
        for (int i = 0; i < count; i++)
        {
            Quantity value = link.Join == MetricJoin.Around ? list.Values[i] : list[i];
            int metric = link.Metrics.Count == 1 ? link.Metrics[0] : link.Metrics[i];
            if (value.Range.Length > 1 && mentions.RangeOf(metric) == new TokenRange(value.Range.End - 1, value.Range.End))
                value = value with { Range = value.Range with { End = value.Range.End - 1 }, Unit = "" };
            into.Add(new ReportedResult(
                metric, value.Value, value.Unit, OneOf(datasets, i, count, mayShare), OneOf(methods, i, count, mayShare),
                mentions.Passage.PlaceOf(value.Range), RuleConfidence.Result(rule)));
        }
    }

    private static int? OneOf(IReadOnlyList<int> mentions, int index, int count, bool mayShare) =>
        mentions.Count == count ? mentions[index] : mentions.Count == 1 && mayShare ? mentions[0] : null;

    private static bool HasVerb(Passage passage, int first, int end)
    {
        for (int token = first; token < end; token++)
        {
            if (passage.Parts[token] == Part.Verb) return true;
        }

        return false;
    }
}
