namespace Papergraph.Extraction;

/// <summary>Whether a word is spelled as only names are.</summary>
internal static class NameShape
{
    /// <summary>A capital after the first letter of a part between hyphens (<c>BERT</c>, <c>ImageNet</c>, <c>iTransformer</c>), or letters
    /// with a digit (<c>GPT-4o</c>, <c>text8</c>), but not a number with a unit or a count (<c>10x</c>, <c>3-layer</c>,
    /// <c>2nd</c>).</summary>
    public static bool IsName(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || char.IsDigit(word[0]) && !HoldsTwoCapitals(word)) return false;
        bool partBegins = true, hasUpper = false, hasLetter = false, hasDigit = false;
        foreach (char c in word)
        {
            if (c is '$' or '\\') return false;
            if (char.IsUpper(c))
            {
                if (!partBegins) return true;
                hasUpper = hasLetter = true;
                partBegins = false;
            }
            else if (char.IsLetter(c))
            {
                hasLetter = true;
                partBegins = false;
            }
            else if (char.IsDigit(c))
            {
                hasDigit = true;
            }
            else
            {
                partBegins = c is '-' or '/' or '\u2010' or '\u2011' or '.';
            }
        }

        return hasDigit && hasLetter && word.Length > 2 && (hasUpper || word.IndexOfAny('-', '^') < 0);
    }

    public static bool IsCapitalized(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[0]);

    private static bool HoldsTwoCapitals(ReadOnlySpan<char> word)
    {
        int capitals = 0;
        foreach (char c in word)
        {
            if (char.IsUpper(c)) capitals++;
        }

        return capitals >= 2;
    }
}
