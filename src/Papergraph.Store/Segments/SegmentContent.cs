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
        Indexes = IndexCatalog.Open(sections, layout, new(sections.Path, NodeTables, EdgeTables));
        for (int i = 0; i < layout.Metadata.Count; i++)
        {
            (string key, string value) = layout.Metadata[i];
            if (i > 0 && string.CompareOrdinal(layout.Metadata[i - 1].Key, key) >= 0)
                throw sections.Fault($"metadata {key} is not in order");
            Metadata.Add(key, value);
        }

        RequireDistinct(EdgeTables, table => table.Type, "edge table");
        RequireDistinct(BlobLists, blobs => blobs.Name, "blobs");
        sections.CheckAllTaken();
    }

    public SegmentSections Sections { get; }

    public int NodeCount { get; }

    public IReadOnlyList<NodeTable> NodeTables { get; }

    public IReadOnlyList<EdgeTable> EdgeTables { get; }

    public IReadOnlyList<BlobList> BlobLists { get; }

    public IndexCatalog Indexes { get; }

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
