using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Papergraph.ChatExtraction;

/// <summary>What models are asked, version by version: the instructions, the schema of the answer and the parameters.</summary>
internal static class Prompt
{
    /// <summary>Changes with every change of words that is meant to change answers.</summary>
    public const string Version = "1";

    /// <summary>The likeliest word each time, and the same seed, as far as an endpoint honours them.</summary>
    public const int Temperature = 0, Seed = 0;

    /// <summary>What the model is told to do.</summary>
    public static string Instructions { get; } = Resource("instructions.txt");

    /// <summary>JSON schema of the answer, in the subset that strict endpoints take: every member required, none other allowed.</summary>
    public static string Schema { get; } = Resource("schema.json");

    /// <summary>SHA-256 of all that decides an answer besides model and text.</summary>
    public static string Hash(int mostAnswerTokens) => Hashed(json =>
    {
        json.WriteStringValue(Instructions);
        json.WriteStringValue(Schema);
        json.WriteStringValue(Question("", ""));
        json.WriteNumberValue(Temperature);
        json.WriteNumberValue(Seed);
        json.WriteNumberValue(mostAnswerTokens);
    });

    /// <summary>SHA-256 of a question to a model with these settings: the name of its answer, whichever endpoint gives it.</summary>
    public static string Key(string model, int mostAnswerTokens, string question) => Hashed(json =>
    {
        json.WriteStringValue(model);
        json.WriteStringValue(Hash(mostAnswerTokens));
        json.WriteStringValue(question);
    });

    /// <summary>How a paper is shown to the model.</summary>
    public static string Question(string title, string @abstract) => $"TITLE\n{title}\n\nABSTRACT\n{@abstract}";

    private static string Hashed(Action<Utf8JsonWriter> values)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartArray();
            values(json);
            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(Prompt).Assembly.GetManifestResourceStream($"Papergraph.ChatExtraction.Prompts.v{Version}.{name}")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
