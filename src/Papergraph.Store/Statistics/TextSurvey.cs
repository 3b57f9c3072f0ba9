using System.Text;

namespace Papergraph.Store;

/// <summary>Surveys texts.</summary>
internal static class TextSurvey
{
    /// <summary>Bytes of a least or greatest text that are kept.</summary>
    public const int BoundBytes = 64;

    /// <param name="values">The values of a column, or the elements of its lists.</param>
    /// <param name="column">The column, when a value may belong to a null row.</param>
    public static ColumnSurvey Of(StringVector values, Column? column) =>
        values.Codes is { } codes ? OfDictionary(values, codes, column) : OfPlain(values, column);

    private static ColumnSurvey OfDictionary(StringVector values, PackedIntegers codes, Column? column)
    {
        int[] lengths = new int[values.Texts.Count];
        for (int code = 0; code < lengths.Length; code++) lengths[code] = values.Texts[code].Length;
        (long count, long bytes) = (0, 0);
        IntegerZoneBounds zones = IntegerSurvey.BoundsOf(codes, column, code =>
        {
            count++;
            bytes += (ulong)code < (ulong)lengths.Length ? lengths[code] : throw codes.Fault($"code {code} of {lengths.Length}");
        });
        return count == 0
            ? new(0, 0, true, null, null)
            : new(count, lengths.Length, true, BoundOf(values.Texts[0]), BoundOf(values.Texts[lengths.Length - 1]), bytes, zones);
    }

    private static ColumnSurvey OfPlain(StringVector values, Column? column)
    {
        DistinctCounter distinct = new();
        (long count, long bytes) = (0, 0);
        ReadOnlySpan<byte> least = default, greatest = default;
        for (long row = 0; row < values.Count; row++)
        {
            if (column is not null && column.IsNull(row)) continue;
            ReadOnlySpan<byte> text = values.Utf8(row);
            count++;
            bytes += text.Length;
            distinct.Add(text);
            if (count == 1 || text.SequenceCompareTo(least) < 0) least = text;
            if (count == 1 || text.SequenceCompareTo(greatest) > 0) greatest = text;
        }

        return count == 0
            ? new(0, 0, true, null, null)
            : new(count, distinct.Count, distinct.IsExact, BoundOf(least), BoundOf(greatest), bytes);
    }

    private static string BoundOf(ReadOnlySpan<byte> text)
    {
        if (text.Length <= BoundBytes) return Encoding.UTF8.GetString(text);
        int end = BoundBytes;
        while (end > 0 && (text[end] & 0xC0) == 0x80) end--;   // not between the bytes of a character
        return Encoding.UTF8.GetString(text[..end]);
    }
}
