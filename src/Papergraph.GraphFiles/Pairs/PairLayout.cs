using System.Buffers;
using System.Text;
using Papergraph.Core;

namespace Papergraph.GraphFiles.Pairs;

/// <summary>Where in the lines of a file its edges stand.</summary>
/// <param name="Separator">A tab, a comma, a semicolon, or a blank for any number of blanks and tabs.</param>
/// <param name="Source">The column of sources, from 0 on.</param>
/// <param name="Target">The column of targets.</param>
/// <param name="Weight">The column of weights, or −1.</param>
/// <param name="HasHeader">Whether the first line that is no comment names the columns.</param>
/// <param name="IsDirected">What a comment says, or null.</param>
internal sealed record PairLayout(byte Separator, int Source, int Target, int Weight, bool HasHeader, bool? IsDirected)
{
    private static readonly SearchValues<byte> DigitsAndBlanks = SearchValues.Create(" \t0123456789"u8);
    private static readonly string[] Sources = ["source", "src", "from", "fromnodeid", "start", "tail", "citing", "node1", "u", "id1", "i"];
    private static readonly string[] Targets = ["target", "dst", "to", "tonodeid", "end", "head", "cited", "node2", "v", "id2", "j"];

    /// <summary>The layout by the first lines of a file.</summary>
    /// <exception cref="PapergraphException">The weight that is asked for is no column.</exception>
    internal static PairLayout Of(string path, ReadOnlySpan<byte> head, string? weight)
    {
        (string[]? first, string[]? second, byte separator, bool? isDirected) = FirstLines(head);
        if (first is null) return new(separator, 0, 1, -1, HasHeader: false, isDirected);
        int source = Array.FindIndex(first, name => Sources.Contains(Plain(name)));
        int target = Array.FindIndex(first, name => Targets.Contains(Plain(name)));
        bool isNamed = source >= 0 && target >= 0;
        bool hasHeader = isNamed || (first.Length >= 2 && second?.Length >= 2 && !first.Take(2).Any(IsNumber) && second.Take(2).All(IsNumber));
        if (!isNamed) (source, target) = (0, 1);
        int column = hasHeader ? Array.FindIndex(first, name => name.Equals(weight ?? "weight", StringComparison.OrdinalIgnoreCase)) : -1;
        if (column < 0 && weight is { Length: > 0 })
        {
            // Three columns without names can only be two ends and a weight.
            bool isThird = weight == "weight" && !hasHeader && first.Length == 3;
            column = isThird ? 2 : int.TryParse(weight, out int number) ? number - 1 : -1;
            if (column < 0 || column >= first.Length || column == source || column == target) throw GraphFileErrors.NoSuchWeight(path, weight);
        }

        return new(separator, source, target, column, hasHeader, isDirected);
    }

    /// <summary>Whether lines are nodes with their neighbours: whole numbers between blanks, three different counts of them or more, none of
    /// which is that of three quarters of the lines.</summary>
    internal static bool IsAdjacencyList(ReadOnlySpan<byte> head)
    {
        int lines = 0;
        Dictionary<int, int> counts = [];
        foreach (Range range in head.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = head[range].Trim(" \t\r"u8);
            if (line.IsEmpty || IsComment(line)) continue;
            if (line.ContainsAnyExcept(DigitsAndBlanks)) return false;
            LineFields fields = new(line, (byte)' ', default);
            int count = 0;
            while (fields.TryNext(out _)) count++;
            counts[count] = counts.GetValueOrDefault(count) + 1;
            lines++;
        }

        return counts.Count > 2 && counts.Values.Max() < 0.75 * lines;
    }

    internal static bool IsComment(ReadOnlySpan<byte> line) => line[0] is (byte)'#' or (byte)'%';

    private static (string[]? First, string[]? Second, byte Separator, bool? IsDirected) FirstLines(ReadOnlySpan<byte> head)
    {
        (string[]? first, byte separator, bool? isDirected) = (null, (byte)' ', null);
        foreach (Range range in head.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = head[range].Trim(" \r"u8);
            if (line.IsEmpty) continue;
            if (IsComment(line))
            {
                // KONECT begins with "% sym", "% asym" or "% bip" and how edges are weighted.
                if (line.StartsWith("% sym "u8)) isDirected = false;
                continue;
            }

            if (first is not null) return (first, Fields(line, separator), separator, isDirected);
            separator = (byte)' ';
            foreach (byte candidate in ";,\t"u8)
                if (line.Contains(candidate)) separator = candidate;
            first = Fields(line, separator);
        }

        return (first, null, separator, isDirected);
    }

    private static string[] Fields(ReadOnlySpan<byte> line, byte separator)
    {
        LineFields fields = new(line, separator, new byte[line.Length]);
        List<string> found = [];
        while (fields.TryNext(out ReadOnlySpan<byte> field)) found.Add(Encoding.UTF8.GetString(field));
        return [.. found];
    }

    private static bool IsNumber(string field) => field.Length > 0 && field.All(char.IsAsciiDigit);

    private static string Plain(string name) =>
        string.Concat(name.Where(c => c is not ('_' or ' ' or '-' or ':'))).ToLowerInvariant();
}
