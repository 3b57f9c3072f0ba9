using System.Globalization;

namespace Papergraph.Store.Tests;

/// <summary>A graph as lines, one for each thing that it says, so that graphs can be compared as multisets.</summary>
internal static class GraphLines
{
    public static List<string> Of(GraphReader graph)
    {
        List<string> lines = [];
        Dictionary<int, string> names = [];
        foreach (NodeTable table in graph.NodeTables)
        {
            foreach (long row in table.LiveRows)
            {
                string name = names[table.NodeAt(row)] = $"n{table.NodeAt(row)}";
                lines.Add($"{name} is {string.Join(':', table.Labels)}");
                foreach (Column column in table.Columns)
                {
                    if (column.Value(row) is { } value)
                        lines.Add($"nodes {string.Join(':', table.Labels)}, property {column.Name}: {name} {Text(value)}");
                }
            }
        }

        foreach (EdgeTable table in graph.EdgeTables)
        {
            for (int node = 0; node < graph.NodeBound; node++)
            {
                ReadOnlySpan<int> targets = table.Outgoing.Neighbours(node);
                EdgePositions positions = table.Outgoing.Positions(node);
                for (int i = 0; i < targets.Length; i++)
                {
                    string edge = $"{names[node]} → {names[targets[i]]}";
                    lines.Add($"{table.Type}: {edge}");
                    foreach (Column column in table.Columns)
                    {
                        if (column.Value(positions[i]) is { } value)
                            lines.Add($"edges {table.Type}, property {column.Name}: {edge} {Text(value)}");
                    }
                }
            }
        }

        foreach (string list in graph.BlobNames)
            foreach (ReadOnlyMemory<byte> item in graph.Blobs(list)) lines.Add($"blobs {list}: {Convert.ToHexString(item.Span)}");
        foreach ((string key, string value) in graph.Metadata) lines.Add($"metadata {key}: {value}");
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Text(object value) => value switch
    {
        double number => BitConverter.DoubleToInt64Bits(number).ToString(CultureInfo.InvariantCulture),
        Array items => "[" + string.Join("; ", items.Cast<object>().Select(Text)) + "]",
        DateTimeOffset time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };
}
