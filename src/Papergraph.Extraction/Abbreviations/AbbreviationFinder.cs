using System.Collections.Frozen;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds the pairs that a text defines by brackets: <c>long form (SF)</c>, <c>SF (long form)</c>, <c>(long form, SF)</c>, also
/// with words like <c>hereafter</c> before the short form.</summary>
/// <remarks>Linear: each bracket looks at a bounded number of tokens and characters around it.</remarks>
internal static class AbbreviationFinder
{
    private const int LongestBracket = 60;

    // Words that stand before a form in brackets and belong to none; `OR` is a form.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Cues = FrozenSet.ToFrozenSet(
        ["i.e", "or", "briefly", "simply", "hereafter", "hereinafter", "henceforth", "abbreviated", "abbr", "denoted", "referred", "called",
         "termed", "named", "namely", "aka", "to", "as", "by"],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the pairs of the passage in the order of their brackets.</summary>
    public static void Find(Passage passage, List<Abbreviation> found)
    {
        foreach (TokenRange sentence in passage.Sentences)
        {
            for (int open = sentence.First; open < sentence.End; open++)
            {
                if (!Brackets.IsOpening(passage, open)) continue;
                int close = Brackets.Close(passage, open, Math.Min(sentence.End, open + LongestBracket));
                if (close <= open + 1 || IsPartOfName(passage, open, close)) continue;
                if (Read(passage, sentence.First, open, close) is { } pair) found.Add(pair);
            }
        }
    }

    // The brackets of `GABA(A)`, `J(eff)` and `(ERK)1` are none of the sentence; those of `mapping(TFM)` and `(CNN)s` are.
    private static bool IsPartOfName(Passage passage, int open, int close)
    {
        if (open > 0 && passage.Tokens[open - 1].Kind != TokenKind.Symbol && passage.AreAdjacent(open - 1))
        {
            ReadOnlySpan<char> inside = passage.TextOf(new TokenRange(open + 1, close));
            if (inside.Length < 2 || !char.IsUpper(inside[0])) return true;
        }

        if (close + 1 >= passage.Tokens.Length || !passage.AreAdjacent(close)) return false;
        Token next = passage.Tokens[close + 1];
        return next.Kind == TokenKind.Number || (next is { Kind: TokenKind.Word, Length: <= 2 } && !passage.IsWord(close + 1, "s"));
    }

    private static Abbreviation? Read(Passage passage, int sentence, int open, int close)
    {
        int from = AfterCues(passage, open + 1, close);
        int separator = from;
        while (separator < close && !IsSeparator(passage, separator)) separator++;
        TextSpan first = Unquoted(passage, from, separator);
        TextSpan second = separator < close ? Unquoted(passage, AfterCues(passage, separator + 1, close), close) : default;
        return LongThenShort(passage, sentence, open, first)
            ?? (passage.Is(separator, ';') ? LongThenShort(passage, sentence, open, second) : null)
            ?? ShortThenLong(passage, sentence, open, first)
            ?? BothInside(passage, first, second);
    }

    private static int AfterCues(Passage passage, int token, int end)
    {
        int from = token;
        while (token < end && (Cues.Contains(passage[token]) || (token > from && IsStop(passage, token)))) token++;
        return token;
    }

    // The signs behind `i.e.,`.
    private static bool IsStop(Passage passage, int token) => passage.Is(token, '.') || passage.Is(token, ',');

    // The comma of `1,2-dioxane` separates nothing.
    private static bool IsSeparator(Passage passage, int token) =>
        passage.Is(token, ';') || (passage.Is(token, ',') && !passage.AreAdjacent(token));

    private static Abbreviation? LongThenShort(Passage passage, int sentence, int open, TextSpan inside)
    {
        ReadOnlySpan<char> shortForm = passage.Text.AsSpan(inside.Start, inside.Length);
        if (open == sentence || !ShortForm.IsPlausible(shortForm)) return null;
        TextSpan window = LongFormWindow.Before(passage, sentence, open, LongForm.MostWords(shortForm));
        return LongFormMatcher.Match(shortForm, passage.Text.AsSpan(window.Start, window.Length)) is { } match
            ? Pair(passage, inside, new TextSpan(window.Start + match.Start, window.End), match.Confidence) : null;
    }

    private static Abbreviation? ShortThenLong(Passage passage, int sentence, int open, TextSpan inside)
    {
        if (open == sentence || passage.Tokens[open - 1].Kind != TokenKind.Word) return null;
        TextSpan word = passage.Tokens[open - 1].Span;
        return passage.Text.AsSpan(inside.Start, inside.Length).IndexOfAny(' ', '-', '(') >= 0 ? Equal(passage, word, inside) : null;
    }

    // `(blood-brain barrier, BBB)`: only where they agree closely, since the bracket itself says nothing of a definition.
    private static Abbreviation? BothInside(Passage passage, TextSpan longForm, TextSpan shortForm) =>
        Equal(passage, shortForm, longForm) is { Confidence: >= PairConfidence.Close } pair ? pair : null;

    // The pair of both forms where the long form is known from its beginning to its end.
    private static Abbreviation? Equal(Passage passage, TextSpan shortPlace, TextSpan longPlace)
    {
        ReadOnlySpan<char> shortForm = passage.Text.AsSpan(shortPlace.Start, shortPlace.Length);
        ReadOnlySpan<char> longForm = passage.Text.AsSpan(longPlace.Start, longPlace.Length);
        if (shortForm.Length < 2 || longForm.Length > LongFormAligner.LongestWindow || !ShortForm.IsPlausible(shortForm)) return null;
        return LongFormMatcher.Match(shortForm, longForm) is { Start: 0 } match
            ? Pair(passage, shortPlace, longPlace, match.Confidence) : null;
    }

    private static TextSpan Unquoted(Passage passage, int first, int end)
    {
        while (first < end && Brackets.IsQuote(passage, first)) first++;
        while (first < end && Brackets.IsQuote(passage, end - 1)) end--;
        return first < end ? passage.SpanOf(new TokenRange(first, end)) : default;
    }

    private static Abbreviation Pair(Passage passage, TextSpan shortForm, TextSpan longForm, double confidence) =>
        new(new FieldSpan(passage.Field, shortForm), new FieldSpan(passage.Field, longForm), confidence);
}
