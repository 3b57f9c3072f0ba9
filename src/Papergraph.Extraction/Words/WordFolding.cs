using System.Buffers;
using System.Text;

namespace Papergraph.Extraction;

/// <summary>The form under which a word is counted and looked up: lower case, each digit a <c>0</c>, one kind of hyphen and
/// apostrophe.</summary>
/// <remarks>Unlike <see cref="Core.TextFolding"/> it keeps signs and accents, so that <c>c++</c> stays apart from <c>c</c> and a comma has
/// a form as well.</remarks>
internal static class WordFolding
{
    /// <summary>Bytes of the longest word that has a form; addresses and formulas are longer and rare.</summary>
    public const int LongestWord = 64;

    private static readonly byte[] Ascii = [.. Enumerable.Range(0, 128).Select(c =>
        (byte)(char.IsAsciiDigit((char)c) ? '0' : char.ToLowerInvariant((char)c)))];

    /// <summary>Writes the form of a word as UTF-8.</summary>
    /// <param name="word">Any text.</param>
    /// <param name="form">Receives it; room for <see cref="LongestWord"/> bytes.</param>
    /// <returns>Its bytes; 0 when the word has no form: it is empty, too long, or holds half a surrogate pair.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<byte> form)
    {
        if (word.Length > LongestWord) return 0;
        int length = 0;
        for (int at = 0; at < word.Length;)
        {
            char unit = word[at];
            if (unit < 128)
            {
                if (length == LongestWord) return 0;
                form[length++] = Ascii[unit];
                at++;
                continue;
            }

            if (Rune.DecodeFromUtf16(word[at..], out Rune rune, out int units) != OperationStatus.Done) return 0;
            Rune folded = FoldRune(rune);
            if (length + folded.Utf8SequenceLength > LongestWord) return 0;
            length += folded.EncodeToUtf8(form[length..LongestWord]);
            at += units;
        }

        return length;
    }

    private static Rune FoldRune(Rune rune) => rune.Value switch
    {
        0x2010 or 0x2011 => new Rune('-'),
        0x2019 => new Rune('\''),
        _ => Rune.IsDigit(rune) ? new Rune('0') : Rune.ToLowerInvariant(rune),
    };
}
