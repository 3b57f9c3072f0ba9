using System.Text.Json;

namespace Papergraph.TestKit;

/// <summary>What a <see cref="ChatServer"/> sends back.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
public sealed record ChatReply(int Status, string Body)
{
    /// <summary>How the connection ends.</summary>
    public enum End
    {
        /// <summary>After the whole answer.</summary>
        Whole,

        /// <summary>In the middle of the body.</summary>
        CutOff,

        /// <summary>With a reset, without an answer.</summary>
        Reset,

        /// <summary>Never.</summary>
        Silence,
    }

    public End Ending { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>A completion in which the model says something.</summary>
    public static ChatReply Saying(string content, string finish = "stop", int input = 100, int output = 50) =>
        new(200, $$$"""
            {"id":"x","object":"chat.completion",
            "choices":[{"index":0,"finish_reason":{{{Quoted(finish)}}},"message":{"role":"assistant","content":{{{Quoted(content)}}}}}],
            "usage":{"prompt_tokens":{{{input}}},"completion_tokens":{{{output}}},"total_tokens":{{{input + output}}}}}
            """);

    /// <summary>An error as OpenAI writes it.</summary>
    public static ChatReply Error(int status, string message) =>
        new(status, $$$"""{"error":{"message":{{{Quoted(message)}}},"type":"some_error"}}""");

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
