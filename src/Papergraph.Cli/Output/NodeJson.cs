using System.Text.Json;
using Papergraph.Engine;

namespace Papergraph.Cli.Output;

/// <summary>A node as JSON, the same wherever one is shown.</summary>
internal static class NodeJson
{
    /// <summary>Writes the properties of a node into an object that is open.</summary>
    internal static void WriteProperties(Utf8JsonWriter json, NodeSummary node)
    {
        json.WriteString("id", node.Id);
        json.WriteString("label", node.Label);
        json.WriteString("name", node.Name);
        if (node.Year is { } year) json.WriteNumber("year", year);
    }

    /// <summary>Writes a node as an object of its own.</summary>
    internal static void Write(Utf8JsonWriter json, string property, NodeSummary node)
    {
        json.WriteStartObject(property);
        WriteProperties(json, node);
        json.WriteEndObject();
    }
}
