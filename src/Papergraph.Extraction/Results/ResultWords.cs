using System.Collections.Frozen;

namespace Papergraph.Extraction;

/// <summary>The words of <c>results.txt</c>.</summary>
internal static class ResultWords
{
    private static readonly FrozenDictionary<string, ResultCues>.AlternateLookup<ReadOnlySpan<char>> Words =
        Read(word => word.Section != nameof(ResultCues.Unit), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units =
        WordList.Read("results.txt").Where(word => word.Section == nameof(ResultCues.Unit)).Select(word => word.Word)
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the token says of a number beside it.</summary>
    public static ResultCues Of(ReadOnlySpan<char> token)
    {
        Words.TryGetValue(token, out ResultCues cues);
        return cues;
    }

    /// <summary>The unit in its usual form, or null; <c>percent</c> is <c>%</c>. The case counts.</summary>
    public static string? Unit(ReadOnlySpan<char> written) =>
        !Units.TryGetValue(written, out string? unit) ? null : unit == "percent" ? "%" : unit;

    private static FrozenDictionary<string, ResultCues> Read(Func<(string Section, string Word), bool> isWanted, StringComparer comparer) =>
        WordList.Read("results.txt").Where(isWanted)
            .GroupBy(entry => entry.Word, entry => Enum.Parse<ResultCues>(entry.Section), comparer)
            .ToFrozenDictionary(group => group.Key, group => group.Aggregate((all, next) => all | next), comparer);
}
