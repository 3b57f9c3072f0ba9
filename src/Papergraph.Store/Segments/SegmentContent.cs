using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>Everything that a segment holds, opened but not read; its indexes not even opened before they are asked for.</summary>
internal sealed class SegmentContent
{
    private readonly Lazy<IndexCatalog> _indexes;
    private Section? _statisticsSection;
    private SegmentStatistics? _statistics;

    /// <exception cref="StoreException">The directory contradicts itself.</exception>
    public SegmentContent(SegmentSections sections, SegmentLayout layout)
    {
        Sections = sections;
        NodeTables = NodeTable.OpenAll(sections, layout.NodeTables);
        NodeCount = NodeTables.Count > 0 ? NodeTables[^1].FirstNode + NodeTables[^1].Count : 0;
        EdgeTable[] edgeTables = new EdgeTable[layout.EdgeTables.Count];
        for (int i = 0; i < edgeTables.Length; i++)
        {
            edgeTables[i] = new(sections, layout.EdgeTables[i], NodeCount);
            EdgeCount += edgeTables[i].Count;
            if (!EdgeTypes.TryAdd(edgeTables[i].Type, i)) throw sections.Fault($"edge table {edgeTables[i].Type} occurs twice");
        }

        EdgeTables = edgeTables;
        BlobLists = [.. layout.BlobLists.Select(blobs => new BlobList(sections, blobs))];
        _indexes = new(() => OpenCatalog(layout.Catalog));
        for (int i = 0; i < layout.Metadata.Count; i++)
        {
            (string key, string value) = layout.Metadata[i];
            if (i > 0 && string.CompareOrdinal(layout.Metadata[i - 1].Key, key) >= 0)
                throw sections.Fault($"metadata {key} is not in order");
            Metadata = Metadata.Add(key, value);
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (BlobList blobs in BlobLists)
        {
            if (!names.Add(blobs.Name)) throw sections.Fault($"blobs {blobs.Name} occurs twice");
        }
    }

    public SegmentSections Sections { get; }

    public int NodeCount { get; }

    public long EdgeCount { get; }

    public IReadOnlyList<NodeTable> NodeTables { get; }

    public IReadOnlyList<EdgeTable> EdgeTables { get; }

    /// <summary>The number of the edge table of each type.</summary>
    public Dictionary<string, int> EdgeTypes { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<BlobList> BlobLists { get; }

    /// <summary>The indexes and constraints, opened on the first call: whoever reads or runs over the graph needs none of them.</summary>
    /// <exception cref="StoreException">The directory contradicts itself.</exception>
    public IndexCatalog Indexes => _indexes.Value;

    public ImmutableSortedDictionary<string, string> Metadata { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The statistics, read on the first call; null when the segment has none, as those of format 1.</summary>
    /// <exception cref="StoreException">They are damaged.</exception>
    public SegmentStatistics? Statistics => _statistics ??= ReadStatistics();

    private SegmentStatistics? ReadStatistics()
    {
        _ = Indexes;   // the section is named beside them
        if (_statisticsSection is null) return null;
        if (_statisticsSection.Length > Array.MaxLength) throw _statisticsSection.Fault($"they have {_statisticsSection.Length} bytes");
        byte[] bytes = _statisticsSection.Span<byte>(0, (int)_statisticsSection.Length).ToArray();
        return StatisticsCodec.Read(new(bytes, Sections.Path, SegmentHeader.FormatVersion, "statistics"), NodeTables, EdgeTables);
    }

    private IndexCatalog OpenCatalog(CatalogLayout layout)
    {
        IndexCatalog indexes = IndexCatalog.Open(Sections, layout, new(Sections.Path, NodeTables, EdgeTables));
        if (layout.Statistics is { } statistics) _statisticsSection = Sections.Take(statistics, null, "statistics");
        Sections.CheckAllTaken();
        return indexes;
    }
}
