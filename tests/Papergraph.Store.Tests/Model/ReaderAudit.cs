namespace Papergraph.Store.Tests.Model;

/// <summary>Reads a graph in every way in which it can be read, and checks that all ways agree.</summary>
internal static class ReaderAudit
{
    /// <summary>Everything there is, a line each, as <see cref="ReferenceGraph.Lines"/> says it.</summary>
    public static List<string> Lines(GraphReader reader)
    {
        List<string> lines = [];
        HashSet<int> nodes = [];
        foreach (NodeTable table in reader.NodeTables)
        {
            CheckTable(table, table.Count);
            foreach (long row in table.LiveRows)
            {
                int node = table.NodeAt(row);
                Assert.True(nodes.Add(node), $"node {node} lies in two tables");
                Assert.True(reader.HasNode(node));
                Assert.Same(table, reader.TableOf(node));
                Assert.Equal(row, table.RowOf(node));
                SortedDictionary<string, object> properties = Properties(table, row);
                foreach ((string name, object value) in properties)
                    Assert.Equal(ReferenceGraph.Text(value), ReferenceGraph.Text(reader.Property(node, name)!));
                Assert.Null(reader.Property(node, "no such property"));
                lines.Add($"node {string.Join(':', table.Labels.Order(StringComparer.Ordinal))} {ReferenceGraph.Text(properties)}");
            }
        }

        Assert.Equal(nodes.Count, reader.NodeCount);
        for (int node = -1; node <= reader.NodeBound; node++)
        {
            if (nodes.Contains(node)) continue;
            Assert.False(reader.HasNode(node));
            Assert.Throws<ArgumentOutOfRangeException>(() => reader.TableOf(node));
        }

        long edges = 0;
        foreach (EdgeTable table in reader.EdgeTables)
        {
            CheckTable(table, table.Count);
            edges += table.Count;
            AddEdges(reader, table, nodes, lines);
        }

        Assert.Equal(edges, reader.EdgeCount);
        foreach ((string key, string value) in reader.Metadata)
        {
            if (key != GraphState.EditedKey) lines.Add($"metadata {key}={value}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>The values of a row by its columns.</summary>
    private static SortedDictionary<string, object> Properties(Table table, long row)
    {
        SortedDictionary<string, object> properties = new(StringComparer.Ordinal);
        foreach (Column column in table.Columns)
        {
            Assert.Equal(column.Value(row) is null, column.IsNull(row));
            if (column.Value(row) is not { } value) continue;
            Assert.True(properties.TryAdd(column.Name, value), "a row has values of two types");
            Assert.Equal(ReferenceGraph.Text(value), ReferenceGraph.Text(table.Value(row, column.Name)!));
            CheckTyped(column, row, value);
        }

        return properties;
    }

    private static void CheckTyped(Column column, long row, object value)
    {
        switch (column)
        {
            case StringColumn texts:
                Assert.Equal(value, System.Text.Encoding.UTF8.GetString(texts.Utf8(row)));
                break;
            case StringListColumn lists:
                Assert.Equal(((string[])value).Length, lists.ElementCount(row));
                for (int i = 0; i < lists.ElementCount(row); i++)
                    Assert.Equal(((string[])value)[i], System.Text.Encoding.UTF8.GetString(lists.Utf8(row, i)));
                break;
        }
    }

    private static void CheckTable(Table table, long count)
    {
        List<long> live = [.. table.LiveRows];
        Assert.Equal(count, live.Count);
        Assert.Equal(live, Enumerable.Range(0, (int)table.RowBound).Select(row => (long)row).Where(table.IsLive));
        Assert.False(table.IsLive(-1));
        Assert.False(table.IsLive(table.RowBound));
        Assert.Equal(table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Type), table.Columns);
        foreach (Column column in table.Columns)
        {
            Assert.Equal(table.RowBound, column.Count);
            Assert.Equal(live.Count(row => column.IsNull(row)), column.NullCount);
            Assert.All(Enumerable.Range(0, (int)table.RowBound).Where(row => !table.IsLive(row)), row => Assert.Null(column.Value(row)));
            Assert.Throws<ArgumentOutOfRangeException>(() => column.IsNull(table.RowBound));
        }
    }

    private static void AddEdges(GraphReader reader, EdgeTable table, HashSet<int> nodes, List<string> lines)
    {
        SortedDictionary<long, (int Source, int Target)> outgoing = Edges(table.Outgoing, nodes, reader.NodeBound);
        SortedDictionary<long, (int Target, int Source)> incoming = Edges(table.Incoming, nodes, reader.NodeBound);
        Assert.Equal(outgoing, incoming.ToDictionary(e => e.Key, e => (e.Value.Source, e.Value.Target)).OrderBy(e => e.Key));
        Assert.Equal(table.LiveRows, outgoing.Keys);
        foreach ((long position, (int source, int target)) in outgoing)
        {
            Assert.Equal((source, target), table.Ends(position));
            lines.Add(
                $"edge {KeyOf(reader, source)} {table.Type} {KeyOf(reader, target)} {ReferenceGraph.Text(Properties(table, position))}");
        }
    }

    private static SortedDictionary<long, (int, int)> Edges(Adjacency adjacency, HashSet<int> nodes, int bound)
    {
        SortedDictionary<long, (int, int)> edges = [];
        for (int node = -1; node <= bound; node++)
        {
            int[] neighbours = adjacency.Neighbours(node).ToArray();
            EdgePositions positions = adjacency.Positions(node);
            Assert.Equal(neighbours.Length, adjacency.Degree(node));
            Assert.Equal(neighbours.Length, positions.Count);
            if (neighbours.Length > 0)
            {
                Assert.Contains(node, nodes);
                Assert.InRange(node, adjacency.FirstNode, adjacency.FirstNode + adjacency.NodeCount - 1);
            }

            for (int i = 0; i < neighbours.Length; i++)
            {
                Assert.True(i == 0 || (neighbours[i - 1], positions[i - 1]).CompareTo((neighbours[i], positions[i])) < 0, "out of order");
                edges.Add(positions[i], (node, neighbours[i]));
            }
        }

        Assert.Equal(edges.Count, adjacency.EdgeCount);
        return edges;
    }

    private static object KeyOf(GraphReader reader, int node) => reader.Property(node, ReferenceGraph.Key)!;
}
