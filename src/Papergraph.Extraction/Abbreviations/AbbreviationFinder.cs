using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds the pairs that a text defines by brackets: <c>long form (SF)</c>, <c>SF (long form)</c>,
/// <c>(long form, SF)</c>.</summary>
/// <remarks>Linear: each bracket looks at a bounded number of tokens and characters around it.</remarks>
internal static class AbbreviationFinder
{
    private const int LongestBracket = 60;

    /// <summary>Adds the pairs of the passage in the order of their brackets.</summary>
    public static void Find(Passage passage, List<Abbreviation> found)
    {
        foreach (TokenRange sentence in passage.Sentences)
        {
            for (int open = sentence.First; open < sentence.End; open++)
            {
                if (!IsOpening(passage, open)) continue;
                int close = Close(passage, open, sentence.End);
                if (close > open + 1 && Read(passage, sentence, open, close) is { } pair) found.Add(pair);
            }
        }
    }

    private static bool IsOpening(Passage passage, int token) => passage.Is(token, '(') || passage.Is(token, '[');

    private static bool IsClosing(Passage passage, int token) => passage.Is(token, ')') || passage.Is(token, ']');

    // The bracket that closes this one, within a bounded distance.
    private static int Close(Passage passage, int open, int end)
    {
        int depth = 0;
        end = Math.Min(end, open + LongestBracket);
        for (int i = open; i < end; i++)
        {
            if (IsOpening(passage, i)) depth++;
            else if (IsClosing(passage, i) && --depth == 0) return i;
        }

        return -1;
    }

    private static Abbreviation? Read(Passage passage, TokenRange sentence, int open, int close)
    {
        int comma = open + 1;
        while (comma < close && !passage.Is(comma, ',') && !passage.Is(comma, ';')) comma++;
        TextSpan first = Unquoted(passage, open + 1, comma);
        TextSpan second = Unquoted(passage, comma + 1, close);
        return LongThenShort(passage, sentence, open, first)
            ?? (second.Length > 0 && passage.Is(comma, ';') ? LongThenShort(passage, sentence, open, second) : null)
            ?? ShortThenLong(passage, sentence, open, first)
            ?? BothInside(passage, first, second);
    }

    private static Abbreviation? LongThenShort(Passage passage, TokenRange sentence, int open, TextSpan inside)
    {
        ReadOnlySpan<char> shortForm = passage.Text.AsSpan(inside.Start, inside.Length);
        if (open == sentence.First || !ShortForm.IsPlausible(shortForm)) return null;
        TextSpan window = WindowBefore(passage, sentence.First, open, LongForm.MostWords(shortForm));
        ReadOnlySpan<char> words = passage.Text.AsSpan(window.Start, window.Length);
        int at = LongFormMatcher.Match(shortForm, words);
        return at >= 0 && LongForm.IsPlausible(shortForm, words[at..])
            ? Pair(passage, inside, new TextSpan(window.Start + at, window.End)) : null;
    }

    private static Abbreviation? ShortThenLong(Passage passage, TokenRange sentence, int open, TextSpan inside)
    {
        if (open == sentence.First || passage.Tokens[open - 1].Kind != TokenKind.Word) return null;
        TextSpan word = passage.Tokens[open - 1].Span;
        ReadOnlySpan<char> shortForm = passage.Text.AsSpan(word.Start, word.Length);
        ReadOnlySpan<char> longForm = passage.Text.AsSpan(inside.Start, inside.Length);
        if (!longForm.Contains(' ') || !ShortForm.IsPlausible(shortForm)) return null;
        return LongFormMatcher.Match(shortForm, longForm) == 0 && LongForm.IsPlausible(shortForm, longForm)
            ? Pair(passage, word, inside) : null;
    }

    // `(blood-brain barrier, BBB)`: only where the initials agree, since the bracket itself says nothing of a definition.
    private static Abbreviation? BothInside(Passage passage, TextSpan longPlace, TextSpan shortPlace)
    {
        ReadOnlySpan<char> shortForm = passage.Text.AsSpan(shortPlace.Start, shortPlace.Length);
        ReadOnlySpan<char> longForm = passage.Text.AsSpan(longPlace.Start, longPlace.Length);
        bool isPair = shortForm.Length > 1 && ShortForm.IsPlausible(shortForm) && LongFormMatcher.MatchInitials(shortForm, longForm) == 0
            && LongForm.IsPlausible(shortForm, longForm);
        return isPair ? Pair(passage, shortPlace, longPlace) : null;
    }

    // The words before a bracket that may belong to the long form: at most so many, none beyond another bracket or a colon.
    private static TextSpan WindowBefore(Passage passage, int sentenceStart, int open, int words)
    {
        int last = open - 1, first = open;
        while (last > sentenceStart && IsQuote(passage, last)) last--;
        int end = passage.Tokens[last].End;
        while (first > sentenceStart && words > 0)
        {
            int next = first - 1;
            if (passage.Is(next, ';') || passage.Is(next, ':') || end - passage.Tokens[next].Start > LongForm.LongestWindow) break;

            // Brackets inside a word, as in formulas of chemistry, belong to it.
            bool afterSpace = next == sentenceStart || passage.Tokens[next - 1].End < passage.Tokens[next].Start;
            if (IsOpening(passage, next) && afterSpace) break;
            bool beforeSpace = next + 1 < open && passage.Tokens[next].End < passage.Tokens[next + 1].Start;
            if (IsClosing(passage, next) && beforeSpace) break;
            first = next;
            if (afterSpace) words--;
        }

        return new TextSpan(Math.Min(passage.Tokens[first].Start, end), end);
    }

    private static TextSpan Unquoted(Passage passage, int first, int end)
    {
        while (first < end && IsQuote(passage, first)) first++;
        while (first < end && IsQuote(passage, end - 1)) end--;
        return first < end ? passage.SpanOf(new TokenRange(first, end)) : default;
    }

    private static bool IsQuote(Passage passage, int token) => passage.Tokens[token] is { Length: 1, Start: int start }
        && passage.Text[start] is '"' or '\'' or '`' or '\u2018' or '\u2019' or '\u201C' or '\u201D';

    private static Abbreviation Pair(Passage passage, TextSpan shortForm, TextSpan longForm) =>
        new(new FieldSpan(passage.Field, shortForm), new FieldSpan(passage.Field, longForm), RuleConfidence.Abbreviation);
}
