using System.Collections.Frozen;

namespace Papergraph.Extraction;

/// <summary>Finds the words that a short form stands for at the end of a text.</summary>
/// <remarks>
/// <para>First by initials: each letter or digit of the short form begins one of the last words, in order; only function words and
/// the later parts of a hyphenated word may stand between. This is the strictest of the strategies of S. Sohn, D. C. Comeau, W. Kim and
/// W. J. Wilbur, “Abbreviation definition identification based on automatic precision estimates”, BMC Bioinformatics 9:402, 2008, and finds
/// long forms that the next one would cut short.</para>
/// <para>Then as A. S. Schwartz and M. A. Hearst, “A simple algorithm for identifying abbreviation definitions in biomedical text”, Pacific
/// Symposium on Biocomputing 2003, figure 1: each letter and digit of the short form, from the last to the first, is found in the words
/// from right to left; the first must begin a word. Here the last two words must take part as well, which its authors do not ask.</para>
/// <para>Cost: O(characters of the words considered).</para>
/// </remarks>
internal static class LongFormMatcher
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionWords = FrozenSet.ToFrozenSet(
        ["of", "the", "and", "for", "in", "on", "to", "a", "an", "with", "by", "from", "via", "as", "at", "or", "using"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where the long form begins in <paramref name="words"/>, which ends where the long form ends, or −1.</summary>
    /// <param name="shortForm">The short form; a plural <c>s</c> after a capital need not be found in the words.</param>
    /// <param name="words">Words before the bracket, or in it.</param>
    public static int Match(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> words)
    {
        bool isPlural = shortForm.Length > 2 && shortForm[^1] == 's' && char.IsUpper(shortForm[^2]);
        ReadOnlySpan<char> singular = isPlural ? shortForm[..^1] : shortForm;
        int at = MatchInitials(singular, words);
        if (at >= 0 || !HoldsCapitalOrDigit(shortForm)) return at;
        at = MatchLetters(shortForm, words);
        return at < 0 && isPlural ? MatchLetters(singular, words) : at;
    }

    /// <summary>Whether each letter and digit of the short form begins a word, or −1.</summary>
    public static int MatchInitials(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> words)
    {
        int wanted = LastLetter(shortForm, shortForm.Length);
        int end = words.Length;
        while (wanted >= 0)
        {
            while (end > 0 && !char.IsLetterOrDigit(words[end - 1])) end--;
            if (end == 0) return -1;
            int start = end;
            while (start > 0 && char.IsLetterOrDigit(words[start - 1])) start--;
            if (Same(words[start], shortForm[wanted]))
            {
                wanted = LastLetter(shortForm, wanted);
                if (wanted < 0) return BeginningOfWord(words, start);
            }
            else if (!(start > 0 && words[start - 1] == '-') && !FunctionWords.Contains(words[start..end]))
            {
                return -1;
            }

            end = start;
        }

        return -1;
    }

    private static int MatchLetters(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> words)
    {
        int at = words.Length;
        bool isLast = true;
        for (int s = LastLetter(shortForm, shortForm.Length); s >= 0;)
        {
            int next = LastLetter(shortForm, s);
            at--;
            while (at >= 0 && (!Same(words[at], shortForm[s]) || (next < 0 && at > 0 && char.IsLetterOrDigit(words[at - 1])))) at--;
            if (at < 0 || (isLast && words[at..].Count(' ') > 1)) return -1;
            isLast = false;
            s = next;
        }

        return at >= words.Length ? -1 : BeginningOfWord(words, at);
    }

    private static int BeginningOfWord(ReadOnlySpan<char> words, int at)
    {
        int start = at;
        while (start > 0 && !char.IsWhiteSpace(words[start - 1]) && words[start - 1] is not ('/' or '(' or '"' or '\u201C')) start--;

        // A negated word is no part of what is abbreviated: `non-high-density lipoprotein (HDL)`.
        ReadOnlySpan<char> prefix = words[start..at];
        return prefix is "non-" or "anti-" or "Anti-" or "Non-" ? at : start;
    }

    private static int LastLetter(ReadOnlySpan<char> text, int end)
    {
        do end--;
        while (end >= 0 && !char.IsLetterOrDigit(text[end]));
        return end;
    }

    private static bool HoldsCapitalOrDigit(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsUpper(c) || char.IsDigit(c)) return true;
        }

        return false;
    }

    private static bool Same(char a, char b) => a == b || char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
