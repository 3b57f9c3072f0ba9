namespace Papergraph.Store;

/// <summary>Everything that a segment holds, opened but not read.</summary>
internal sealed class SegmentContent
{
    /// <exception cref="StoreException">The directory contradicts itself.</exception>
    public SegmentContent(SegmentSections sections, SegmentLayout layout)
    {
        Sections = sections;
        NodeTables = NodeTable.OpenAll(sections, layout.NodeTables);
        NodeCount = NodeTables.Count > 0 ? NodeTables[^1].FirstNode + NodeTables[^1].Count : 0;
        EdgeTables = [.. layout.EdgeTables.Select(table => new EdgeTable(sections, table, NodeCount))];
        BlobLists = [.. layout.BlobLists.Select(blobs => new BlobList(sections, blobs))];
        KeyIndexes = [.. layout.KeyIndexes.Select(index => new KeyIndex(sections, index, NodeTables, NodeCount))];
        NameIndexes = [.. layout.NameIndexes.Select(index => new NameIndex(sections, index, NodeCount))];
        Metadata = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, string value) in layout.Metadata) RequireNew(Metadata.TryAdd(key, value), "metadata", key);
        if (!layout.Metadata.SequenceEqual(Metadata)) throw sections.Fault("the keys of the metadata are not in order");
        RequireDistinct(EdgeTables, table => table.Type, "edge table");
        RequireDistinct(BlobLists, blobs => blobs.Name, "blobs");
        RequireDistinct(KeyIndexes, index => index.Name, "key index");
        RequireDistinct(NameIndexes, index => index.Name, "name index");
        sections.CheckAllTaken();
    }

    public SegmentSections Sections { get; }

    public int NodeCount { get; }

    public IReadOnlyList<NodeTable> NodeTables { get; }

    public IReadOnlyList<EdgeTable> EdgeTables { get; }

    public IReadOnlyList<BlobList> BlobLists { get; }

    public IReadOnlyList<KeyIndex> KeyIndexes { get; }

    public IReadOnlyList<NameIndex> NameIndexes { get; }

    public SortedDictionary<string, string> Metadata { get; }

    private void RequireDistinct<T>(IReadOnlyList<T> items, Func<T, string> name, string kind)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (T item in items) RequireNew(seen.Add(name(item)), kind, name(item));
    }

    private void RequireNew(bool isNew, string kind, string name)
    {
        if (!isNew) throw Sections.Fault($"{kind} {name} occurs twice");
    }
}
