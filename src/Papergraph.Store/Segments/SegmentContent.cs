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
        FullTextIndexes = [.. layout.FullTextIndexes.Select(index => FullTextContent.Open(sections, index, NodeTables, NodeCount))];
        for (int i = 0; i < layout.Metadata.Count; i++)
        {
            (string key, string value) = layout.Metadata[i];
            if (i > 0 && string.CompareOrdinal(layout.Metadata[i - 1].Key, key) >= 0)
                throw sections.Fault($"metadata {key} is not in order");
            Metadata.Add(key, value);
        }

        RequireDistinct(EdgeTables, table => table.Type, "edge table");
        RequireDistinct(BlobLists, blobs => blobs.Name, "blobs");
        RequireDistinct(KeyIndexes, index => (index.Label, index.Property), "key index");
        RequireDistinct(NameIndexes, index => index.Name, "name index");
        RequireDistinct(FullTextIndexes, index => index.Definition.Name, "full-text index");
        sections.CheckAllTaken();
    }

    public SegmentSections Sections { get; }

    public int NodeCount { get; }

    public IReadOnlyList<NodeTable> NodeTables { get; }

    public IReadOnlyList<EdgeTable> EdgeTables { get; }

    public IReadOnlyList<BlobList> BlobLists { get; }

    public IReadOnlyList<KeyIndex> KeyIndexes { get; }

    public IReadOnlyList<NameIndex> NameIndexes { get; }

    public IReadOnlyList<FullTextContent> FullTextIndexes { get; }

    public OrderedDictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    private void RequireDistinct<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> key, string kind)
    {
        HashSet<TKey> seen = [];
        foreach (T item in items)
        {
            if (!seen.Add(key(item))) throw Sections.Fault($"{kind} {key(item)} occurs twice");
        }
    }
}
