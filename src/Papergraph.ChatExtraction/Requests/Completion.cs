using System.Text.Json;

namespace Papergraph.ChatExtraction;

/// <summary>What an endpoint answered.</summary>
/// <param name="Content">What the model wrote; empty when it wrote nothing.</param>
/// <param name="Fault">Why that cannot be used; null when it may be.</param>
/// <param name="InputTokens">Tokens of the request; null when the endpoint does not say.</param>
/// <param name="OutputTokens">Tokens of the answer; null when the endpoint does not say.</param>
internal sealed record Completion(string Content, AnswerFault? Fault, int? InputTokens = null, int? OutputTokens = null)
{
    // Stands in no text of a paper, and is no JSON.
    private const string Unreadable = "\uFFFD";

    /// <summary>Reads an answer of the chat completions API.</summary>
    /// <returns>Null when it is none.</returns>
    public static Completion? Parse(string body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Completion? Read(JsonElement root)
    {
        if (Member(root, "choices") is not { ValueKind: JsonValueKind.Array } choices) return null;
        JsonElement? choice = choices.GetArrayLength() > 0 ? choices[0] : null;
        JsonElement? message = choice is { } first ? Member(first, "message") : null;
        string content = TextOf(message, "content"), finish = TextOf(choice, "finish_reason");
        AnswerFault? fault = finish switch
        {
            "length" => AnswerFault.CutShort,
            "content_filter" => AnswerFault.Refused,
            _ when TextOf(message, "refusal").Length > 0 => AnswerFault.Refused,
            _ when string.IsNullOrWhiteSpace(content) => AnswerFault.Empty,
            _ => null,
        };
        JsonElement? usage = Member(root, "usage");
        return new Completion(content, fault, Tokens(usage, "prompt_tokens"), Tokens(usage, "completion_tokens"));
    }

    private static string TextOf(JsonElement? element, string name)
    {
        if (element is not { } parent || Member(parent, name) is not { ValueKind: JsonValueKind.String } value) return "";
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unreadable;      // an escape that is half of a surrogate pair
        }
    }

    private static int? Tokens(JsonElement? usage, string name) =>
        usage is { } counts && Member(counts, name) is { ValueKind: JsonValueKind.Number } value
            && value.TryGetInt32(out int tokens) && tokens >= 0 ? tokens : null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;
}
