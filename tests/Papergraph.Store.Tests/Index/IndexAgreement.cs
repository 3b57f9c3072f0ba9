namespace Papergraph.Store.Tests;

/// <summary>Compares the indexes of a reader, and its constraints, with a look through its tables.</summary>
internal static class IndexAgreement
{
    private static readonly Comparer<object> InOrder = Comparer<object>.Create(ValueOracle.Compare);

    public static void Check(GraphReader reader)
    {
        foreach (IndexDefinition index in reader.Indexes) CheckIndex(reader, index);
        foreach (ConstraintDefinition constraint in reader.Constraints) CheckConstraint(reader, constraint);
    }

    private static void CheckIndex(GraphReader reader, IndexDefinition index)
    {
        SortedDictionary<object, SortedSet<long>> expected = new(InOrder);
        foreach ((long entity, object?[] values) in Rows(reader, index.On, index.LabelOrType, [index.Property]))
        {
            if (values[0] is Array && index.Kind == IndexKind.Range) continue;
            foreach (object element in values[0] is Array list ? list.Cast<object>() : values.OfType<object>())
            {
                if (!expected.TryGetValue(element, out SortedSet<long>? entities)) expected.Add(element, entities = []);
                entities.Add(entity);
            }
        }

        foreach ((object value, SortedSet<long> entities) in expected) Assert.Equal(entities, reader.Find(index.Name, value));
        foreach (object absent in (object[])["nobody has this", -987654321L, double.NegativeInfinity, DateOnly.MaxValue])
        {
            if (!expected.ContainsKey(absent)) Assert.Empty(reader.Find(index.Name, absent));
        }

        if (index.Kind != IndexKind.Range) return;
        long[] inOrder = [.. expected.Values.SelectMany(entities => entities)];
        Assert.Equal(inOrder, reader.FindRange(index.Name, ValueRange.All));
        Assert.Equal([.. expected.Reverse().SelectMany(entry => entry.Value.Reverse())],
            reader.FindRange(index.Name, ValueRange.All, descending: true));
    }

    private static void CheckConstraint(GraphReader reader, ConstraintDefinition constraint)
    {
        List<object?[]> rows = [.. Rows(reader, constraint.On, constraint.LabelOrType, constraint.Properties).Select(row => row.Values)];
        if (constraint.Kind == ConstraintKind.Exists)
        {
            Assert.All(rows, values => Assert.NotNull(values[0]));
            return;
        }

        object[][] keys = [.. rows.Where(values => values.All(value => value is not null and not Array))
            .Select(values => values.OfType<object>().ToArray())];
        for (int i = 0; i < keys.Length; i++)
        {
            for (int j = 0; j < i; j++) Assert.Contains(keys[i].Zip(keys[j]), pair => ValueOracle.Compare(pair.First, pair.Second) != 0);
        }
    }

    private static IEnumerable<(long Entity, object?[] Values)> Rows(
        GraphReader reader, EntityKind on, string labelOrType, IReadOnlyList<string> properties)
    {
        if (on == EntityKind.Edge)
        {
            if (reader.Edges(labelOrType) is not { } edges) yield break;
            foreach (long row in edges.LiveRows) yield return (row, [.. properties.Select(property => edges.Value(row, property))]);
            yield break;
        }

        foreach (NodeTable table in reader.TablesWithLabel(labelOrType))
        {
            foreach (long row in table.LiveRows)
                yield return (table.NodeAt(row), [.. properties.Select(property => table.Value(row, property))]);
        }
    }
}
