using System.Text.Json;

namespace Papergraph.ChatExtraction;

/// <summary>Writes a request of the chat completions API (https://platform.openai.com/docs/api-reference/chat/create), as much of it as
/// other servers have as well.</summary>
internal static class RequestBody
{
    public static byte[] Write(RequestForm form, string model, int mostAnswerTokens, string question)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteStartArray("messages");
            WriteMessage(json, "system", Prompt.Instructions);
            WriteMessage(json, "user", question);
            json.WriteEndArray();
            json.WriteNumber(form.CountsCompletionTokens ? "max_completion_tokens" : "max_tokens", mostAnswerTokens);
            if (form.HasTemperature) json.WriteNumber("temperature", Prompt.Temperature);
            if (form.HasSeed) json.WriteNumber("seed", Prompt.Seed);
            WriteResponseFormat(json, form);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, string role, string content)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", content);
        json.WriteEndObject();
    }

    private static void WriteResponseFormat(Utf8JsonWriter json, RequestForm form)
    {
        json.WriteStartObject("response_format");
        json.WriteString("type", form.HasSchema ? "json_schema" : "json_object");
        if (form.HasSchema)
        {
            json.WriteStartObject("json_schema");
            json.WriteString("name", "paper");
            json.WriteBoolean("strict", true);
            json.WritePropertyName("schema");
            json.WriteRawValue(Prompt.Schema);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
