using System.Diagnostics;

namespace Papergraph.Extraction;

/// <summary>Finds the words that a short form stands for at the end of a text: the cheapest way to find each letter and digit of the short
/// form, in order, in the words, the first at the beginning of a word.</summary>
/// <remarks>
/// <para>A letter may begin a word (which costs nothing), follow the letter before it, begin a part of a word, stand elsewhere in a word
/// that another letter begins, or in a word that none begins; each costs more than the one before. So do words that are left out, but for
/// function words. Where two ways cost the same, the shorter long form is taken.</para>
/// <para>Takes O(letters × characters searched), by dynamic programming from the end; allocates nothing.</para>
/// </remarks>
internal static class LongFormAligner
{
    /// <summary>Letters and digits of a short form that are considered.</summary>
    public const int MostLetters = 14;

    /// <summary>Characters that are searched: twelve long words.</summary>
    public const int LongestWindow = 300;

    private const int MostUnits = 31;

    private const int Following = 1, BeginsPart = 2, Inner = 8, Headless = 20;
    private const int SkippedPart = 2, SkippedNumber = 1, SkippedWord = 16, TrailingWord = 12, FunctionWordFirst = 14;
    private const int Impossible = 1 << 20;

    /// <summary>The cheapest alignment, or null when there is none.</summary>
    /// <param name="letters">Letters and digits of the short form, at most <see cref="MostLetters"/>.</param>
    /// <param name="words">What is searched, at most <see cref="LongestWindow"/> characters; it ends where the long form ends.</param>
    public static LongFormAlignment? Align(ReadOnlySpan<char> letters, ReadOnlySpan<char> words)
    {
        Debug.Assert(letters.Length <= MostLetters && words.Length <= LongestWindow, "The caller bounds both.");
        if (letters.IsEmpty) return null;
        Span<WordUnit> units = stackalloc WordUnit[MostUnits];
        units = units[..WordUnits.Read(words, units)];
        Span<int> skipped = stackalloc int[MostUnits + 1];
        SumSkipped(words, units, skipped);

        // Of each character: what the rest of the short form costs behind it.
        Span<int> row = stackalloc int[LongestWindow];
        Span<int> next = stackalloc int[LongestWindow];
        FillLast(letters, words, units, next);
        for (int letter = letters.Length - 2; letter >= 0; letter--)
        {
            Fill(letters, letter, words, units, skipped, next, row);
            Span<int> filled = row;
            row = next;
            next = filled;
        }

        return Best(letters.Length, words, units, next);
    }

    // What leaving out all units before each one costs.
    private static void SumSkipped(ReadOnlySpan<char> words, ReadOnlySpan<WordUnit> units, Span<int> sums)
    {
        sums[0] = 0;
        for (int u = 0; u < units.Length; u++)
        {
            int price = units[u].IsFunctionWord ? 0
                : !char.IsLetter(words[units[u].Start]) ? SkippedNumber
                : units[u].IsBound ? SkippedPart : SkippedWord;
            sums[u + 1] = sums[u] + price;
        }
    }

    private static void FillLast(ReadOnlySpan<char> letters, ReadOnlySpan<char> words, ReadOnlySpan<WordUnit> units, Span<int> row)
    {
        int trailing = 0;
        for (int u = units.Length - 1; u >= 0; u--)
        {
            for (int at = units[u].Start; at < units[u].End; at++)
                row[at] = Stands(letters, letters.Length - 1, words, units[u], at) ? trailing : Impossible;
            trailing += units[u].IsBound ? SkippedPart : TrailingWord;
        }
    }

    private static void Fill(
        ReadOnlySpan<char> letters, int letter, ReadOnlySpan<char> words, ReadOnlySpan<WordUnit> units, ReadOnlySpan<int> skipped,
        ReadOnlySpan<int> next, Span<int> row)
    {
        int later = Impossible; // the cheapest place of the next letter in a unit behind, with all that is left out before that unit
        for (int u = units.Length - 1; u >= 0; u--)
        {
            WordUnit unit = units[u];
            int price = later - skipped[u + 1]; // the cheapest place of the next letter behind this one, but for the one directly behind
            for (int at = unit.End - 1; at >= unit.Start; at--)
            {
                int follower = Impossible;
                if (at + 1 < unit.End)
                {
                    bool beginsPart = IsPartBeginning(words, at + 1);
                    follower = next[at + 1] + (beginsPart ? BeginsPart : Following);
                    row[at] = Math.Min(price, follower);
                    price = Math.Min(price, next[at + 1] + (beginsPart ? BeginsPart : Inner));
                }
                else
                {
                    row[at] = price;
                }

                if (!Stands(letters, letter, words, unit, at)) row[at] = Impossible;
            }

            for (int at = unit.Start; at < unit.End; at++)
            {
                int entry = at == unit.Start ? 0 : IsPartBeginning(words, at) ? BeginsPart : Headless;
                later = Math.Min(later, next[at] + entry + skipped[u]);
            }
        }
    }

    private static LongFormAlignment? Best(int letters, ReadOnlySpan<char> words, ReadOnlySpan<WordUnit> units, ReadOnlySpan<int> first)
    {
        int best = Impossible / 2, start = -1;
        for (int u = units.Length - 1; u >= 0; u--)
        {
            bool isFunctionWord = units[u].IsFunctionWord && char.IsLower(words[units[u].Start]);
            int cost = first[units[u].Start] + (isFunctionWord ? FunctionWordFirst : 0);
            if (cost >= best) continue;
            best = cost;
            start = units[u].Start;
        }

        return start < 0 ? null : new LongFormAlignment(LongForm.Begin(words, start), letters, best);
    }

    private static bool Stands(ReadOnlySpan<char> letters, int letter, ReadOnlySpan<char> words, WordUnit unit, int at)
    {
        char wanted = letters[letter];
        if (IsSame(words[at], wanted)) return true;
        if (at != unit.Start) return false;

        // `A2B` for a long form like `adaptive aligned baseline`.
        bool isRepeated = wanted == '2' && letter > 0 && IsSame(words[at], letters[letter - 1]);
        return isRepeated || SymbolWords.StandsFor(wanted, words[unit.Start..unit.End]);
    }

    // `DeepNet`, `layer2`: a capital behind a small letter, a digit behind a letter or the reverse.
    private static bool IsPartBeginning(ReadOnlySpan<char> words, int at)
    {
        char before = words[at - 1], c = words[at];
        return (char.IsUpper(c) && char.IsLower(before)) || char.IsDigit(c) != char.IsDigit(before);
    }

    private static bool IsSame(char a, char b) => a == b || char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
