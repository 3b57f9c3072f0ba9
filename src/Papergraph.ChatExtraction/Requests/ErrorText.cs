using System.Text.Json;

namespace Papergraph.ChatExtraction;

/// <summary>What an endpoint says of a failure, as the end of one of our sentences.</summary>
internal static class ErrorText
{
    private const int Longest = 300;

    /// <summary>The message within the JSON of an error, else the text as it is: one line of at most 300 characters and a full
    /// stop.</summary>
    public static string Of(string body)
    {
        string visible = string.Concat((Message(body) ?? body).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
        string text = string.Join(' ', visible.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > Longest) text = text[..Longest] + "…";
        if (text.Length == 0) return "it does not say why.";
        return text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";
    }

    private static string? Message(string body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            JsonElement root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("error", out JsonElement error)) return null;
            if (error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out JsonElement message)) error = message;
            return error.ValueKind == JsonValueKind.String ? error.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;        // no JSON, or an escape that is half of a surrogate pair
        }
    }
}
