namespace Papergraph.Sources.BibTeX;

/// <summary>Lists of names as BibTeX writes them, brought to the form in which they are printed, given name first.</summary>
/// <remarks>A name is <c>First von Last</c>, <c>von Last, First</c> or <c>von Last, Jr, First</c>; names are joined by <c>and</c>;
/// what stands in braces is not taken apart (O. Patashnik, “BibTeXing”, 1988, §4).</remarks>
internal static class PersonNames
{
    /// <summary>The names in order; <paramref name="areMore"/> when the list ends with <c>others</c>.</summary>
    internal static List<string> Read(string list, out bool areMore)
    {
        List<string> names = [];
        areMore = false;
        foreach (string name in SplitAtAnd(list))
        {
            if (name.Equals("others", StringComparison.OrdinalIgnoreCase)) areMore = true;
            else if (name.Length > 0) names.Add(GivenFirst(name));
        }

        return names;
    }

    private static string GivenFirst(string name)
    {
        List<string> parts = SplitAtComma(name);
        string text = parts switch
        {
            [var family, var given] => $"{given} {family}",
            [var family, var junior, ..] => $"{string.Join(' ', parts.Skip(2))} {family} {junior}",
            _ => name,
        };
        return LatexText.Decode(text);
    }

    private static List<string> SplitAtAnd(string list)
    {
        List<string> names = [];
        int start = 0, depth = 0;
        for (int i = 0; i < list.Length; i++)
        {
            if (list[i] == '{') depth++;
            else if (list[i] == '}') depth--;
            else if (depth == 0 && IsAnd(list, i))
            {
                names.Add(list[start..i].Trim());
                start = i + 3;
                i += 2;
            }
        }

        names.Add(list[start..].Trim());
        return names;
    }

    /// <summary>Whether the word <c>and</c> stands at <paramref name="i"/>, between white space.</summary>
    private static bool IsAnd(string list, int i) =>
        i > 0 && char.IsWhiteSpace(list[i - 1]) && i + 3 < list.Length && char.IsWhiteSpace(list[i + 3])
        && list.AsSpan(i, 3).Equals("and", StringComparison.OrdinalIgnoreCase);

    private static List<string> SplitAtComma(string name)
    {
        List<string> parts = [];
        int start = 0, depth = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '{') depth++;
            else if (name[i] == '}') depth--;
            else if (name[i] == ',' && depth == 0)
            {
                parts.Add(name[start..i].Trim());
                start = i + 1;
            }
        }

        parts.Add(name[start..].Trim());
        return parts;
    }
}
