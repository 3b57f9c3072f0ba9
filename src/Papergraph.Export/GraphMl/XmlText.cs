using System.Buffers;
using Papergraph.Core;

namespace Papergraph.Export;

/// <summary>Text in elements and attributes of XML 1.0. Characters that XML cannot hold become U+FFFD.</summary>
internal static class XmlText
{
    // Controls other than tab and line feed, what markup begins with, and 0xEF, which begins U+FFFE and U+FFFF. Tab and line feed are
    // escaped too: attributes would turn them into spaces.
    private static readonly SearchValues<byte> Suspicious =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (byte)c), .. "<>&\""u8, 0xEF]);

    public static void Write(BufferedOutput output, ReadOnlySpan<byte> text)
    {
        while (true)
        {
            int at = text.IndexOfAny(Suspicious);
            if (at < 0) break;
            output.Write(text[..at]);
            bool isNoCharacter = text[at] == 0xEF && text.Length - at >= 3 && text[at + 1] == 0xBF && text[at + 2] is 0xBE or 0xBF;
            output.Write(text[at] switch
            {
                (byte)'<' => "&lt;"u8,
                (byte)'>' => "&gt;"u8,
                (byte)'&' => "&amp;"u8,
                (byte)'"' => "&quot;"u8,
                (byte)'\t' => "&#9;"u8,
                (byte)'\n' => "&#10;"u8,
                (byte)'\r' => "&#13;"u8,
                0xEF when !isNoCharacter => [0xEF],
                _ => "\uFFFD"u8,
            });
            text = text[(at + (isNoCharacter ? 3 : 1))..];
        }

        output.Write(text);
    }
}
