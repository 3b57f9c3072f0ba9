namespace Papergraph.Store.Tests.Model;

/// <summary>Compares every index of a graph with a scan over what it is said to be over.</summary>
internal static class IndexAudit
{
    public static void Check(GraphReader reader)
    {
        foreach (IndexDefinition index in reader.Indexes)
        {
            SortedDictionary<string, (object Value, SortedSet<long> Entities)> expected = new(StringComparer.Ordinal);
            foreach ((long entity, object value) in Values(reader, index))
            {
                foreach (object element in Elements(value, index.Kind))
                {
                    // NaN equals NaN and 0.0 equals -0.0 in an index, as do 1 and 1.0: one entry for each.
                    string same = element is double or long ? $"n{Convert.ToDouble(element, null) + 0.0:R}" : ReferenceGraph.Text(element);
                    if (!expected.TryGetValue(same, out (object, SortedSet<long> Entities) entry)) expected[same] = entry = (element, []);
                    entry.Entities.Add(entity);
                }
            }

            foreach ((object value, SortedSet<long> entities) in expected.Values)
            {
                IReadOnlyList<long> found = reader.Find(index.Name, value);
                Assert.True(
                    entities.SequenceEqual(found),
                    $"'{index.Name}' finds {string.Join(' ', found)} in place of {string.Join(' ', entities)} "
                    + $"for {ReferenceGraph.Text(value)}");
            }

            Assert.Empty(reader.Find(index.Name, "nothing has this value"));
        }
    }

    /// <summary>A hash index has a list under each of its elements; a range index has no lists.</summary>
    private static IEnumerable<object> Elements(object value, IndexKind kind) =>
        value is not Array list ? [value] : kind == IndexKind.Hash ? list.Cast<object>() : [];

    private static IEnumerable<(long Entity, object Value)> Values(GraphReader reader, IndexDefinition index)
    {
        if (index.On == EntityKind.Edge)
        {
            EdgeTable? edges = reader.Edges(index.LabelOrType);
            return edges is null
                ? []
                : edges.LiveRows.Select(row => (row, edges.Value(row, index.Property)))
                    .Where(e => e.Item2 is not null).Select(e => (e.row, e.Item2!));
        }

        return reader.TablesWithLabel(index.LabelOrType)
            .SelectMany(table => table.LiveRows.Select(row => ((long)table.NodeAt(row), table.Value(row, index.Property))))
            .Where(e => e.Item2 is not null).Select(e => (e.Item1, e.Item2!));
    }
}
