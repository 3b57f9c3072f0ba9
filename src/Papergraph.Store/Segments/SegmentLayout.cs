namespace Papergraph.Store;

/// <summary>The directory of a segment: what lies in which section.</summary>
/// <remarks>Sections follow each other in the order of <see cref="Sections"/>, each at the next multiple of
/// <see cref="SegmentHeader.Alignment"/>; other layouts refer to them by index, each exactly once.</remarks>
internal sealed record SegmentLayout(
    IReadOnlyList<SectionLayout> Sections,
    IReadOnlyList<KeyValuePair<string, string>> Metadata,
    IReadOnlyList<NodeTableLayout> NodeTables,
    IReadOnlyList<EdgeTableLayout> EdgeTables,
    IReadOnlyList<BlobListLayout> BlobLists,
    IReadOnlyList<NameIndexLayout> NameIndexes,
    IReadOnlyList<IndexLayout> Indexes,
    IReadOnlyList<ConstraintLayout> Constraints,
    int? Statistics,
    IReadOnlyList<FullTextLayout> FullTextIndexes)
{
    public byte[] ToBytes()
    {
        LayoutWriter to = new();
        to.List(Sections, (w, section) => section.Write(w));
        to.List(Metadata, (w, entry) =>
        {
            w.Text(entry.Key);
            w.Text(entry.Value);
        });
        to.List(NodeTables, (w, table) => table.Write(w));
        to.List(EdgeTables, (w, table) => table.Write(w));
        to.List(BlobLists, (w, blobs) => blobs.Write(w));
        to.List(NameIndexes, (w, index) => index.Write(w));
        to.List(Indexes, (w, index) => index.Write(w));
        to.List(Constraints, (w, constraint) => constraint.Write(w));
        to.List<int>(Statistics is { } section ? [section] : [], (w, statistics) => w.Int32(statistics));
        to.List(FullTextIndexes, (w, index) => index.Write(w));
        return to.Written.ToArray();
    }

    public static SegmentLayout Parse(byte[] bytes, string file, uint version)
    {
        LayoutReader from = new(bytes, file, version);
        IReadOnlyList<SectionLayout> sections = from.List(SectionLayout.Read);
        IReadOnlyList<KeyValuePair<string, string>> metadata = from.List(r => KeyValuePair.Create(r.Name(), r.Text()));
        IReadOnlyList<NodeTableLayout> nodeTables = from.List(NodeTableLayout.Read);
        IReadOnlyList<EdgeTableLayout> edgeTables = from.List(EdgeTableLayout.Read);
        IReadOnlyList<BlobListLayout> blobLists = from.List(BlobListLayout.Read);
        // In format 1 the only indexes of values are key indexes, and they come before the name indexes.
        IReadOnlyList<IndexLayout> indexes = from.Version < 2 ? from.List(IndexLayout.ReadFormat1) : [];
        IReadOnlyList<NameIndexLayout> nameIndexes = from.List(NameIndexLayout.Read);
        if (from.Version >= 2) indexes = from.List(IndexLayout.Read);
        IReadOnlyList<ConstraintLayout> constraints = from.Version >= 2 ? from.List(ConstraintLayout.Read) : [];
        int? statistics = from.Version >= 2 ? ReadStatistics(from) : null;
        IReadOnlyList<FullTextLayout> fullTextIndexes = from.Version >= 2 ? from.List(FullTextLayout.Read) : [];
        SegmentLayout layout = new(
            sections, metadata, nodeTables, edgeTables, blobLists, nameIndexes, indexes, constraints, statistics, fullTextIndexes);
        return from.AtEnd ? layout : throw from.Fault("bytes after the end of the directory");
    }

    private static int? ReadStatistics(LayoutReader from) => from.List(r => r.Int32()) switch
    {
        [] => null,
        [int section] => section,
        _ => throw from.Fault("more than one section of statistics"),
    };
}

/// <summary>A run of bytes of the segment: its length, and a CRC-32C of each of its blocks.</summary>
internal sealed record SectionLayout(long Length, uint[] Checksums)
{
    private static long BlockCount(long length) =>
        (length >> SegmentHeader.BlockBits) + ((length & (SegmentHeader.BlockSize - 1)) == 0 ? 0 : 1);

    public void Write(LayoutWriter to)
    {
        to.Int64(Length);
        foreach (uint checksum in Checksums) to.UInt32(checksum);
    }

    public static SectionLayout Read(LayoutReader from)
    {
        long length = from.Size();
        return new(length, from.UInt32s(BlockCount(length)));
    }
}
