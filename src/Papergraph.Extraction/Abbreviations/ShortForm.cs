namespace Papergraph.Extraction;

/// <summary>What may be the short form of a pair.</summary>
internal static class ShortForm
{
    /// <summary>Characters of a short form: names of several parts with a number are no longer.</summary>
    public const int Longest = 16;

    /// <summary>A letter or digit first (or a bracket, as in <c>[Na+]i</c>), a letter somewhere, at most two words, of which the first
    /// holds a capital, 2 to 16 characters, and one if it is a capital; and none of the signs of a formula, so that <c>(P=0.03)</c> is
    /// none.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> text)
    {
        if (text.Length is < 1 or > Longest || !(char.IsLetterOrDigit(text[0]) || text[0] == '[')) return false;
        if (text is "e.g." or "i.e." or "ii" or "iii" or "II" or "III" or "IV" or "vs.") return false;
        int letters = 0, words = 1;
        foreach (char c in text)
        {
            if (char.IsLetter(c)) letters++;
            else if (char.IsWhiteSpace(c)) words++;
            else if (c is '=' or '<' or '>' or ':' or '%') return false;
        }

        if (words == 2 && (char.IsDigit(text[0]) || !HoldsCapital(text))) return false;
        return letters > 0 && words <= 2 && (text.Length > 1 || char.IsUpper(text[0]));
    }

    /// <summary>Writes its letters and digits, without a plural <c>s</c> behind a capital.</summary>
    /// <returns>How many there are, or 0 when there is no room for all.</returns>
    public static int ReadLetters(ReadOnlySpan<char> text, Span<char> letters)
    {
        if (IsPlural(text)) text = text[..^1];
        int count = 0;
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            if (count == letters.Length) return 0;
            letters[count++] = c;
        }

        return count;
    }

    /// <summary>Whether it ends in a plural <c>s</c> behind a capital: <c>CNNs</c>.</summary>
    public static bool IsPlural(ReadOnlySpan<char> text) => text.Length > 2 && text[^1] == 's' && char.IsUpper(text[^2]);

    /// <summary>Whether any letter is a small one.</summary>
    public static bool HoldsSmallLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLower(c)) return true;
        }

        return false;
    }

    /// <summary>Whether any letter is a capital.</summary>
    public static bool HoldsCapital(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsUpper(c)) return true;
        }

        return false;
    }
}
