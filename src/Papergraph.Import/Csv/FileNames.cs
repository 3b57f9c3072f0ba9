using System.Text.RegularExpressions;

namespace Papergraph.Import.Csv;

/// <summary>The files that a name stands for: the file of this name, or those of the folder whose names match it as a regular expression
/// (Neo4j operations manual 5, “Using regular expressions for specifying multiple input files”).</summary>
internal static class FileNames
{
    /// <summary>The files, in the order of their names where numbers in them count as numbers.</summary>
    /// <exception cref="Core.PapergraphException">There is none.</exception>
    public static IReadOnlyList<string> Resolve(string name)
    {
        if (File.Exists(name)) return [name];
        // The folder ends at the last separator: a backslash is one only where a folder is meant, not in an expression.
        int separator = name.LastIndexOf('/');
        string folder = separator < 0 ? "." : name[..(separator + 1)];
        string pattern = name[(separator + 1)..];
        try
        {
            // Without backtracking no expression takes longer than its length times the name's.
            Regex expression = new($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            string[] found = Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder).Where(path => expression.IsMatch(Path.GetFileName(path)))]
                : [];
            if (found.Length == 0) throw ImportErrors.NoSuchFile(name);
            Array.Sort(found, Compare);
            return [.. found.Select(path => separator < 0 ? Path.GetFileName(path) : path)];
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw ImportErrors.NoSuchFile(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ImportErrors.CannotRead(folder, CsvFile.OneLine(e));
        }
    }

    /// <summary>Ordinal, but runs of digits by their values: <c>part-2</c> before <c>part-10</c>.</summary>
    internal static int Compare(string a, string b)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                ReadOnlySpan<char> x = Digits(a, ref i), y = Digits(b, ref j);
                int byValue = x.Length != y.Length ? x.Length.CompareTo(y.Length) : x.SequenceCompareTo(y);
                if (byValue != 0) return byValue;
            }
            else if (a[i] != b[j])
            {
                return a[i].CompareTo(b[j]);
            }
            else
            {
                i++;
                j++;
            }
        }

        int byLength = (a.Length - i).CompareTo(b.Length - j);
        return byLength != 0 ? byLength : string.CompareOrdinal(a, b);
    }

    /// <summary>The run of digits that begins here, without zeros in front.</summary>
    private static ReadOnlySpan<char> Digits(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text.AsSpan(start, at - start).TrimStart('0');
    }
}
