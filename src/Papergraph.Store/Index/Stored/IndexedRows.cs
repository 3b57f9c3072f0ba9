namespace Papergraph.Store;

/// <summary>The rows of the tables of a segment that an index or a constraint is over, and the entity of each: nodes have ids through all
/// tables, edges their position in the one table of their type.</summary>
internal sealed class IndexedRows
{
    private readonly (Table Table, long First, long Count)[] _parts;
    private readonly string _path;

    public IndexedRows(SegmentTables tables, EntityKind on, string labelOrType)
    {
        _path = tables.Path;
        _parts = on == EntityKind.Node
            ? [.. tables.Nodes.Where(table => table.HasLabel(labelOrType))
                .Select(table => ((Table)table, (long)table.FirstNode, (long)table.Count))]
            : [.. tables.Edges.Where(table => table.Type == labelOrType).Select(table => ((Table)table, 0L, table.Count))];
    }

    /// <summary>The tables, each with the entity of its first row and its number of rows, in the order of their entities.</summary>
    public IReadOnlyList<(Table Table, long First, long Count)> Parts => _parts;

    /// <summary>Number of rows of all tables.</summary>
    public long Count => _parts.Sum(part => part.Count);

    /// <summary>Number of the part that the entity is in.</summary>
    /// <exception cref="StoreException">An index of the segment names an entity that is not in it.</exception>
    public int PartOf(long entity)
    {
        for (int i = 0; i < _parts.Length; i++)
        {
            if (entity >= _parts[i].First && entity - _parts[i].First < _parts[i].Count) return i;
        }

        throw StoreErrors.Damaged(_path, "index", $"it names entity {entity}, which is not of its label or type");
    }
}

/// <summary>The tables of a segment.</summary>
/// <param name="Path">Path of the segment, for messages.</param>
/// <param name="Nodes">Its node tables, one after another from node 0 on.</param>
/// <param name="Edges">Its edge tables.</param>
internal sealed record SegmentTables(string Path, IReadOnlyList<NodeTable> Nodes, IReadOnlyList<EdgeTable> Edges);
