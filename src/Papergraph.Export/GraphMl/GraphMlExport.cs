using System.Text;
using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>GraphML (http://graphml.graphdrawing.org/) with typed keys, and labels and types as Neo4j's APOC writes them: node
/// <c>labels=":Paper:Placeholder"</c>, edge <c>label="CITES"</c>, each also as <c>data</c>.</summary>
internal sealed class GraphMlExport : IGraphExport
{
    public string Name => "graphml";

    public string Description => "XML for Gephi, yEd, Cytoscape, NetworkX, igraph and Neo4j's APOC";

    public bool IsFolder => false;

    public bool HasEvidenceOption => false;

    public void Write(
        GraphReader graph, ExportTarget target, ExportOptions options, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        using BufferedOutput output = new(target.OpenFile());
        ExportProgress done = new(graph, progress, cancellation);
        IReadOnlyList<GraphMlKey> keys = GraphMlKey.Of(graph);
        WriteHead(output, keys);
        foreach (NodeTable table in graph.NodeTables) WriteNodes(output, table, keys, done);
        long edge = 0;
        foreach (EdgeTable table in graph.EdgeTables) WriteEdges(output, table, keys, done, ref edge);
        output.Write("</graph>\n</graphml>\n"u8);
        output.Flush();
        done.Report();
    }

    private static void WriteHead(BufferedOutput output, IReadOnlyList<GraphMlKey> keys)
    {
        output.Write("""
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
            <key id="labels" for="node" attr.name="labels" attr.type="string"/>
            <key id="label" for="edge" attr.name="label" attr.type="string"/>

            """u8);
        foreach (GraphMlKey key in keys)
        {
            output.Write(Encoding.UTF8.GetBytes($"<key id=\"{key.Id}\" for=\"{(key.OfEdges ? "edge" : "node")}\" attr.name=\""));
            XmlText.Write(output, Encoding.UTF8.GetBytes(key.Name));
            output.Write(Encoding.UTF8.GetBytes($"\" {key.TypeAttributes()}/>\n"));
        }

        output.Write("<graph id=\"G\" edgedefault=\"directed\">\n"u8);
    }

    private static void WriteNodes(BufferedOutput output, NodeTable table, IReadOnlyList<GraphMlKey> keys, ExportProgress done)
    {
        byte[] labels = Encoding.UTF8.GetBytes(string.Concat(table.Labels.Select(l => ":" + l)));
        byte[][] ids = GraphMlKey.IdsOf(keys, table);
        foreach (long row in table.LiveRows)
        {
            done.Step();
            output.Write("<node id=\"n"u8);
            WriteNumber(output, table.NodeAt(row));
            output.Write("\" labels=\""u8);
            XmlText.Write(output, labels);
            output.Write("\"><data key=\"labels\">"u8);
            XmlText.Write(output, labels);
            output.Write("</data>"u8);
            WriteProperties(output, table, ids, row);
            output.Write("</node>\n"u8);
        }
    }

    private static void WriteEdges(
        BufferedOutput output, EdgeTable table, IReadOnlyList<GraphMlKey> keys, ExportProgress done, ref long edge)
    {
        byte[] type = Encoding.UTF8.GetBytes(table.Type);
        byte[][] ids = GraphMlKey.IdsOf(keys, table);
        for (int source = table.Outgoing.FirstNode; source < table.Outgoing.FirstNode + table.Outgoing.NodeCount; source++)
        {
            ReadOnlySpan<int> targets = table.Outgoing.Neighbours(source);
            EdgePositions positions = table.Outgoing.Positions(source);
            for (int i = 0; i < targets.Length; i++)
            {
                done.Step();
                output.Write("<edge id=\"e"u8);
                WriteNumber(output, edge++);
                output.Write("\" source=\"n"u8);
                WriteNumber(output, source);
                output.Write("\" target=\"n"u8);
                WriteNumber(output, targets[i]);
                output.Write("\" label=\""u8);
                XmlText.Write(output, type);
                output.Write("\"><data key=\"label\">"u8);
                XmlText.Write(output, type);
                output.Write("</data>"u8);
                WriteProperties(output, table, ids, positions[i]);
                output.Write("</edge>\n"u8);
            }
        }
    }

    private static void WriteProperties(BufferedOutput output, Table table, byte[][] ids, long row)
    {
        for (int c = 0; c < ids.Length; c++)
        {
            Column column = table.Columns[c];
            if (column.IsNull(row)) continue;
            output.Write("<data key=\""u8);
            output.Write(ids[c]);
            output.Write("\">"u8);
            WriteValue(output, column, row);
            output.Write("</data>"u8);
        }
    }

    private static void WriteValue(BufferedOutput output, Column column, long row)
    {
        switch (column)
        {
            case StringColumn texts:
                XmlText.Write(output, texts.Utf8(row));
                break;
            case StringListColumn or Int64ListColumn or DoubleListColumn or BooleanListColumn:
                XmlText.Write(output, JsonValues.ToUtf8(column, row));
                break;
            default:
                Span<byte> text = stackalloc byte[ScalarText.Longest];
                output.Write(text[..ScalarText.Format(column, row, text)]);
                break;
        }
    }

    private static void WriteNumber(BufferedOutput output, long value) =>
        output.Advance(ScalarText.Format(value, output.GetSpan(ScalarText.Longest)));
}
