using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>Values of properties as JSON.</summary>
/// <remarks>A double always has a point or an exponent and so differs from a whole number; one that is not finite is the string
/// <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>. Dates and times are strings in ISO 8601, times in UTC.</remarks>
internal static class JsonValues
{
    // Quotes and control characters are escaped, everything else is itself: the files are read by programs, not embedded in HTML.
    public static Utf8JsonWriter Writer(IBufferWriter<byte> output) =>
        new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The bytes of the value of a row that is not null.</summary>
    public static ReadOnlySpan<byte> ToUtf8(Column column, long row)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = Writer(bytes)) Write(json, column, row);
        return bytes.WrittenSpan;
    }

    /// <summary>Writes the value of a row that is not null.</summary>
    public static void Write(Utf8JsonWriter json, Column column, long row)
    {
        switch (column)
        {
            case StringColumn texts:
                json.WriteStringValue(texts.Utf8(row));
                break;
            case Int64Column numbers:
                json.WriteNumberValue(numbers[row]!.Value);
                break;
            case DoubleColumn numbers:
                Write(json, numbers[row]!.Value);
                break;
            case BooleanColumn truths:
                json.WriteBooleanValue(truths[row]!.Value);
                break;
            case DateColumn or DateTimeColumn:
                Span<byte> text = stackalloc byte[ScalarText.Longest];
                json.WriteStringValue(text[..ScalarText.Format(column, row, text)]);
                break;
            default:
                WriteList(json, column, row);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, Column column, long row)
    {
        json.WriteStartArray();
        switch (column)
        {
            case StringListColumn lists:
                foreach (string item in lists[row]!) json.WriteStringValue(item);
                break;
            case Int64ListColumn lists:
                foreach (long item in lists[row]!) json.WriteNumberValue(item);
                break;
            case DoubleListColumn lists:
                foreach (double item in lists[row]!) Write(json, item);
                break;
            case BooleanListColumn lists:
                foreach (bool item in lists[row]!) json.WriteBooleanValue(item);
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, double value)
    {
        Span<byte> text = stackalloc byte[ScalarText.Longest];
        ReadOnlySpan<byte> form = text[..ScalarText.Format(value, text)];
        if (double.IsFinite(value)) json.WriteRawValue(form, skipInputValidation: true);
        else json.WriteStringValue(form);
    }
}
