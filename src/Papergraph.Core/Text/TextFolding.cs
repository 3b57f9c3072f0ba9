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

    // Longer texts are folded in a buffer of the pool.
    private const int LongestOnStack = 256;

    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly Lazy<FrozenDictionary<int, string>> Table = new(ReadTable);

    /// <summary>The folded words, joined by single spaces; empty when the text holds no letter or digit.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyExcept(WordCharacters) < 0) return text.ToString();
        if (Ascii.IsValid(text)) return FoldAscii(text);
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

    /// <summary>Folds a text that is ASCII throughout, byte by byte: what <see cref="Fold"/> gives for it, faster.</summary>
    /// <param name="text">The text as UTF-8.</param>
    /// <param name="folded">Where the result goes; at least as long as the text.</param>
    /// <param name="length">Bytes of the result.</param>
    /// <returns>False when the text has other characters; what was written is then worth nothing.</returns>
    public static bool TryFoldAscii(ReadOnlySpan<byte> text, Span<byte> folded, out int length)
    {
        length = 0;
        if (!Ascii.IsValid(text)) return false;
        bool gap = false;
        foreach (byte character in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)character))
            {
                gap = length > 0;
                continue;
            }

            if (gap) folded[length++] = (byte)' ';
            gap = false;
            folded[length++] = char.IsAsciiLetterUpper((char)character) ? (byte)(character | 0x20) : character;
        }

        return true;
    }

    private static string FoldAscii(ReadOnlySpan<char> text)
    {
        char[]? pooled = text.Length > LongestOnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        Span<char> folded = pooled ?? stackalloc char[LongestOnStack];
        int length = 0;
        bool gap = false;
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                gap = length > 0;
                continue;
            }

            if (gap) folded[length++] = ' ';
            gap = false;
            folded[length++] = (char)(character | 0x20);   // makes capitals small and leaves digits as they are
        }

        string result = folded[..length].ToString();
        if (pooled is not null) ArrayPool<char>.Shared.Return(pooled);
        return result;
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
