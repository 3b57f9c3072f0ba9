using System.Text;

namespace Papergraph.Sources.Text;

/// <summary>What every format does to the texts that it takes over.</summary>
internal static class TextCleaning
{
    /// <summary>A text of one line: every run of white space becomes one space, none at the ends; other control characters vanish;
    /// half a surrogate pair becomes U+FFFD. Null when nothing is left.</summary>
    internal static string? Line(string? text)
    {
        if (text is null) return null;
        if (IsCleanLine(text)) return text;
        StringBuilder line = new(text.Length);
        bool gap = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                gap = line.Length > 0;
                continue;
            }

            if (char.IsControl(c)) continue;
            if (gap) line.Append(' ');
            gap = false;
            i += AppendWhole(line, text, i);
        }

        return line.Length == 0 ? null : line.ToString();
    }

    /// <summary>A text of several lines: CR LF and CR become LF, white space at the ends goes, C0 control characters but LF and tab
    /// vanish, half a surrogate pair becomes U+FFFD; all else stays as written, since extraction counts positions in it. Null when
    /// nothing is left.</summary>
    internal static string? Prose(string? text)
    {
        if (text is null) return null;
        string trimmed = text.Trim();
        if (trimmed.Length == 0) return null;
        if (IsCleanProse(trimmed)) return trimmed;
        StringBuilder prose = new(trimmed.Length);
        for (int i = 0; i < trimmed.Length; i++)
        {
            char c = trimmed[i];
            if (c == '\r' && (i + 1 == trimmed.Length || trimmed[i + 1] != '\n')) prose.Append('\n');
            else if (!IsDropped(c)) i += AppendWhole(prose, trimmed, i);
        }

        // Trimmed again: what stood between the ends and a dropped character may be white space.
        string cleaned = prose.ToString().Trim();
        return cleaned.Length == 0 ? null : cleaned;
    }

    /// <summary>The first <paramref name="most"/> UTF-16 code units, one fewer where that would halve a surrogate pair.</summary>
    internal static string Clip(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Appends the character at <paramref name="i"/>, both halves of a pair or U+FFFD for one alone.</summary>
    /// <returns>How many code units more than one were taken.</returns>
    private static int AppendWhole(StringBuilder to, string text, int i)
    {
        if (!char.IsSurrogate(text[i]))
        {
            to.Append(text[i]);
            return 0;
        }

        if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
        {
            to.Append(text, i, 2);
            return 1;
        }

        to.Append('\uFFFD');
        return 0;
    }

    private static bool IsCleanLine(string text)
    {
        if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ') return false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is > ' ' and < '\u007f') continue;
            if (c == ' ' ? text[i - 1] == ' ' : char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c)) return false;
        }

        return true;
    }

    private static bool IsCleanProse(string text)
    {
        foreach (char c in text)
            if (c == '\r' || IsDropped(c) || char.IsSurrogate(c)) return false;
        return true;
    }

    private static bool IsDropped(char c) => c < ' ' && c is not ('\n' or '\t');
}
