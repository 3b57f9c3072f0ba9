namespace Papergraph.Extraction;

/// <summary>The regular forms of an English verb.</summary>
internal static class VerbForms
{
    public static string ThirdPerson(string verb) =>
        verb.EndsWith('y') && !IsVowel(verb[^2]) ? verb[..^1] + "ies"
        : verb[^1] is 's' or 'x' or 'z' || verb[^2..] is "ch" or "sh" ? verb + "es"
        : verb + "s";

    /// <summary>Past participle and present participle; both spellings where the last consonant may be doubled.</summary>
    public static IEnumerable<(string Past, string Present)> Participles(string verb)
    {
        if (verb.EndsWith("ee", StringComparison.Ordinal)) yield return (verb + "d", verb + "ing");
        else if (verb.EndsWith("ie", StringComparison.Ordinal)) yield return (verb + "d", verb[..^2] + "ying");
        else if (verb.EndsWith('e')) yield return (verb + "d", verb[..^1] + "ing");
        else if (verb.EndsWith('y') && !IsVowel(verb[^2])) yield return (verb[..^1] + "ied", verb + "ing");
        else
        {
            yield return (verb + "ed", verb + "ing");
            bool mayDouble = verb.Length > 2 && !IsVowel(verb[^3]) && IsVowel(verb[^2]) && !IsVowel(verb[^1])
                && verb[^1] is not ('w' or 'x' or 'y');
            if (mayDouble) yield return (verb + verb[^1] + "ed", verb + verb[^1] + "ing");
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
