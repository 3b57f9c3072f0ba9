using System.Globalization;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Import.Tests;

/// <summary>Imports texts as files and says what the graph holds, a line a node and a line an edge.</summary>
internal sealed class Imported : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ImportOptions Options { get; init; } = new() { Threads = 2 };

    public ImportReport? Report { get; private set; }

    public string Directory => _folder.File("graph");

    /// <summary>Writes a file and returns its path.</summary>
    public string Add(string name, string text) => Add(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Add(string name, byte[] bytes)
    {
        string path = _folder.File(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Path(string name) => _folder.File(name);

    /// <summary>Imports groups written as on the command line, whose files are those added.</summary>
    public Imported Run(string[] nodes, params string[] relationships)
    {
        Report = GraphImporter.Import(
            Directory, [.. nodes.Select(FileGroup.OfNodes).Select(Located)],
            [.. relationships.Select(FileGroup.OfRelationships).Select(Located)], Options);
        return this;
    }

    /// <summary>The nodes in order: <c>:Label:Label key=value key=[a|b]</c>.</summary>
    public string[] Nodes()
    {
        using GraphReader graph = GraphDirectory.OpenRead(Directory);
        return [.. NodesOf(graph)];
    }

    /// <summary>The edges in order: <c>source-TYPE->target key=value</c>.</summary>
    public string[] Edges()
    {
        using GraphReader graph = GraphDirectory.OpenRead(Directory);
        return [.. EdgesOf(graph)];
    }

    public static IEnumerable<string> NodesOf(GraphReader graph)
    {
        foreach (NodeTable table in graph.NodeTables)
        {
            for (int row = 0; row < table.Count; row++) yield return ":" + string.Join(':', table.Labels) + Values(table, row);
        }
    }

    public static IEnumerable<string> EdgesOf(GraphReader graph)
    {
        foreach (EdgeTable table in graph.EdgeTables)
        {
            for (int source = 0; source < graph.NodeCount; source++)
            {
                int[] targets = table.Outgoing.Neighbours(source).ToArray();
                for (int i = 0; i < targets.Length; i++)
                    yield return $"{source}-{table.Type}->{targets[i]}" + Values(table, table.Outgoing.Positions(source)[i]);
            }
        }
    }

    /// <summary>The codes of the findings with their lines.</summary>
    public static string[] Findings(IEnumerable<Core.Diagnostic> findings) =>
        [.. findings.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Code} {System.IO.Path.GetFileName(f.Source)}:{f.Line}"))];

    public void Dispose() => _folder.Dispose();

    private FileGroup Located(FileGroup group) => group with { Files = [.. group.Files.Select(Path)] };

    private static string Values(Table table, long row) => string.Concat(
        table.Columns.Where(c => !c.IsNull(row)).Select(c => $" {c.Name}={Text(c.Value(row)!)}"));

    private static string Text(object value) => value switch
    {
        string text => $"'{text}'",
        double number => "d" + number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        Array items => "[" + string.Join('|', items.Cast<object>().Select(Text)) + "]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
