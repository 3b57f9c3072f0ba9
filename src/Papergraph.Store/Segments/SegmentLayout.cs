namespace Papergraph.Store;

/// <summary>The directory of a segment: what lies in which section.</summary>
/// <remarks>Sections follow each other in the order of <see cref="Sections"/>, each at the next multiple of
/// <see cref="SegmentHeader.Alignment"/>; other layouts refer to them by index, each exactly once.</remarks>
internal sealed record SegmentLayout(
    IReadOnlyList<SectionLayout> Sections,
    IReadOnlyList<KeyValuePair<string, string>> Metadata,
    IReadOnlyList<NodeTableLayout> NodeTables,
    IReadOnlyList<EdgeTableLayout> EdgeTables,
    IReadOnlyList<BlobListLayout> BlobLists)
{
    private readonly Lazy<CatalogLayout>? _catalog;

    /// <summary>What lies beside the data; read on the first call.</summary>
    /// <exception cref="StoreException">The directory is damaged here.</exception>
    public CatalogLayout Catalog
    {
        get => _catalog?.Value ?? CatalogLayout.Empty;
        init => _catalog = new(value);
    }

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
        Catalog.Write(to);
        return to.Written.ToArray();
    }

    public static SegmentLayout Parse(byte[] bytes, string file, uint version)
    {
        LayoutReader from = new(bytes, file, version);
        return new(
            from.List(SectionLayout.Read), from.List(r => KeyValuePair.Create(r.Name(), r.Text())), from.List(NodeTableLayout.Read),
            from.List(EdgeTableLayout.Read), from.List(BlobListLayout.Read), from);
    }

    private SegmentLayout(
        IReadOnlyList<SectionLayout> sections, IReadOnlyList<KeyValuePair<string, string>> metadata,
        IReadOnlyList<NodeTableLayout> nodeTables, IReadOnlyList<EdgeTableLayout> edgeTables, IReadOnlyList<BlobListLayout> blobLists,
        LayoutReader rest)
        : this(sections, metadata, nodeTables, edgeTables, blobLists) => _catalog = new(() => CatalogLayout.ReadToEnd(rest));
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
