using Papergraph.Core;

namespace Papergraph.Store.Tests;

/// <summary>Compares a reader with a model, everything in every way it can be asked for.</summary>
internal static class ModelComparison
{
    public static void Check(GraphModel model, GraphReader reader)
    {
        Assert.Equal(model.NodeCount, reader.NodeCount);
        Assert.Equal(model.NodeTables.Count, reader.NodeTables.Count);
        Assert.Equal(model.EdgeTables.Sum(table => (long)table.Rows), reader.EdgeCount);
        Assert.Equal(
            model.NodeTables.SelectMany(table => table.Name.Split(':')).Distinct().Order(StringComparer.Ordinal), reader.Labels);
        int firstNode = 0;
        for (int i = 0; i < model.NodeTables.Count; i++)
        {
            CheckNodes(model.NodeTables[i], reader.NodeTables[i], firstNode, reader);
            firstNode += model.NodeTables[i].Rows;
        }

        Assert.Equal(model.EdgeTables.Select(table => table.Name), reader.EdgeTables.Select(table => table.Type));
        foreach (GraphModel.ModelTable table in model.EdgeTables) CheckEdges(table, reader.Edges(table.Name)!, model.NodeCount);
        Assert.Null(reader.Edges("NO SUCH TYPE"));
        Assert.Equal(model.Blobs, reader.Blobs("records").Select(blob => blob.ToArray()));
        for (int i = model.Blobs.Count - 1; i >= 0; i--) Assert.Equal(model.Blobs[i], reader.Blobs("records")[i].ToArray());
        Assert.Equal(model.Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal), reader.Metadata);
        CheckIndexes(model, reader);
    }

    private static void CheckNodes(GraphModel.ModelTable model, NodeTable table, int firstNode, GraphReader reader)
    {
        Assert.Equal(model.Name.Split(':'), table.Labels);
        Assert.Equal(firstNode, table.FirstNode);
        Assert.Equal(model.Rows, table.Count);
        CheckColumns(model, table, Enumerable.Range(0, model.Rows));
        for (int row = 0; row < model.Rows; row++)
        {
            Assert.Same(table, reader.TableOf(firstNode + row));
            Assert.Equal(model.Name.Split(':').Contains("Paper"), reader.HasLabel(firstNode + row, "Paper"));
            foreach ((string name, (_, object?[] values)) in model.Columns)
                AssertValue(values[row], reader.Property(firstNode + row, name));
        }
    }

    private static void CheckEdges(GraphModel.ModelTable model, EdgeTable table, int nodeCount)
    {
        // The definition of the order, by a stable sort.
        int[] order = [.. Enumerable.Range(0, model.Rows).OrderBy(i => model.Edges[i].Source).ThenBy(i => model.Edges[i].Target)];
        Assert.Equal(model.Rows, table.Count);
        CheckColumns(model, table, order);
        for (int node = -1; node <= nodeCount; node++)
        {
            int[] outgoing = [.. Enumerable.Range(0, order.Length).Where(p => model.Edges[order[p]].Source == node)];
            CheckAdjacency(table.Outgoing, node, outgoing, p => model.Edges[order[p]].Target);
            int[] incoming = [.. Enumerable.Range(0, order.Length).Where(p => model.Edges[order[p]].Target == node)];
            CheckAdjacency(table.Incoming, node, incoming, p => model.Edges[order[p]].Source);
        }
    }

    private static void CheckAdjacency(Adjacency adjacency, int node, int[] positions, Func<int, int> neighbour)
    {
        Assert.Equal(positions.Length, adjacency.Degree(node));
        Assert.Equal(positions.Select(neighbour), adjacency.Neighbours(node).ToArray());
        EdgePositions actual = adjacency.Positions(node);
        Assert.Equal(positions.Length, actual.Count);
        for (int i = 0; i < positions.Length; i++) Assert.Equal(positions[i], actual[i]);
    }

    private static void CheckColumns(GraphModel.ModelTable model, Table table, IEnumerable<int> order)
    {
        // A column comes into being with its first entry, so one without values exists only if a null was said.
        Assert.Subset(model.Columns.Keys.ToHashSet(), table.Columns.Select(column => column.Name).ToHashSet());
        Assert.Equal(table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal), table.Columns);
        foreach ((string name, (PropertyType type, object?[] values)) in model.Columns)
        {
            Column? column = table.Column(name);
            if (column is null)
            {
                Assert.All(values, Assert.Null);
                continue;
            }

            Assert.Equal(type, column.Type);
            Assert.Equal(model.Rows, column.Count);
            Assert.Equal(values.Count(value => value is null), column.NullCount);
            int position = 0;
            foreach (int row in order) AssertValue(values[row], column.Value(position++));
            Assert.Throws<ArgumentOutOfRangeException>(() => column.Value(model.Rows));
            Assert.Throws<ArgumentOutOfRangeException>(() => column.Value(-1));
        }
    }

    private static void CheckIndexes(GraphModel model, GraphReader reader)
    {
        Dictionary<string, SortedSet<int>> byName = [], byAlias = [], byFolded = [];
        int node = 0;
        foreach (GraphModel.ModelTable table in model.NodeTables)
        {
            bool isPaper = table.Name.Split(':').Contains("Paper"), isEntity = table.Name.Split(':').Contains("Entity");
            for (int row = 0; row < table.Rows; row++, node++)
            {
                string? name = (string?)table.Columns["name"].Values[row];
                string[] aliases = (string[]?)table.Columns["aliases"].Values[row] ?? [];
                if (isPaper && name is not null) Add(byName, GraphModel.WellFormed(name), node);
                foreach (string alias in isPaper ? aliases : []) Add(byAlias, GraphModel.WellFormed(alias), node);
                List<string> named = isPaper ? [.. aliases] : [];
                if ((isPaper || isEntity) && name is not null) named.Add(name);
                foreach (string folded in named.Select(text => TextFolding.Fold(text)).Where(text => text.Length > 0))
                    Add(byFolded, folded, node);
            }
        }

        foreach ((string value, SortedSet<int> nodes) in byName)
        {
            Assert.Equal(nodes, reader.FindNodes("Paper", "name", value));
            Assert.True(reader.TryFindNode("Paper", "name", value, out int first));
            Assert.Equal(nodes.Min, first);
        }

        foreach ((string value, SortedSet<int> nodes) in byAlias) Assert.Equal(nodes, reader.FindNodes("Paper", "aliases", value));
        Assert.False(reader.TryFindNode("Paper", "name", "nobody is called so", out _));

        NameIndex index = reader.NameIndex("names");
        Assert.Equal(byFolded.Count, index.NameCount);
        foreach ((string name, SortedSet<int> nodes) in byFolded) Assert.Equal(nodes, index.NodesNamed(name).ToArray());
        foreach (string prefix in (string[])["", "a", "att", "deep l", "日", "zzz"])
            Assert.Equal(ByPrefix(byFolded, prefix).Take(7), index.NamesByPrefix(prefix, 7));
    }

    private static IEnumerable<IndexedTerm> ByPrefix(Dictionary<string, SortedSet<int>> nodes, string prefix) => nodes
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(entry => System.Text.Encoding.UTF8.GetBytes(entry.Key), Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
        .Select(entry => new IndexedTerm(entry.Key, entry.Value.Count));

    private static void Add(Dictionary<string, SortedSet<int>> index, string key, int node)
    {
        if (!index.TryGetValue(key, out SortedSet<int>? nodes)) index.Add(key, nodes = []);
        nodes.Add(node);
    }

    private static void AssertValue(object? expected, object? actual)
    {
        switch (expected)
        {
            case string text: Assert.Equal(GraphModel.WellFormed(text), actual); break;
            case string[] texts: Assert.Equal(texts.Select(GraphModel.WellFormed), (string[])actual!); break;
            case double number:
                Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits((double)actual!));
                break;
            default: Assert.Equal(expected, actual); break;
        }
    }
}
