using System.Text;
using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>A <c>key</c> of GraphML: one for each name and type of property, of nodes and of edges apart.</summary>
internal sealed record GraphMlKey(string Id, bool OfEdges, string Name, PropertyType Type)
{
    /// <summary>The keys of a graph in the order in which its tables bring them.</summary>
    public static IReadOnlyList<GraphMlKey> Of(GraphReader graph)
    {
        List<GraphMlKey> keys = [];
        foreach (Table table in graph.NodeTables.Cast<Table>().Concat(graph.EdgeTables))
            foreach (Column column in table.Columns)
                if (Find(keys, table, column) is null) keys.Add(new($"d{keys.Count}", table is EdgeTable, column.Name, column.Type));
        return keys;
    }

    /// <summary>The attribute <c>key</c> of each column's <c>data</c>.</summary>
    public static byte[][] IdsOf(IReadOnlyList<GraphMlKey> keys, Table table) =>
        [.. table.Columns.Select(c => Encoding.UTF8.GetBytes(Find(keys, table, c)!.Id))];

    /// <summary>The attributes of the type as APOC writes and reads them; lists are JSON arrays.</summary>
    public string TypeAttributes() => Type switch
    {
        PropertyType.Int64 => "attr.type=\"long\"",
        PropertyType.Double => "attr.type=\"double\"",
        PropertyType.Boolean => "attr.type=\"boolean\"",
        PropertyType.StringList => "attr.type=\"string\" attr.list=\"string\"",
        PropertyType.Int64List => "attr.type=\"string\" attr.list=\"long\"",
        PropertyType.DoubleList => "attr.type=\"string\" attr.list=\"double\"",
        PropertyType.BooleanList => "attr.type=\"string\" attr.list=\"boolean\"",
        _ => "attr.type=\"string\"",
    };

    private static GraphMlKey? Find(IReadOnlyList<GraphMlKey> keys, Table table, Column column) =>
        keys.FirstOrDefault(k => k.OfEdges == table is EdgeTable && k.Name == column.Name && k.Type == column.Type);
}
