using System.Collections.Frozen;

namespace Papergraph.Extraction;

/// <summary>A run of tokens, half-open.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public int Length => End - First;
}

/// <summary>Groups tokens into sentences.</summary>
/// <remarks>A sentence ends after <c>.</c>, <c>!</c> or <c>?</c> and the closing quotes and brackets that follow, if the next token can
/// begin a sentence and the full stop does not belong to an abbreviation or an initial; and at an empty line. Linear.</remarks>
internal static class SentenceSplitter
{
    // Written before a name, a number or more of the same sentence; the stop after them ends nothing.
    private static readonly FrozenSet<string> NeverLast = FrozenSet.ToFrozenSet(
        ["e.g", "i.e", "al", "fig", "figs", "eq", "eqs", "eqn", "vs", "cf", "no", "nos", "vol", "pp", "sec", "ch", "tab", "ref", "refs",
         "resp", "approx", "ca", "viz", "dr", "prof", "mr", "mrs", "ms", "st", "dept", "univ", "w.r.t", "a.k.a", "et", "thm", "prop", "lem",
         "def", "spp", "sp", "var", "subsp", "i.i.d"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverLastLookup =
        NeverLast.GetAlternateLookup<ReadOnlySpan<char>>();

    // Words that begin a sentence after a single capital letter (`vitamin C. The …`), where an initial is followed by a name.
    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
        ["The", "This", "These", "We", "In", "Our", "It", "A", "An", "To", "However", "For", "Here", "As", "By", "Using", "With", "On"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OpenersLookup =
        Openers.GetAlternateLookup<ReadOnlySpan<char>>();

    public static TokenRange[] Split(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        List<TokenRange> sentences = [];
        int first = 0;
        for (int i = 0; i + 1 < tokens.Length; i++)
        {
            int end = i + 1;
            if (!IsEmptyLineBetween(text, tokens[i].End, tokens[end].Start))
            {
                if (!IsFinal(text, tokens[i])) continue;
                while (end < tokens.Length && IsClosing(text, tokens[end]) && tokens[end].Start == tokens[end - 1].End) end++;
                if (end == tokens.Length || !BeginsSentence(text, tokens, i, end)) continue;
            }

            sentences.Add(new TokenRange(first, end));
            first = end;
            i = end - 1;
        }

        if (first < tokens.Length) sentences.Add(new TokenRange(first, tokens.Length));
        return [.. sentences];
    }

    private static bool BeginsSentence(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int stop, int next)
    {
        Token opener = tokens[next];
        if (opener.Start == tokens[next - 1].End) return false;
        char initial = text[opener.Start];
        if (char.IsLower(initial) || initial is ',' or ';' or ':' or ')' or ']' or '.' or '-' or '\u2013') return false;
        if (text[tokens[stop].Start] != '.' || stop == 0) return true;

        Token last = tokens[stop - 1];
        if (last.End != tokens[stop].Start) return true;
        ReadOnlySpan<char> word = text[last.Start..last.End];
        if (NeverLastLookup.Contains(word)) return false;
        return word.Length > 1 || !char.IsUpper(word[0]) || OpenersLookup.Contains(text[opener.Start..opener.End]);
    }

    private static bool IsFinal(ReadOnlySpan<char> text, Token token) =>
        token.Length == 1 && text[token.Start] is '.' or '!' or '?' or '\u3002' or '\uFF01' or '\uFF1F';

    private static bool IsClosing(ReadOnlySpan<char> text, Token token) =>
        token.Length == 1 && text[token.Start] is ')' or ']' or '"' or '\'' or '\u201D' or '\u2019' or '\u00BB';

    private static bool IsEmptyLineBetween(ReadOnlySpan<char> text, int end, int start)
    {
        if (start - end < 2) return false;
        ReadOnlySpan<char> gap = text[end..start];
        int line = gap.IndexOf('\n');
        return line >= 0 && gap[(line + 1)..].Contains('\n');
    }
}
