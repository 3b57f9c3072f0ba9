namespace Papergraph.Store;

/// <summary>Everything that a segment holds, opened but not read.</summary>
internal sealed class SegmentContent
{
    private readonly Section? _statisticsSection;
    private SegmentStatistics? _statistics;

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

        if (layout.Statistics is { } statistics) _statisticsSection = sections.Take(statistics, null, "statistics");
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

    /// <summary>The statistics, read on the first call; null when the segment has none, as those of format 1.</summary>
    /// <exception cref="StoreException">They are damaged.</exception>
    public SegmentStatistics? Statistics => _statistics ??= ReadStatistics();

    private SegmentStatistics? ReadStatistics()
    {
        if (_statisticsSection is null) return null;
        if (_statisticsSection.Length > Array.MaxLength) throw _statisticsSection.Fault($"they have {_statisticsSection.Length} bytes");
        byte[] bytes = _statisticsSection.Span<byte>(0, (int)_statisticsSection.Length).ToArray();
        return StatisticsCodec.Read(new(bytes, Sections.Path, SegmentHeader.FormatVersion, "statistics"), NodeTables, EdgeTables);
    }

    private void RequireDistinct<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> key, string kind)
    {
        HashSet<TKey> seen = [];
        foreach (T item in items)
        {
            if (!seen.Add(key(item))) throw Sections.Fault($"{kind} {key(item)} occurs twice");
        }
    }
}
