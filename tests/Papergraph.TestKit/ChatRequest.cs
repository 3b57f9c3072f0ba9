using System.Text.Json;

namespace Papergraph.TestKit;

/// <summary>A request that a <see cref="ChatServer"/> got.</summary>
/// <param name="Line">The first line: method, path, version.</param>
/// <param name="Headers">By name, in any case.</param>
/// <param name="Body">The JSON.</param>
public sealed record ChatRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>What the user says in it.</summary>
    public string Question => Json.GetProperty("messages")[1].GetProperty("content").GetString()!;
}
