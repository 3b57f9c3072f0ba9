using System.Text.Json;

namespace Papergraph.ChatExtraction;

/// <summary>What an endpoint says of a failure, as the end of one of our sentences.</summary>
internal static class ErrorText
{
    private const int Longest = 300;

    /// <summary>The message within the JSON of an error, else the text as it is: one line, at most 300 characters, with a full stop.</summary>
    public static string Of(string body)
    {
        string text = string.Join(' ', (Message(body) ?? body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text = string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        if (text.Length > Longest) text = text[..Longest] + "…";
        if (text.Length == 0) return "it does not say why.";
        return text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";
    }

    private static string? Message(string body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("error", out JsonElement error)) return null;
            if (error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out JsonElement message)) error = message;
            return error.ValueKind == JsonValueKind.String ? error.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;        // no JSON, or an escape that is half of a surrogate pair
        }
    }
}
