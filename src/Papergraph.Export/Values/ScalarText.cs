using System.Diagnostics;
using System.Globalization;
using System.Text;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>Numbers, truth values, dates and times as text.</summary>
internal static class ScalarText
{
    /// <summary>Bytes that none of them is longer than.</summary>
    public const int Longest = 40;

    /// <summary>Formats the value of a row that is not null, of a column that holds neither text nor lists. Returns the length.</summary>
    public static int Format(Column column, long row, Span<byte> text) => column switch
    {
        Int64Column numbers => Format(numbers[row]!.Value, text),
        DoubleColumn numbers => Format(numbers[row]!.Value, text),
        BooleanColumn truths => Format(truths[row]!.Value, text),
        DateColumn dates => Ascii(dates[row]!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text),
        DateTimeColumn times => Ascii(
            times[row]!.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + "Z", text),
        _ => throw new UnreachableException(),
    };

    public static int Format(long value, Span<byte> text)
    {
        _ = value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        return length;
    }

    public static int Format(bool value, Span<byte> text) => Ascii(value ? "true" : "false", text);

    /// <summary>The fewest digits that read back as the same number, always with a point or an exponent; <c>NaN</c>, <c>Infinity</c>,
    /// <c>-Infinity</c>, as Java and Python read them.</summary>
    public static int Format(double value, Span<byte> text)
    {
        _ = value.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
        if (!double.IsFinite(value) || text[..length].ContainsAny((byte)'.', (byte)'E')) return length;
        ".0"u8.CopyTo(text[length..]);
        return length + 2;
    }

    private static int Ascii(string value, Span<byte> text) => Encoding.ASCII.GetBytes(value, text);
}
