namespace Papergraph.Extraction;

/// <summary>What may be the long form of a pair.</summary>
internal static class LongForm
{
    /// <summary>Schwartz and Hearst's conditions (longer than the short form, at most min(n + 5, 2n) words, does not contain the short
    /// form as a word); and its brackets are closed and it does not end in a function word or a hyphen.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> longForm)
    {
        if (longForm.Length <= shortForm.Length + 1 || longForm[^1] is '-' or '/') return false;
        int words = 1, open = 0;
        foreach (char c in longForm)
        {
            if (char.IsWhiteSpace(c)) words++;
            else if (c is '(' or '[') open++;
            else if (c is ')' or ']' && --open < 0) return false;
        }

        if (open != 0 || words > MostWords(shortForm)) return false;
        ReadOnlySpan<char> last = longForm[(longForm.LastIndexOf(' ') + 1)..];
        return !(char.IsLower(last[0]) && WordUnits.IsFunctionWord(last)) && !HoldsWord(longForm, shortForm);
    }

    /// <summary>Words that a short form may stand for.</summary>
    public static int MostWords(ReadOnlySpan<char> shortForm) => Math.Min(shortForm.Length + 5, shortForm.Length * 2);

    /// <summary>Where the word begins in which the first letter of a short form was found.</summary>
    public static int Begin(ReadOnlySpan<char> words, int letter)
    {
        int start = letter, depth = 0;
        while (start > 0 && !char.IsWhiteSpace(words[start - 1]))
        {
            char before = words[start - 1];
            if (before is '/' or '"' or '\u201C') break;
            if (before is ')' or ']') depth++;

            // The bracket in `N-(2-acetyl)` belongs to the word, that in `(a soft` does not.
            else if (before is '(' or '[' && --depth < 0 && (start == 1 || char.IsWhiteSpace(words[start - 2]))) break;
            start--;
        }

        // A negated word is no part of what is abbreviated: `non-low-density lipoprotein (LDL)`.
        return words[start..letter] is "non-" or "anti-" or "Anti-" or "Non-" ? letter : start;
    }

    // A long form that contains its short form defines nothing; `group (Group 3)` does not either.
    private static bool HoldsWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        int from = 0;
        StringComparison comparison = ShortForm.HoldsCapital(word) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        while (text[from..].IndexOf(word, comparison) is >= 0 and int found)
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
