namespace Papergraph.Extraction;

/// <summary>What may be the long form of a pair.</summary>
internal static class LongForm
{
    /// <summary>Characters before a bracket that are searched: twelve long words.</summary>
    public const int LongestWindow = 300;

    /// <summary>Schwartz and Hearst's conditions: longer than the short form, at most min(n + 5, 2n) words, and does not contain the
    /// short form as a word; and its brackets are closed.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> longForm)
    {
        if (longForm.Length <= shortForm.Length + 1) return false;
        int words = 1, open = 0;
        foreach (char c in longForm)
        {
            if (char.IsWhiteSpace(c)) words++;
            else if (c is '(' or '[') open++;
            else if (c is ')' or ']' && --open < 0) return false;
        }

        if (open != 0 || words > MostWords(shortForm)) return false;
        if (longForm.Contains(", ", StringComparison.Ordinal) && LongFormMatcher.MatchInitials(shortForm, longForm) != 0) return false;
        return !HoldsWord(longForm, shortForm);
    }

    /// <summary>Words that a short form may stand for.</summary>
    public static int MostWords(ReadOnlySpan<char> shortForm) => Math.Min(shortForm.Length + 5, shortForm.Length * 2);

    // A long form that contains its short form defines nothing.
    private static bool HoldsWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        int from = 0;
        while (text[from..].IndexOf(word, StringComparison.Ordinal) is >= 0 and int found)
        {
            int start = from + found, end = start + word.Length;
            bool begins = start == 0 || !char.IsLetterOrDigit(text[start - 1]);
            bool ends = end == text.Length || !char.IsLetterOrDigit(text[end]);
            if (begins && ends) return true;
            from = start + 1;
        }

        return false;
    }
}
