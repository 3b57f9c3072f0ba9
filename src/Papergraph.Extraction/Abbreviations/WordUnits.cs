using System.Collections.Frozen;

namespace Papergraph.Extraction;

/// <summary>A run of letters and digits of a long form: a word, or a part of a hyphenated one.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="IsBound">Whether a hyphen or an apostrophe binds it to what stands before.</param>
/// <param name="IsFunctionWord">Whether it is a word like <c>of</c>, which abbreviations leave out.</param>
internal readonly record struct WordUnit(int Start, int End, bool IsBound, bool IsFunctionWord);

/// <summary>Cuts words into the runs that letters of a short form may begin.</summary>
internal static class WordUnits
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionWords = FrozenSet.ToFrozenSet(
        ["of", "the", "and", "for", "in", "on", "to", "a", "an", "with", "by", "from", "via", "as", "at", "or", "using", "plus", "into",
         "through", "de", "du", "des", "la", "le", "der", "von"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes the runs in order and returns how many there are. Where there are more than <paramref name="units"/> has room
    /// for, the last ones are kept.</summary>
    public static int Read(ReadOnlySpan<char> words, Span<WordUnit> units)
    {
        int free = units.Length, end = words.Length;
        while (free > 0)
        {
            while (end > 0 && !char.IsLetterOrDigit(words[end - 1])) end--;
            if (end == 0) break;
            int start = end;
            while (start > 0 && char.IsLetterOrDigit(words[start - 1])) start--;
            units[--free] = new WordUnit(start, end, IsBound(words, start), IsFunctionWord(words[start..end]));
            end = start;
        }

        int count = units.Length - free;
        units[free..].CopyTo(units);
        return count;
    }

    /// <summary>Whether abbreviations leave the word out.</summary>
    public static bool IsFunctionWord(ReadOnlySpan<char> word) => FunctionWords.Contains(word);

    private static bool IsBound(ReadOnlySpan<char> words, int start) => start > 1
        && words[start - 1] is '-' or '\u2010' or '\u2011' or '\u2013' or '\'' or '\u2019' && !char.IsWhiteSpace(words[start - 2]);
}
