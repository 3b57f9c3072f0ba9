using System.Text.Json;
using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>JSON lines in the shape of Neo4j's APOC: an object a node, then an object an edge (<c>relationship</c>); <c>id</c> is the
/// number of the node or edge, <c>start</c> and <c>end</c> of an edge give number and labels of its nodes.</summary>
internal sealed class JsonlExport : IGraphExport
{
    public string Name => "jsonl";

    public string Description => "JSON, a node or edge a line, as apoc.import.json reads it";

    public bool IsFolder => false;

    public bool HasEvidenceOption => false;

    public void Write(
        GraphReader graph, ExportTarget target, ExportOptions options, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        using BufferedOutput output = new(target.OpenFile());
        using Utf8JsonWriter json = JsonValues.Writer(output);
        ExportProgress done = new(graph, progress, cancellation);
        foreach (NodeTable table in graph.NodeTables)
            foreach (long row in table.LiveRows)
            {
                done.Step();
                BeginObject(json, "node"u8, table.NodeAt(row));
                WriteLabels(json, table);
                EndObject(json, output, table, row);
            }

        long edge = 0;
        foreach (EdgeTable table in graph.EdgeTables)
            for (int source = table.Outgoing.FirstNode; source < table.Outgoing.FirstNode + table.Outgoing.NodeCount; source++)
            {
                ReadOnlySpan<int> targets = table.Outgoing.Neighbours(source);
                EdgePositions positions = table.Outgoing.Positions(source);
                for (int i = 0; i < targets.Length; i++)
                {
                    done.Step();
                    BeginObject(json, "relationship"u8, edge++);
                    json.WriteString("label"u8, table.Type);
                    WriteEnd(json, graph, "start"u8, source);
                    WriteEnd(json, graph, "end"u8, targets[i]);
                    EndObject(json, output, table, positions[i]);
                }
            }

        output.Flush();
        done.Report();
    }

    private static void BeginObject(Utf8JsonWriter json, ReadOnlySpan<byte> type, long id)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        WriteId(json, id);
    }

    // A string, since that is what APOC takes.
    private static void WriteId(Utf8JsonWriter json, long id)
    {
        Span<byte> text = stackalloc byte[ScalarText.Longest];
        json.WriteString("id"u8, text[..ScalarText.Format(id, text)]);
    }

    private static void WriteLabels(Utf8JsonWriter json, NodeTable table)
    {
        json.WriteStartArray("labels"u8);
        foreach (string label in table.Labels) json.WriteStringValue(label);
        json.WriteEndArray();
    }

    private static void WriteEnd(Utf8JsonWriter json, GraphReader graph, ReadOnlySpan<byte> name, int node)
    {
        json.WriteStartObject(name);
        WriteId(json, node);
        WriteLabels(json, graph.TableOf(node));
        json.WriteEndObject();
    }

    private static void EndObject(Utf8JsonWriter json, BufferedOutput output, Table table, long row)
    {
        json.WriteStartObject("properties"u8);
        foreach (Column column in table.Columns)
        {
            if (column.IsNull(row)) continue;
            json.WritePropertyName(column.Name);
            JsonValues.Write(json, column, row);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        output.Write((byte)'\n');
    }
}
