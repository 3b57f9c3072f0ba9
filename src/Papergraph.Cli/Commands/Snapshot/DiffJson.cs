using System.Text.Json;
using Papergraph.Cli.Output;
using Papergraph.Engine;
using Papergraph.Engine.Comparison;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary>A comparison as one JSON document: counts, then all changes.</summary>
internal static class DiffJson
{
    internal static void Write(GraphComparison comparison, NamedState before, NamedState after, int limit) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        WriteState(json, "before", before);
        WriteState(json, "after", after);
        WriteCounts(json, "nodes", comparison.Nodes);
        WriteCounts(json, "edges", comparison.Edges);
        json.WriteStartObject("changes");
        json.WriteStartArray("nodes");
        foreach ((string label, _) in comparison.Nodes)
            foreach (NodeChange change in comparison.NodeChanges(label).Take(limit)) Write(json, change);
        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach ((string type, _) in comparison.Edges)
            foreach (EdgeChange change in comparison.EdgeChanges(type).Take(limit)) Write(json, change);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteState(Utf8JsonWriter json, string property, NamedState state)
    {
        json.WriteStartObject(property);
        json.WriteString("name", state.Name);
        json.WriteNumber("version", state.Reader.Version);
        json.WriteNumber("commits", state.Reader.Commits);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string property, IEnumerable<KeyValuePair<string, ChangeCounts>> counts)
    {
        json.WriteStartObject(property);
        foreach ((string name, ChangeCounts count) in counts)
        {
            json.WriteStartObject(name);
            json.WriteNumber("came", count.Came);
            json.WriteNumber("went", count.Went);
            json.WriteNumber("changed", count.Changed);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NodeChange change)
    {
        json.WriteStartObject();
        json.WriteString("change", KindOf(change.Kind));
        NodeJson.WriteProperties(json, change.Node);
        WriteTexts(json, "labelsBefore", change.LabelsBefore);
        WriteTexts(json, "labelsAfter", change.LabelsAfter);
        WriteProperties(json, change.Properties);
        WriteCause(json, change.Cause);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EdgeChange change)
    {
        json.WriteStartObject();
        json.WriteString("change", KindOf(change.Kind));
        json.WriteString("type", change.Type);
        NodeJson.Write(json, "source", change.Source);
        NodeJson.Write(json, "target", change.Target);
        WriteProperties(json, change.Properties);
        WriteCause(json, change.Cause);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, IEnumerable<PropertyChange> properties)
    {
        json.WriteStartObject("properties");
        foreach (PropertyChange property in properties)
        {
            json.WriteStartObject(property.Name);
            json.WritePropertyName("before");
            WriteValue(json, property.Before);
            json.WritePropertyName("after");
            WriteValue(json, property.After);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteCause(Utf8JsonWriter json, ChangeCause cause)
    {
        json.WriteStartObject("cause");
        json.WriteString("kind", cause.Kind.ToString().ToLowerInvariant());
        json.WriteString("runBefore", cause.RunBefore);
        json.WriteString("runAfter", cause.RunAfter);
        WriteTexts(json, "recordsAdded", cause.Added);
        WriteTexts(json, "recordsRemoved", cause.Removed);
        WriteTexts(json, "recordsKept", cause.Kept);
        WriteTexts(json, "papers", cause.Papers);
        json.WriteBoolean("more", cause.IsCut);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string property, IEnumerable<string> texts)
    {
        json.WriteStartArray(property);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case long number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case Array items:
                json.WriteStartArray();
                foreach (object item in items) WriteValue(json, item);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(PropertyText.Of(value)); break;       // dates, and numbers that JSON has not
        }
    }

    private static string KindOf(ChangeKind kind) => kind.ToString().ToLowerInvariant();
}
