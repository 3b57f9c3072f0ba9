using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Numbers that a sentence lists: <c>80.1, 75.2 and 70.3%</c>, or one alone.</summary>
/// <remarks>A number without unit has that of the next one behind it that has one; numbers of different units are not of one list.</remarks>
internal sealed class ValueList
{
    private const int Longest = 12;

    private readonly List<Quantity> _values;

    private ValueList(Quantity first) => _values = [first];

    public IReadOnlyList<Quantity> Values => _values;

    public int First => _values[0].Range.First;

    public int End => _values[^1].Range.End;

    public string Unit => _values[^1].Unit;

    /// <summary>The lists of a sentence, in order. Years, counts of things, numbers of items and numbers within mentions are left out.</summary>
    public static List<ValueList> Of(MentionMap mentions, TokenRange sentence)
    {
        List<ValueList> lists = [];
        int token = sentence.First;
        while (token < sentence.End)
        {
            if (mentions.At(token) >= 0 || !QuantityReader.TryRead(mentions.Passage, token, sentence.End, out Quantity quantity))
            {
                token++;
                continue;
            }

            token = quantity.Range.End;
            if (IsYear(mentions.Passage, quantity) || IsNumbering(mentions, quantity) || IsCount(mentions, quantity, sentence.End)) continue;
            if (lists.Count == 0 || !lists[^1].TryAdd(mentions.Passage, quantity)) lists.Add(new ValueList(quantity));
        }

        return lists;
    }

    /// <summary>The numbers, each with the unit that holds for it.</summary>
    public Quantity this[int index] => _values[index].Unit.Length > 0 ? _values[index] : _values[index] with { Unit = Unit };

    /// <summary>Whether nothing beside the numbers makes them something other than values.</summary>
    public bool MayBeValues(Passage passage) =>
        _values.TrueForAll(value => value.Kind == QuantityKind.Value)
        && !IsFraction(passage) && !IsLimitedBefore(passage) && !IsRelatedBehind(passage);

    // `at least 80%`, `by 2%`, `up 2%`, `a gain of 2%`, `[12]`.
    private bool IsLimitedBefore(Passage passage)
    {
        int token = First - 1;
        if (passage.IsWord(token, "up") || passage.IsWord(token, "down")) return true;
        while (token > 0 && (ResultWords.Of(passage[token]) & (ResultCues.About | ResultCues.Bound)) == ResultCues.About) token--;
        if (token < 0) return false;
        bool isOfChange = passage.IsWord(token, "of") && token > 0 && (ResultWords.Of(passage[token - 1]) & ResultCues.Change) != 0;
        return isOfChange || (ResultWords.Of(passage[token]) & ResultCues.Bound) != 0 || passage.IsWord(token, "by") || passage.Is(token, '[');
    }

    // `6 dB or more`, `12% of the time of X`, `5× that of X`.
    private bool IsRelatedBehind(Passage passage)
    {
        if (End >= passage.Tokens.Length) return false;
        bool isLimit = passage.IsWord(End, "or") && End + 1 < passage.Tokens.Length
            && (ResultWords.Of(passage[End + 1]) & ResultCues.Comparative) != 0;
        return isLimit || (Unit is "%" or "×" && passage.IsWord(End, "of")) || (Unit == "×" && passage.Parts[End] == Part.Determiner);
    }

    // `1/4`.
    private bool IsFraction(Passage passage) => _values.Count == 2 && _values.TrueForAll(value => value.IsWhole && value.Unit.Length == 0)
        && passage.Is(_values[0].Range.End, '/');

    private bool TryAdd(Passage passage, Quantity next)
    {
        if (_values.Count == Longest || next.Range.First == End || next.Range.First - End > ListGlue.Longest) return false;
        if (Unit.Length > 0 && Unit != next.Unit) return false;
        for (int token = End; token < next.Range.First; token++)
        {
            if (!ListGlue.Is(passage, token)) return false;
        }

        _values.Add(next);
        return true;
    }

    private static bool IsYear(Passage passage, Quantity quantity) =>
        quantity is { IsWhole: true, Unit.Length: 0, Value: >= 1900 and < 2100 } && passage.SpanOf(quantity.Range).Length == 4;

    // `(2)`, `Subtask 1`, the 10 of `9.4/10`.
    private static bool IsNumbering(MentionMap mentions, Quantity quantity)
    {
        Passage passage = mentions.Passage;
        int before = quantity.Range.First - 1;
        if (quantity.Unit.Length > 0 || before < 0) return false;
        if (passage.Is(before, '/') && quantity.Value is 5 or 10 or 100) return true;
        if (!quantity.IsWhole) return false;
        return (passage.Is(before, '(') && passage.Is(quantity.Range.End, ')'))
            || (passage.Parts[before] is Part.Noun or Part.Name && !mentions.Is(before, EntityType.Metric)
                && (ResultWords.Of(passage[before]) & (ResultCues.Join | ResultCues.About)) == 0);
    }

    // `5 languages`: a whole number before what it counts.
    private static bool IsCount(MentionMap mentions, Quantity quantity, int endOfSentence)
    {
        int next = quantity.Range.End;
        if (!quantity.IsWhole || quantity.Unit.Length > 0 || next >= endOfSentence || mentions.Is(next, EntityType.Metric)) return false;
        return mentions.At(next) >= 0
            || (mentions.Passage.Parts[next] is Part.Noun or Part.Name or Part.Adjective or Part.Participle
                && (ResultWords.Of(mentions.Passage[next]) & (ResultCues.Tail | ResultCues.Change | ResultCues.Comparative)) == 0);
    }
}
