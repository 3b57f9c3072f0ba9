using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>CSV files for <c>neo4j-admin database import full</c> (https://neo4j.com/docs/operations-manual/5/import/), one pair for each
/// set of labels and each edge type, and a script with the command.</summary>
/// <remarks>Ids of the import are node numbers, which are unique across labels; <c>id</c> stays a property.</remarks>
internal sealed class Neo4jAdminExport : IGraphExport
{
    public string Name => "neo4j-admin";

    public string Description => "a folder of CSV files and the command that loads them into Neo4j 5";

    public bool IsFolder => true;

    public bool HasEvidenceOption => false;

    public void Write(
        GraphReader graph, ExportTarget target, ExportOptions options, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        ExportProgress done = new(graph, progress, cancellation);
        char delimiter = ArrayDelimiter.For(graph);
        FileNames names = new();
        List<CsvTable> nodes = [], edges = [];
        foreach (NodeTable table in graph.NodeTables)
        {
            using CsvTable csv = new(target, names.Of("nodes", string.Join('-', table.Labels)), table, ":ID,:LABEL", delimiter);
            WriteNodes(csv, table, done);
            nodes.Add(csv);
        }

        foreach (EdgeTable table in graph.EdgeTables)
        {
            using CsvTable csv = new(target, names.Of("edges", table.Type), table, ":START_ID,:END_ID,:TYPE", delimiter);
            WriteEdges(csv, table, done);
            edges.Add(csv);
        }

        ImportCommand.Write(target, nodes, edges, delimiter, nodes.Concat(edges).Any(t => t.HasLineBreaks));
        done.Report();
    }

    private static void WriteNodes(CsvTable csv, NodeTable table, ExportProgress done)
    {
        foreach (long row in table.LiveRows)
        {
            done.Step();
            csv.Number(table.NodeAt(row));
            csv.Comma();
            csv.Texts(table.Labels);
            csv.EndRow(row);
        }

        csv.Flush();
    }

    private static void WriteEdges(CsvTable csv, EdgeTable table, ExportProgress done)
    {
        for (int source = table.Outgoing.FirstNode; source < table.Outgoing.FirstNode + table.Outgoing.NodeCount; source++)
        {
            ReadOnlySpan<int> targets = table.Outgoing.Neighbours(source);
            EdgePositions positions = table.Outgoing.Positions(source);
            for (int i = 0; i < targets.Length; i++)
            {
                done.Step();
                csv.Number(source);
                csv.Comma();
                csv.Number(targets[i]);
                csv.Comma();
                csv.Text(table.Type);
                csv.EndRow(positions[i]);
            }
        }

        csv.Flush();
    }
}
