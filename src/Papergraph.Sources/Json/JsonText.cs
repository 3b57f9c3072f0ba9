using System.Text;
using System.Text.Json;

namespace Papergraph.Sources.Json;

/// <summary>Texts of JSON values.</summary>
internal static class JsonText
{
    /// <summary>A value as one text: a string's own text, a number or truth value as written, anything else as JSON without white space;
    /// null for null.</summary>
    internal static string? Flat(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object or JsonValueKind.Array => Compact(value.GetRawText()),
        _ => value.GetRawText(),
    };

    private static string Compact(string json)
    {
        StringBuilder compact = new(json.Length);
        bool isQuoted = false;
        for (int i = 0; i < json.Length; i++)
        {
            char c = json[i];
            if (c == '"') isQuoted = !isQuoted;
            if (isQuoted || !char.IsWhiteSpace(c)) compact.Append(c);
            if (isQuoted && c == '\\') compact.Append(json[++i]);
        }

        return compact.ToString();
    }
}
