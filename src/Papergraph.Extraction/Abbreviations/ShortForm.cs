namespace Papergraph.Extraction;

/// <summary>What may be the short form of a pair.</summary>
internal static class ShortForm
{
    public const int Longest = 12;

    /// <summary>Schwartz and Hearst's conditions: a letter or digit first, a letter somewhere, at most two words, 2 to 10 characters (here
    /// 12, for names with a number, and one if it is a capital); and none of the signs of a formula, so that <c>(P=0.03)</c> is
    /// none.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> text)
    {
        if (text.Length is < 1 or > Longest || !char.IsLetterOrDigit(text[0])) return false;
        if (text is "e.g." or "i.e." or "ii" or "iii" or "II" or "III" or "IV" or "vs.") return false;
        int letters = 0, words = 1;
        foreach (char c in text)
        {
            if (char.IsLetter(c)) letters++;
            else if (c == ' ') words++;
            else if (c is '=' or '<' or '>' or ':' or '%' or '[' or ']' or '\n') return false;
        }

        return letters > 0 && words <= 2 && (text.Length > 1 || char.IsUpper(text[0]));
    }
}
