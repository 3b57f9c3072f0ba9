namespace Papergraph.Store;

/// <summary>A mapped segment, on which states of the graph stand. Shared by all of them; the mapping ends when the last user lets
/// go.</summary>
internal sealed class GraphBasis
{
    private int _users = 1;

    private GraphBasis(MappedFile file, SegmentContent content, PublishedVersion version) =>
        (File, Content, Version) = (file, content, version);

    /// <summary>The segment as it lies on the disk.</summary>
    public MappedFile File { get; }

    public SegmentContent Content { get; }

    /// <summary>The version that it is the segment of.</summary>
    public PublishedVersion Version { get; }

    /// <summary>Opens the segment of a version; the caller is its first user.</summary>
    /// <exception cref="FileNotFoundException">The segment is gone.</exception>
    /// <exception cref="StoreException">It is damaged.</exception>
    public static GraphBasis Open(StoreDevice device, string folder, PublishedVersion version)
    {
        if (!BitConverter.IsLittleEndian) throw StoreErrors.BigEndian();
        return Of(SegmentFile.Open(device, folder, version.Segment), version);
    }

    /// <summary>Opens the segment in a pack; the caller is its first user.</summary>
    /// <exception cref="StoreException">The file is no pack, damaged or of a newer format.</exception>
    public static GraphBasis OpenPack(StoreDevice device, string path)
    {
        if (!BitConverter.IsLittleEndian) throw StoreErrors.BigEndian();
        PackHeader header = PackFile.ReadHeader(device, path);
        SegmentReference segment = new(Path.GetFileName(path), header.SegmentLength, header.DirectoryChecksum);
        return Of(
            SegmentFile.Read(PackFile.Map(device, path, header), header.DirectoryChecksum),
            new(1, segment, new(GraphFiles.Log(1), segment, LogPosition.None)));
    }

    /// <summary>Counts one user more. Only somebody who is one may call it.</summary>
    public GraphBasis Share()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    /// <summary>One user less.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0) File.Dispose();
    }

    /// <summary>A segment that was opened; the caller is its first user.</summary>
    /// <exception cref="StoreException">Its directory contradicts itself; then the file is let go of.</exception>
    public static GraphBasis Of((MappedFile File, SegmentHeader Header, SegmentLayout Layout) segment, PublishedVersion version)
    {
        (MappedFile file, SegmentHeader header, SegmentLayout layout) = segment;
        try
        {
            return new(file, new(new(file, layout.Sections, header.DirectoryOffset), layout), version);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
