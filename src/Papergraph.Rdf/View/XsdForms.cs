using System.Globalization;

namespace Papergraph.Rdf;

/// <summary>Canonical lexical forms of XML Schema 1.1 datatypes (https://www.w3.org/TR/xmlschema11-2/).</summary>
internal static class XsdForms
{
    /// <summary>Bytes that no double is longer than: sign, 17 digits, point, <c>E</c>, sign, three digits.</summary>
    public const int LongestDouble = 32;

    /// <summary>§E.2 doubleCanonicalMap, with the fewest digits that read back as the same number: <c>8.7E-1</c>, <c>1.0E0</c>,
    /// <c>INF</c>, <c>NaN</c>. Returns the length.</summary>
    public static int Double(double value, Span<byte> text)
    {
        if (!double.IsFinite(value))
        {
            ReadOnlySpan<byte> name = double.IsNaN(value) ? "NaN"u8 : value > 0 ? "INF"u8 : "-INF"u8;
            name.CopyTo(text);
            return name.Length;
        }

        // The shortest digits in .NET come in several layouts (0.87, 1E+20, 12345); this takes digits and exponent out of them.
        Span<byte> shortest = stackalloc byte[LongestDouble];
        _ = value.TryFormat(shortest, out int length, "R", CultureInfo.InvariantCulture);
        Span<byte> digits = stackalloc byte[LongestDouble];
        int count = 0, exponent = 0, pointAt = -1, at = 0;
        int written = 0;
        if (shortest[0] == '-') text[written++] = shortest[at++];
        for (; at < length && shortest[at] != 'E'; at++)
        {
            if (shortest[at] == '.') pointAt = count;
            else digits[count++] = shortest[at];
        }

        if (at < length) exponent = int.Parse(shortest[(at + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        exponent += (pointAt < 0 ? count : pointAt) - 1;
        int first = digits[..count].IndexOfAnyExcept((byte)'0');
        if (first < 0) (first, exponent) = (0, 0);
        else exponent -= first;
        int last = Math.Max(digits[..count].LastIndexOfAnyExcept((byte)'0'), first);

        text[written++] = digits[first];
        text[written++] = (byte)'.';
        if (last == first) text[written++] = (byte)'0';
        digits[(first + 1)..(last + 1)].CopyTo(text[written..]);
        written += last - first;
        text[written++] = (byte)'E';
        _ = exponent.TryFormat(text[written..], out int exponentLength, default, CultureInfo.InvariantCulture);
        return written + exponentLength;
    }

    /// <summary>§E.3.6: UTC with <c>Z</c>, no fraction of zero and no zeros at its end.</summary>
    public static string DateTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + "Z";
}
