using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds the metrics of one list of numbers among those of a sentence, and tells values from changes.</summary>
internal readonly ref struct MetricLinker
{
    private const int MostJoining = 10;
    private const int MostTrailing = 4;
    private const int VerbReach = 16;
    private const int ChangeReach = 4;

    private readonly MentionMap _mentions;
    private readonly Passage _passage;
    private readonly TokenRange _sentence;
    private readonly List<ValueList> _lists;
    private readonly int _index;
    private readonly ValueList _list;

    private MetricLinker(MentionMap mentions, TokenRange sentence, List<ValueList> lists, int index) =>
        (_mentions, _passage, _sentence, _lists, _index, _list) = (mentions, mentions.Passage, sentence, lists, index, lists[index]);

    private MetricLink None => new(MetricJoin.None, [], _list.First, _list.End);

    private MetricLink Rejected => None with { Join = MetricJoin.Rejected };

    /// <summary>Where the list before this one ends, or the sentence begins.</summary>
    private int Beginning => _index > 0 ? _lists[_index - 1].End : _sentence.First;

    /// <summary>Where the list behind this one begins, or the sentence ends.</summary>
    private int Ending => _index + 1 < _lists.Count ? _lists[_index + 1].First : _sentence.End;

    /// <summary>Finds the metrics of the list at <paramref name="index"/>.</summary>
    public static MetricLink Link(MentionMap mentions, TokenRange sentence, List<ValueList> lists, int index) =>
        new MetricLinker(mentions, sentence, lists, index).Link();

    private MetricLink Link()
    {
        if (!_list.MayBeValues(_passage)) return Rejected;

        // `from 25 to 19`: what was before.
        if (LeadsTo(_list.End) && _list.End + 1 == Ending) return None;
        MetricLink behind = Behind();
        if (behind.Join == MetricJoin.Rejected) return behind;
        MetricLink before = Before();
        if (before.Join == MetricJoin.None) return behind;
        if (before.Join == MetricJoin.Rejected || behind.Join == MetricJoin.None) return before;

        if (_list.Values.Count == 2 && before.Metrics is [var first] && behind.Metrics is [var second] && first != second)
            return new MetricLink(MetricJoin.Around, [first, second], before.First, behind.End);

        // `accuracy of 75.4% F1-weighted`: a word that joins is stronger than standing beside.
        return _mentions.RangeOf(before.Metrics[^1]).End < _list.First ? before : behind;
    }

    private MetricLink Before()
    {
        int first = Beginning, token = _list.First - 1;
        bool leadsTo = LeadsTo(token), isJoined = leadsTo, passedPlace = false;
        if (_passage.IsWord(token, "the")) return None;
        if (leadsTo && _index > 0 && _lists[_index - 1].End == token)
        {
            // `improves from 70.1% to 75.4%`.
            int from = _lists[_index - 1].First - 1;
            if (!_passage.IsWord(from, "from") || !IsChangeBefore(from)) return Rejected;
            (token, first) = (from, _index > 1 ? _lists[_index - 2].End : _sentence.First);
        }

        if (leadsTo) token--;
        for (int passed = 0; token >= first && passed < MostJoining; passed++)
        {
            int mention = _mentions.At(token);
            if (mention >= 0 && _mentions.TypeOf(mention) == EntityType.Metric)
                return !isJoined && IsImprovedBefore() ? Rejected : WithMetrics(MetricJoin.Before, mention, leadsTo);
            if (mention >= 0)
            {
                // `accuracy on ImageNet of 75.4%`.
                if (passedPlace) return None;
                passedPlace = true;
                token = _mentions.RangeOf(mention).First - 1;
                while (token >= first && _passage.Parts[token] is Part.Determiner or Part.Adjective) token--;
                if (token < first || _passage.Parts[token] != Part.Preposition || _passage.IsWord(token, "by")) return None;
            }
            else if (!Joins(token, leadsTo))
            {
                bool isChange = _passage.IsWord(token, "by") || (CuesOf(token) & (ResultCues.Change | ResultCues.Improve)) != 0;
                return isChange ? Rejected : None;
            }

            isJoined |= (CuesOf(token) & ResultCues.Join) != 0;
            token--;
        }

        return None;
    }

    // `increases significantly to`: behind a verb of change `to` leads to the value.
    private bool Joins(int token, bool leadsTo) =>
        (CuesOf(token) & (ResultCues.Join | ResultCues.About | ResultCues.Attain)) != 0 || _passage.Parts[token] == Part.Adverb
        || (leadsTo && (CuesOf(token) & ResultCues.Improve) != 0);

    private MetricLink Behind()
    {
        int token = _list.End;

        // `30 FPS`: a unit that names what is measured.
        if (_list.Values[^1].Range.Length > 1 && _mentions.Is(token - 1, EntityType.Metric)) token--;
        bool inBracket = false;
        for (int passed = 0; token < Ending && passed < MostTrailing; passed++, token++)
        {
            if (_mentions.At(token) is >= 0 and int mention)
            {
                if (_mentions.TypeOf(mention) != EntityType.Metric) return None;
                MetricLink link = WithMetrics(MetricJoin.Behind, mention, leadsTo: false);
                if (HasOwnValue(link.End) || (inBracket && !_passage.Is(link.End, ')'))) return None;
                return link.Join == MetricJoin.Rejected || IsDistance(link.End) || IsImprovedBefore() ? Rejected : link;
            }

            ResultCues cues = CuesOf(token);
            if ((cues & (ResultCues.Change | ResultCues.Comparative)) != 0) return Rejected;
            bool isPart = _passage.IsWord(token, "of") && passed == 0;
            if (isPart || ((cues & ResultCues.Tail) == 0 && _passage.Parts[token] != Part.Adjective)) return None;
            inBracket |= _passage.Is(token, '(');
        }

        return None;
    }

    // The metrics around one of them, unless the words beside them make the number a change.
    private MetricLink WithMetrics(MetricJoin join, int mention, bool leadsTo)
    {
        List<int> metrics = _list.Values.Count == 1 ? [mention] : _mentions.ListAround(mention, _sentence);
        foreach (int metric in metrics)
        {
            if (IsChangeOrSetting(_mentions.RangeOf(metric))) return Rejected;
        }

        int first = _mentions.RangeOf(metrics[0]).First, end = _mentions.RangeOf(metrics[^1]).End;
        if (join == MetricJoin.Before && !leadsTo && IsPartOfChange(first - 1)) return Rejected;
        bool isCondition = join == MetricJoin.Before && _passage.IsWord(first - 1, "at") && _passage.Is(end, '=');
        if (isCondition || (join == MetricJoin.Behind && IsCounted(metrics[^1]))) return None;
        return new MetricLink(join, metrics, Math.Min(first, _list.First), Math.Max(end, _list.End));
    }

    // `72 automatic metrics`, but `48 BLEU`, `91 accuracy`.
    private bool IsCounted(int metric)
    {
        ReadOnlySpan<char> last = _passage[_mentions.RangeOf(metric).End - 1];
        return _list.Unit.Length == 0 && _list.Values[^1].IsWhole && last[^1] == 's' && Lexicon.Name(last) is null;
    }

    // `accuracy gain`, `times higher accuracy`, `learning rate`.
    private bool IsChangeOrSetting(TokenRange metric)
    {
        for (int token = metric.First; token < metric.End; token++)
        {
            if ((CuesOf(token) & (ResultCues.Comparative | ResultCues.Setting)) != 0) return true;
        }

        return (CuesOf(metric.End - 1) & ResultCues.Change) != 0;
    }

    // `improvement in average F1 of 2.3`, `by a BLEU of 2.3`.
    private bool IsPartOfChange(int last)
    {
        for (int token = last; token >= Math.Max(_sentence.First, last - ChangeReach); token--)
        {
            if ((CuesOf(token) & ResultCues.Change) != 0 || _passage.IsWord(token, "by")) return true;
            bool isWithin = _passage.Parts[token] is Part.Preposition or Part.Determiner or Part.Adjective or Part.Noun;
            if (!isWithin && !_passage.Is(token, '(')) return false;
        }

        return false;
    }

    // `0.8 F1 = 0.7`: the metric behind the number is that of the next one.
    private bool HasOwnValue(int token) =>
        _passage.Is(token, '=') || _passage.Is(token, ':') || token == Ending || (_passage.IsWord(token, "of") && token + 1 == Ending);

    // `2.3 BLEU higher than`, `2.3 BLEU over the baseline`, `2.3 BLEU points`.
    private bool IsDistance(int token)
    {
        if (_list.Unit is "points" or "pp") return true;
        for (; token < _sentence.End && IsScoreOrClosing(token); token++)
        {
            if (_passage.IsWord(token, "points") || _passage.IsWord(token, "point")) return true;
        }

        if (token >= _sentence.End) return false;
        bool isOverBaseline = _passage.IsWord(token, "over") && !(token + 1 < _sentence.End && _mentions.Is(token + 1, EntityType.Dataset));
        return isOverBaseline || (CuesOf(token) & (ResultCues.Change | ResultCues.Comparative)) != 0;
    }

    private bool IsScoreOrClosing(int token) =>
        _passage.Is(token, ')') || ((CuesOf(token) & ResultCues.Tail) != 0 && _passage.Parts[token] == Part.Noun);

    // The nearest verb before the number improves something, or compares without `with`.
    private bool IsImprovedBefore()
    {
        bool isWith = false;
        for (int token = _list.First - 1; token >= Math.Max(Beginning, _list.First - VerbReach); token--)
        {
            ResultCues cues = CuesOf(token);
            if ((cues & ResultCues.Attain) != 0 && _passage.Parts[token] is Part.Verb or Part.Auxiliary) return false;
            if ((cues & ResultCues.Improve) != 0) return !LeadsTo(_list.First - 1);
            if ((cues & ResultCues.Surpass) != 0) return !isWith;
            if (_passage.IsWord(token, "by")) return true;
            isWith |= _passage.IsWord(token, "with") || _passage.IsWord(token, "at");
        }

        return false;
    }

    // `improves … from`, but not `ranges from`.
    private bool IsChangeBefore(int from)
    {
        for (int token = from - 1; token >= Math.Max(_sentence.First, from - VerbReach); token--)
        {
            ResultCues cues = CuesOf(token);
            if ((cues & ResultCues.Bound) != 0) return false;
            if ((cues & (ResultCues.Improve | ResultCues.Change)) != 0) return true;
        }

        return false;
    }

    // `up to 80%` is a value like any other.
    private bool LeadsTo(int token) => _passage.IsWord(token, "to") && !_passage.IsWord(token - 1, "up");

    private ResultCues CuesOf(int token) => ResultWords.Of(_passage[token]);
}
