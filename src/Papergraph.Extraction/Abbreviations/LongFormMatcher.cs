namespace Papergraph.Extraction;

/// <summary>Finds the long form of a short form at the end of a text, or none.</summary>
/// <remarks>The letters and digits may stand in their order, or an index before what it belongs to (<c>Xi</c> for <c>internal X</c>,
/// <c>L2</c> for <c>second language</c>), or the digits may be left out; the cheapest of the three is taken.</remarks>
internal static class LongFormMatcher
{
    // What it costs to take the letters in another order or not all of them.
    private const int Rewriting = 5;

    /// <summary>The long form that ends where <paramref name="words"/> ends, or null when there is none that chance would not
    /// give.</summary>
    /// <param name="shortForm">A plausible short form.</param>
    /// <param name="words">At most <see cref="LongFormAligner.LongestWindow"/> characters.</param>
    public static LongFormMatch? Match(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> words)
    {
        if (Closest(shortForm, words) is not { } found || !LongForm.IsPlausible(shortForm, words[found.Start..])) return null;
        double confidence = PairConfidence.Of(ShortForm.HoldsCapital(shortForm), found.Letters, found.Looseness);

        // A comma makes a list of words, unless the short form names each of them.
        bool isList = found.Looseness > 0 && words[found.Start..].Contains(", ", StringComparison.Ordinal);
        return confidence > 0 && !isList ? new LongFormMatch(found.Start, confidence) : null;
    }

    /// <summary>The alignment with the lowest cost, whether it makes a pair or not, or null when there is none.</summary>
    public static LongFormAlignment? Closest(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> words)
    {
        Span<char> buffer = stackalloc char[2 * LongFormAligner.MostLetters];
        int count = ShortForm.ReadLetters(shortForm, buffer[..LongFormAligner.MostLetters]);
        Span<char> letters = buffer[..count], rewritten = buffer.Slice(LongFormAligner.MostLetters, count);

        // In `[Na+]i` the letter behind the bracket is known to come first.
        bool isBracketed = shortForm[0] == '[' && shortForm[^1] != ']';
        LongFormAlignment? best = isBracketed ? null : Align(letters, words, 0);
        if (best is { Looseness: 0 }) return best;
        int subscript = Subscript(shortForm, letters);
        if (subscript > 0)
        {
            letters[^subscript..].CopyTo(rewritten);
            letters[..^subscript].CopyTo(rewritten[subscript..]);
            best = Cheaper(best, Align(rewritten, words, Rewriting));
        }

        int kept = DropDigits(letters, rewritten);
        return isBracketed || kept == count ? best : Cheaper(best, Align(rewritten[..kept], words, Rewriting));
    }

    private static LongFormAlignment? Cheaper(LongFormAlignment? a, LongFormAlignment? b) => a is null || b?.Cost < a.Value.Cost ? b : a;

    private static LongFormAlignment? Align(ReadOnlySpan<char> letters, ReadOnlySpan<char> words, int extra) =>
        LongFormAligner.Align(letters, words) is { } found ? found with { Cost = found.Cost + extra } : null;

    // How many letters at the end are written as an index of those before them: `Vmax`, `V(T)`, `[Na+]i`, `L2`; 0 when none are.
    private static int Subscript(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> letters)
    {
        int open = shortForm.LastIndexOf('('), close = shortForm.LastIndexOf(']');
        int count = 0;
        if (shortForm[0] == '[' && close > 0)
        {
            count = CountLetters(shortForm[close..]);
        }
        else if (open > 0 && shortForm[^1] == ')')
        {
            count = CountLetters(shortForm[open..]);
        }
        else if (letters.Length == 2 && char.IsDigit(letters[1]) && char.IsLetter(letters[0]))
        {
            count = 1;
        }
        else
        {
            while (count < letters.Length && char.IsLower(letters[^(count + 1)])) count++;
            if (ShortForm.HoldsSmallLetter(letters[..^count])) count = 0;
        }

        return count < letters.Length ? count : 0;
    }

    private static int CountLetters(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c)) count++;
        }

        return count;
    }

    private static int DropDigits(ReadOnlySpan<char> letters, Span<char> kept)
    {
        int count = 0;
        foreach (char letter in letters)
        {
            if (!char.IsDigit(letter)) kept[count++] = letter;
        }

        return count;
    }
}
