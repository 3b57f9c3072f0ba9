namespace Papergraph.Store;

/// <summary>The forms of an English word that differ by the plural only.</summary>
/// <remarks>The rules are those of the S-stemmer: D. Harman, “How effective is suffixing?”, Journal of the American Society for
/// Information Science 42(1), 1991, table 1, https://doi.org/10.1002/(SICI)1097-4571(199101)42:1&lt;7::AID-ASI2&gt;3.0.CO;2-P. The index
/// holds words as they are written, and a query asks for all forms that have one stem: so a quoted word still means itself, and
/// beginnings and misspellings are looked up among true words.</remarks>
internal static class PluralForms
{
    private const int ShortestWord = 3;

    /// <summary>The word without the ending of the plural; the word itself if it has none.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= ShortestWord || word[^1] != 's') return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word[^4] is not ('e' or 'a')) return word[..^3] + "y";
        if (word.EndsWith("es", StringComparison.Ordinal) && word[^3] is not ('a' or 'e' or 'o')) return word[..^1];
        return word[^2] is 'u' or 's' ? word : word[..^1];
    }

    /// <summary>All words that have the same stem as this one, itself first.</summary>
    public static IReadOnlyList<string> Of(string word)
    {
        string stem = Stem(word);
        List<string> forms = [word];
        foreach (string candidate in (string[])[stem, stem + "s", stem.EndsWith('y') ? stem[..^1] + "ies" : stem])
        {
            if (!forms.Contains(candidate) && Stem(candidate) == stem) forms.Add(candidate);
        }

        return forms;
    }
}
