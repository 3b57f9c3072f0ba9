using System.Buffers;

namespace Papergraph.Extraction;

/// <summary>Recognises an address at a place of a text and finds its end.</summary>
/// <remarks>Addresses: <c>http://…</c>, <c>https://…</c>, <c>www.…</c>, and a host of code repositories followed by a path
/// (<c>github.com/…</c>). The end is that of the longest run of characters of RFC 3986 §2 and of letters of any script, less what
/// belongs to the sentence: trailing punctuation, and a closing bracket that was not opened within the address.</remarks>
internal static class AddressScanner
{
    private static readonly SearchValues<char> NeverInside = SearchValues.Create(" \t\r\n\f\v\u00A0<>\"`{}|\\^");

    public static bool TryRead(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        int prefix = PrefixLength(text[start..]);
        if (prefix == 0 || start + prefix >= text.Length || !char.IsLetterOrDigit(text[start + prefix])) return false;

        // An address is a few hundred characters; the bound keeps a text that is one long run of prefixes linear.
        ReadOnlySpan<char> ahead = text.Slice(start, Math.Min(text.Length - start, 2048));
        int length = ahead.IndexOfAny(NeverInside);
        if (length < 0) length = ahead.Length;
        for (int i = prefix; i < length; i++)
        {
            if (!char.IsWhiteSpace(ahead[i]) && !char.IsControl(ahead[i]) && !char.IsSurrogate(ahead[i])) continue;
            length = i;
            break;
        }

        length = WithoutSentencePunctuation(ahead[..length], prefix);
        end = start + length;
        return length > prefix;
    }

    private static int PrefixLength(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case 'h' or 'H':
                if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return 8;
                if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) return 7;
                break;
            case 'w' or 'W':
                if (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return 4;
                break;
        }

        return CodeHosts.PrefixLength(text);
    }

    private static int WithoutSentencePunctuation(ReadOnlySpan<char> address, int prefix)
    {
        int open = 0, close = 0;
        foreach (char c in address)
        {
            if (c is '(' or '[') open++;
            else if (c is ')' or ']') close++;
        }

        int length = address.Length;
        for (; length > prefix; length--)
        {
            char last = address[length - 1];
            if (last is ')' or ']')
            {
                if (close <= open) break;
                close--;
            }
            else if (last is '(' or '[')
            {
                open--;
            }
            else if (last is not ('.' or ',' or ';' or ':' or '!' or '?' or '\'' or '\u2019' or '\u201D' or '\u00BB' or '*' or '_' or '$'))
            {
                break;
            }
        }

        return length;
    }
}
