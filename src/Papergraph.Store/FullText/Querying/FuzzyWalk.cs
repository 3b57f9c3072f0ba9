using System.Text;

namespace Papergraph.Store;

/// <summary>Finds the terms that are a few edits away from a word.</summary>
/// <remarks>The sorted terms are walked like a trie: the rows of the table of edit distances of a prefix are computed once for all
/// terms that begin with it, and when no cell of a row is within the distance, all of those are passed over at once. An edit is an
/// insertion, a deletion, a replacement, or a swap of neighbours of which neither is edited again (optimal string alignment).</remarks>
internal static class FuzzyWalk
{
    public static void Find(ITermList terms, string word, int distance, Action<byte[], int> found)
    {
        Rune[] wanted = [.. word.EnumerateRunes()];
        List<int[]> rows = [[.. Enumerable.Range(0, wanted.Length + 1)]];      // row d: distances of the first d characters of the term
        List<(Rune Rune, int End)> path = [];                                   // those characters, and the bytes up to their end
        byte[] previous = [];
        for (int number = 0; number < terms.TermCount;)
        {
            ReadOnlySpan<byte> term = terms.Term(number);
            int shared = term.CommonPrefixLength(previous), depth = path.Count;
            while (depth > 0 && path[depth - 1].End > shared) depth--;
            path.RemoveRange(depth, path.Count - depth);
            int at = depth > 0 ? path[^1].End : 0;
            bool near = true;
            while (near && at < term.Length)
            {
                Rune.DecodeFromUtf8(term[at..], out Rune rune, out int bytes);
                at += bytes;
                path.Add((rune, at));
                near = Extend(rows, path, wanted) <= distance;
            }

            previous = term[..at].ToArray();
            if (!near)
            {
                number = PassOver(terms, previous, number);
                continue;
            }

            if (rows[path.Count][^1] is int edits && edits <= distance) found(previous, edits);
            number++;
        }
    }

    /// <summary>Computes the row of the character added last.</summary>
    /// <returns>Its least distance: no continuation of the term can have less.</returns>
    private static int Extend(List<int[]> rows, List<(Rune Rune, int End)> path, Rune[] wanted)
    {
        int depth = path.Count;
        if (rows.Count == depth) rows.Add(new int[wanted.Length + 1]);
        int[] row = rows[depth], above = rows[depth - 1];
        row[0] = depth;
        int least = depth;
        for (int i = 1; i < row.Length; i++)
        {
            row[i] = Math.Min(Math.Min(above[i], row[i - 1]) + 1, above[i - 1] + (path[^1].Rune == wanted[i - 1] ? 0 : 1));
            if (depth > 1 && i > 1 && path[^1].Rune == wanted[i - 2] && path[^2].Rune == wanted[i - 1])
                row[i] = Math.Min(row[i], rows[depth - 2][i - 2] + 1);
            least = Math.Min(least, row[i]);
        }

        return least;
    }

    /// <summary>The number of the first term after this one that does not begin with the prefix.</summary>
    private static int PassOver(ITermList terms, byte[] prefix, int number)
    {
        byte[] beyond = [.. prefix];
        beyond[^1]++;                               // no byte of UTF-8 is 255
        return terms.LowerBound(beyond, number + 1);
    }
}
