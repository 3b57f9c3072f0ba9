using System.Collections.Frozen;

namespace Papergraph.Extraction;

/// <summary>The words of <c>results.txt</c>.</summary>
internal static class ResultWords
{
    private static readonly FrozenDictionary<string, ResultCues>.AlternateLookup<ReadOnlySpan<char>> Words =
        WordList.Read("results.txt").Where(word => word.Section != nameof(ResultCues.Unit))
            .GroupBy(word => word.Word, word => Enum.Parse<ResultCues>(word.Section), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(word => word.Key, word => word.Aggregate((all, next) => all | next), StringComparer.OrdinalIgnoreCase)
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
}
