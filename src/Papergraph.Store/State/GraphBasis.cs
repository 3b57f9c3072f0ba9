namespace Papergraph.Store;

/// <summary>A mapped segment, on which states of the graph stand. Shared by all of them; the mapping ends when the last user lets go.</summary>
internal sealed class GraphBasis
{
    private readonly MappedFile _file;
    private int _users = 1;

    private GraphBasis(MappedFile file, SegmentContent content, PublishedVersion version) =>
        (_file, Content, Version) = (file, content, version);

    public SegmentContent Content { get; }

    /// <summary>The version that it is the segment of.</summary>
    public PublishedVersion Version { get; }

    /// <summary>Opens the segment of a version; the caller is its first user.</summary>
    /// <exception cref="FileNotFoundException">The segment is gone.</exception>
    /// <exception cref="StoreException">It is damaged.</exception>
    public static GraphBasis Open(StoreDevice device, string folder, PublishedVersion version)
    {
        if (!BitConverter.IsLittleEndian) throw StoreErrors.BigEndian();
        (MappedFile file, SegmentHeader header, SegmentLayout layout) = SegmentFile.Open(device, folder, version.Segment);
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

    /// <summary>Counts one user more. Only somebody who is one may call it.</summary>
    public GraphBasis Share()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    /// <summary>One user less.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0) _file.Dispose();
    }
}
