namespace Papergraph.Engine.Search;

/// <summary>Finds what a misspelt word may have meant.</summary>
internal static class Spelling
{
    private const int Most = 3, LongestName = 200;

    /// <summary>The known names that are the fewest changes away, at most three, and none when all are too far.</summary>
    internal static IReadOnlyList<string> Nearest(string name, IEnumerable<string> known)
    {
        int allowed = Math.Clamp(name.Length / 3, 1, 3);
        return
        [
            .. known.Where(other => name.Length <= LongestName && Math.Abs(other.Length - name.Length) <= allowed)
                .Select(other => (Name: other, Distance: Distance(other, name)))
                .Where(other => other.Distance <= allowed)
                .OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.Ordinal).Take(Most).Select(other => other.Name),
        ];
    }

    /// <summary>Fewest insertions, deletions, replacements and swaps of neighbours between two texts (optimal string alignment).</summary>
    internal static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
