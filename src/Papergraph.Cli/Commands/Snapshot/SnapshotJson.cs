using System.Text.Json;
using Papergraph.Cli.Output;
using Papergraph.Store;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary>Snapshots and packs as JSON, the same wherever one is shown.</summary>
internal static class SnapshotJson
{
    internal static void Write(Utf8JsonWriter json, GraphSnapshot snapshot)
    {
        json.WriteStartObject();
        json.WriteString("name", snapshot.Name);
        json.WriteNumber("version", snapshot.Version);
        json.WriteNumber("commits", snapshot.Commits);
        json.WriteString("segment", snapshot.Segment);
        json.WriteNumber("segmentBytes", snapshot.SegmentBytes);
        json.WriteNumber("logBytes", snapshot.LogBytes);
        json.WriteEndObject();
    }

    internal static void WritePack(string file, string id, long? version = null) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("sha256", id);
        json.WriteNumber("bytes", new FileInfo(file).Length);
        if (version is { } number) json.WriteNumber("version", number);
        json.WriteEndObject();
    });
}
