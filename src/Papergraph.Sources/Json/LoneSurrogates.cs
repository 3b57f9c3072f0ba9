using System.Globalization;

namespace Papergraph.Sources.Json;

/// <summary>Escapes such as <c>\ud800</c> without their other half: JSON allows them, UTF-16 does not, and <see cref="System.Text.Json"/>
/// throws where it meets one in a name or a text.</summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Makes each of them the escape of U+FFFD, in place.</summary>
    internal static void Replace(Span<byte> json)
    {
        for (int i = json.IndexOf((byte)'\\'); i >= 0 && i + 1 < json.Length; i = Next(json, i))
        {
            if (!IsSurrogate(json[i..], out bool isHigh)) i += 2;
            else if (isHigh && IsSurrogate(json[(i + EscapeLength)..], out bool isNextHigh) && !isNextHigh) i += 2 * EscapeLength;
            else
            {
                "\\uFFFD"u8.CopyTo(json[i..]);
                i += EscapeLength;
            }
        }
    }

    private static int Next(ReadOnlySpan<byte> json, int from)
    {
        int next = from < json.Length ? json[from..].IndexOf((byte)'\\') : -1;
        return next < 0 ? -1 : from + next;
    }

    private static bool IsSurrogate(ReadOnlySpan<byte> escape, out bool isHigh)
    {
        isHigh = false;
        if (!escape.StartsWith("\\u"u8) || escape.Length < EscapeLength
            || !ushort.TryParse(escape[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)) return false;
        isHigh = char.IsHighSurrogate((char)unit);
        return char.IsSurrogate((char)unit);
    }
}
