using System.Text;
using Papergraph.Core;

namespace Papergraph.Linking;

/// <summary>A person's name in two folded parts: <c>Lovelace, Ada</c>, <c>Ada Lovelace</c> → <c>ada</c> + <c>lovelace</c>.</summary>
/// <param name="Given">Folded given names; may be empty.</param>
/// <param name="Family">Folded family name, particles included where the source marks them by a comma.</param>
internal sealed record PersonName(string Given, string Family)
{
    private static readonly HashSet<string> Suffixes = new(StringComparer.Ordinal) { "jr", "sr", "ii", "iii", "iv", "phd", "md" };

    /// <summary>Given and family name in this order: what equal names of one person have in common.</summary>
    public string Full => Given.Length == 0 ? Family : Given + " " + Family;

    /// <summary>Whether a given name is written out, so that the name tells people apart better than initials do. A name of one word in a
    /// script without letter case holds both names.</summary>
    public bool IsSpelledOut => Given.Length == 0
        ? Family.Length > 1 && Rune.GetUnicodeCategory(Rune.GetRuneAt(Family, 0)) == System.Globalization.UnicodeCategory.OtherLetter
        : Given.Split(' ').Any(word => word.Length > 1);

    /// <summary>Reads a name with the family name last or before a comma; null when it holds no letter or digit.</summary>
    public static PersonName? Parse(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        string[] parts = [.. name.Split(',').Where(p => !Suffixes.Contains(TextFolding.Fold(p)))];
        if (parts.Length > 1) return Of(given: string.Join(' ', parts.Skip(1)), family: parts[0]);

        List<string> words = [.. (parts.Length == 1 ? parts[0] : name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        while (words.Count > 2 && Suffixes.Contains(TextFolding.Fold(words[^1]))) words.RemoveAt(words.Count - 1);

        // "Lovelace A." has the initial last.
        if (words.Count > 1 && IsInitial(words[^1]) && !IsInitial(words[0]))
            return Of(given: words[^1], family: string.Join(' ', words.SkipLast(1)));
        return words.Count == 0 ? null : Of(given: string.Join(' ', words.SkipLast(1)), family: words[^1]);
    }

    /// <summary>What first authors are compared by: the last word of the family name and the initial.</summary>
    public PersonKey Key() => new(
        Family[(Family.LastIndexOf(' ') + 1)..],
        Given.Length == 0 ? "" : Rune.GetRuneAt(Given, 0).ToString());

    private static PersonName? Of(string given, string family)
    {
        (string foldedGiven, string foldedFamily) = (TextFolding.Fold(given), TextFolding.Fold(family));
        return foldedFamily.Length > 0 ? new PersonName(foldedGiven, foldedFamily)
            : foldedGiven.Length > 0 ? new PersonName("", foldedGiven)
            : null;
    }

    private static bool IsInitial(string word)
    {
        string letters = word.Replace(".", "", StringComparison.Ordinal);
        return letters.Length == 1 || (letters.Length is 2 or 3 && word.Contains('.', StringComparison.Ordinal));
    }
}

/// <summary>A person as a reference names them at least: family name and initial.</summary>
/// <param name="Family">Last word of the folded family name.</param>
/// <param name="Initial">First letter of the folded given name; empty when unknown.</param>
internal readonly record struct PersonKey(string Family, string Initial) : IComparable<PersonKey>
{
    /// <summary>Whether both can be one person: same family name, and no two different initials.</summary>
    public bool IsCompatible(PersonKey other) =>
        Family == other.Family && (Initial.Length == 0 || other.Initial.Length == 0 || Initial == other.Initial);

    public int CompareTo(PersonKey other)
    {
        int byFamily = string.CompareOrdinal(Family, other.Family);
        return byFamily != 0 ? byFamily : string.CompareOrdinal(Initial, other.Initial);
    }

    public override string ToString() => Family + " " + Initial;
}
