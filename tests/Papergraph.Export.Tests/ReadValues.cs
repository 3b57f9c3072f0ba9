using System.Globalization;
using System.Text.Json;

namespace Papergraph.Export.Tests;

/// <summary>Compares values read from files with those of a model.</summary>
internal static class ReadValues
{
    /// <summary>Whether a text is a value: numbers and times as numbers and times, lists as JSON arrays.</summary>
    public static bool IsText(string text, object value) => value switch
    {
        string expected => text == expected,
        long number => long.Parse(text, CultureInfo.InvariantCulture) == number,
        double number => Bits(double.Parse(text, CultureInfo.InvariantCulture)) == Bits(number) && !long.TryParse(text, out _),
        bool truth => text == (truth ? "true" : "false"),
        DateOnly date => text == $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}",
        DateTimeOffset time => text.EndsWith('Z') && DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcTicks == time.UtcTicks,
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    public static bool IsJson(JsonElement json, object value) => value switch
    {
        Array items => json.ValueKind == JsonValueKind.Array
            && json.EnumerateArray().Zip(items.Cast<object>(), IsJson).All(same => same) && json.GetArrayLength() == items.Length,
        long => json.ValueKind == JsonValueKind.Number && IsText(json.GetRawText(), value),
        double number when double.IsFinite(number) => json.ValueKind == JsonValueKind.Number && IsText(json.GetRawText(), value),
        bool => IsText(json.GetRawText(), value),
        _ => json.ValueKind == JsonValueKind.String && IsText(json.GetString()!, value),
    };

    public static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
