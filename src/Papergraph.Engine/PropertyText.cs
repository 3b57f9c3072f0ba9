using System.Collections;
using System.Globalization;

namespace Papergraph.Engine;

/// <summary>Writes a property value as a user would: lists with semicolons, dates in ISO 8601, numbers without a culture.</summary>
public static class PropertyText
{
    /// <summary>The value as one line of text.</summary>
    public static string Of(object value) => value switch
    {
        string text => text,
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IEnumerable items => string.Join("; ", items.Cast<object>().Select(Of)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
