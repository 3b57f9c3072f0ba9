using System.Text.Json;
using Papergraph.Corpus;

namespace Papergraph.ChatExtraction;

/// <summary>Reads the JSON that a model wrote. Nothing in it is believed yet: a member that is missing or of another kind is empty, and
/// what comes of it is dropped where the text is looked at.</summary>
internal static class AnswerParser
{
    private const int DeepestNesting = 16, MostItems = 500, LongestText = 1_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestNesting };

    /// <summary>The answer, or null when there is no JSON object with a list of entities.</summary>
    /// <param name="content">What the model wrote. Around the outermost braces anything may stand: models fence their JSON or think aloud
    /// before it.</param>
    public static PaperAnswer? Parse(string content)
    {
        int open = content.IndexOf('{'), close = content.LastIndexOf('}');
        if (open < 0 || close < open) return null;
        try
        {
            using JsonDocument json = JsonDocument.Parse(content.AsMemory(open, close + 1 - open), Strict);
            return IsRecord(json.RootElement) ? Read(json.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;        // malformed, too deep, or an escape that is half of a surrogate pair
        }
    }

    private static bool IsRecord(JsonElement root) =>
        root.TryGetProperty("entities", out JsonElement entities) && entities.ValueKind == JsonValueKind.Array;

    private static PaperAnswer Read(JsonElement root) => new(
        [.. Items(root, "entities").Select(entity => new AnsweredEntity(
            Text(entity, "type"), [.. Items(entity, "surfaces").Select(Text)], Text(entity, "role"), Probability(entity, "confidence")))],
        [.. Items(root, "relations").Select(r => new AnnotatedRelation(Text(r, "head"), Text(r, "relation"), Text(r, "tail")))],
        [.. Items(root, "abbreviations").Select(pair => new AbbreviationPair(Text(pair, "short"), Text(pair, "long")))],
        [.. Items(root, "results").Select(r => new AnsweredResult(
            Text(r, "metric"), Text(r, "value"), Text(r, "unit"), Text(r, "dataset"), Text(r, "method")))]);

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().Take(MostItems) : [];

    private static string Text(JsonElement element, string name) => Member(element, name) is { } value ? Text(value) : "";

    private static string Text(JsonElement value)
    {
        string text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),     // a value of a result that was not quoted
            _ => "",
        };
        return text.Length <= LongestText ? text : "";
    }

    private static double? Probability(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out double number)
            && number is >= 0 and <= 1 ? number : null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;
}
