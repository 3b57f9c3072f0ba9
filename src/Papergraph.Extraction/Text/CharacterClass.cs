using System.Globalization;
using System.Text;

namespace Papergraph.Extraction;

/// <summary>What a character does to the token that it stands in.</summary>
internal enum CharacterClass : byte
{
    Space,
    Letter,
    Digit,

    /// <summary>Combines with what stands before it, so no token may begin with it when something does.</summary>
    Mark,

    /// <summary>Joins the character before it to the one after it: an emoji of several parts is one symbol.</summary>
    Joiner,
    Symbol,
}

/// <summary>Reads one character, which may be a surrogate pair, and says what it is.</summary>
internal static class Characters
{
    private const char ZeroWidthJoiner = '\u200D';

    private static readonly CharacterClass[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ClassOf(new Rune(c)))];

    /// <summary>The class of the character at <paramref name="at"/>; a lone surrogate is a symbol one code unit long.</summary>
    public static CharacterClass Read(ReadOnlySpan<char> text, int at, out int length)
    {
        char unit = text[at];
        if (unit < 128)
        {
            length = 1;
            return Ascii[unit];
        }

        if (Rune.DecodeFromUtf16(text[at..], out Rune rune, out length) != System.Buffers.OperationStatus.Done)
        {
            length = 1;
            return CharacterClass.Symbol;
        }

        return ClassOf(rune);
    }

    private static CharacterClass ClassOf(Rune rune)
    {
        if (rune.Value == ZeroWidthJoiner) return CharacterClass.Joiner;
        if (Rune.IsWhiteSpace(rune)) return CharacterClass.Space;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => CharacterClass.Letter,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber => CharacterClass.Digit,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol when rune.Value > 127 => CharacterClass.Mark,
            _ => CharacterClass.Symbol,
        };
    }
}
