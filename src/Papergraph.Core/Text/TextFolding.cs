using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Papergraph.Core;

/// <summary>Reduces a text to a form in which spellings of one thing are equal: for keys and lookups, never for display.</summary>
/// <remarks><para>The result is lower case; accents are gone (Unicode NFKD without combining marks, UAX #15); letters that do not
/// decompose are spelled out (<c>ß</c> → <c>ss</c>, <c>ø</c> → <c>o</c>); Greek letters too (<c>β</c> → <c>beta</c>); whatever is neither
/// letter nor digit becomes one space between words; invisible format characters vanish. Folding the result again changes
/// nothing.</para>
/// <para>The table is the project's own resource, and no Unicode library of the machine is asked. Characters outside the table take their
/// category and lower case from the runtime's data, which are the same on every machine but may grow with a version of the runtime:
/// keys written on one machine are found on every other with the same version.</para></remarks>
public static class TextFolding
{
    /// <summary>The most UTF-16 code units that one character becomes.</summary>
    public const int MostLetters = 8;

    /// <summary>What <see cref="FoldCharacter"/> returns for a character that is part of no word.</summary>
    public const int Separates = -1;

    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly Lazy<FrozenDictionary<int, string>> Table = new(ReadTable);

    /// <summary>The folded words, joined by single spaces; empty when the text holds no letter or digit.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyExcept(WordCharacters) < 0) return text.ToString();
        StringBuilder folded = new(text.Length);
        Span<char> letters = stackalloc char[MostLetters];
        bool gap = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int count = FoldCharacter(rune, letters);
            if (count == Separates) gap = folded.Length > 0;
            if (count <= 0) continue;
            if (gap) folded.Append(' ');
            gap = false;
            folded.Append(letters[..count]);
        }

        return folded.ToString();
    }

    /// <summary>Folds one character, for those who need to know what each word was made of.</summary>
    /// <param name="rune">The character.</param>
    /// <param name="letters">Receives what it becomes; room for <see cref="MostLetters"/> UTF-16 code units.</param>
    /// <returns>Number of code units written; 0 when the character vanishes; <see cref="Separates"/> when it ends a word.</returns>
    public static int FoldCharacter(Rune rune, Span<char> letters)
    {
        if (rune.IsAscii)
        {
            if (!Rune.IsLetterOrDigit(rune)) return Separates;
            letters[0] = char.ToLowerInvariant((char)rune.Value);
            return 1;
        }

        if (IsInvisible(rune)) return 0;
        if (Table.Value.TryGetValue(rune.Value, out string? known))
        {
            known.CopyTo(letters);
            return known.Length;
        }

        return Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).EncodeToUtf16(letters) : Separates;
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.Format;

    private static FrozenDictionary<int, string> ReadTable()
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("Papergraph.Core.Text.folding-table.txt")!;
        using StreamReader lines = new(resource, Encoding.UTF8);
        Dictionary<int, string> table = [];
        while (lines.ReadLine() is { } line)
        {
            Rune rune = Rune.GetRuneAt(line, 0);
            table.Add(rune.Value, line[(rune.Utf16SequenceLength + 1)..]);
        }

        return table.ToFrozenDictionary();
    }
}
