namespace Papergraph.Store;

/// <summary>Opens a segment of which the directory is whole, whatever has become of the rest.</summary>
internal static class SalvagedSegment
{
    // Directories are far smaller; looking further back would take minutes.
    private const int MostDirectoryBytes = 1 << 20;

    /// <summary>The segment, or null when nothing can be read of it.</summary>
    public static GraphBasis? TryOpen(StoreDevice device, string folder, PublishedVersion version)
    {
        MappedFile? file = null;
        try
        {
            file = Map(device, Path.Combine(folder, version.Segment.Name), version.Segment.Length);
            (MappedFile File, SegmentHeader Header, SegmentLayout Layout) read = Read(file, version.Segment);
            SegmentReference found = version.Segment with { Length = file.Length, DirectoryChecksum = read.Header.DirectoryChecksum };
            GraphBasis basis = GraphBasis.Of(read, version with { Segment = found, Log = version.Log with { Segment = found } });
            _ = basis.Content.Indexes;   // nothing of the directory is to be found wanting later
            return basis;
        }
        catch (Exception e) when (e is StoreException or FileNotFoundException or DirectoryNotFoundException)
        {
            file?.Dispose();
            return null;
        }
    }

    /// <summary>Maps the file; bytes behind the length that it should have are not looked at.</summary>
    /// <param name="device">Where it lies.</param>
    /// <param name="path">The file.</param>
    /// <param name="expected">The length that it should have, or 0 when that is unknown.</param>
    private static MappedFile Map(StoreDevice device, string path, long expected)
    {
        long length;
        using (StoreFile file = device.OpenRead(path)) length = file.Length;
        if (length < SegmentHeader.Size) throw StoreErrors.WrongLength(path, length, expected);
        MappedFile whole = device.Map(path, length);
        return expected > 0 && length > expected ? whole.Part(0, expected) : whole;
    }

    private static (MappedFile File, SegmentHeader Header, SegmentLayout Layout) Read(MappedFile file, SegmentReference expected)
    {
        SegmentHeader? header = TryReadHeader(file);
        // Where nothing says which directory the segment should have, it says it itself; its header has a checksum of its own.
        if (header is { } read && (expected.Length == 0 || read.DirectoryChecksum == expected.DirectoryChecksum))
            return SegmentFile.Read(file, read.DirectoryChecksum);
        return FindDirectory(file, expected.DirectoryChecksum) ?? throw StoreErrors.ChecksumMismatch(file.Path, "header");
    }

    private static SegmentHeader? TryReadHeader(MappedFile file)
    {
        try
        {
            return SegmentHeader.Read(file.Bytes(0, SegmentHeader.Size), file.Path);
        }
        catch (StoreException)
        {
            return null;      // what it says can be found out
        }
    }

    /// <summary>Looks from the end of the file for bytes with the checksum of the directory.</summary>
    private static (MappedFile File, SegmentHeader Header, SegmentLayout Layout)? FindDirectory(MappedFile file, uint checksum)
    {
        long last = SegmentHeader.Align(file.Length - SegmentHeader.Alignment);
        long first = Math.Max(SegmentHeader.Size, file.Length - MostDirectoryBytes);
        for (long at = last; at >= first; at -= SegmentHeader.Alignment)
        {
            int length = (int)(file.Length - at);
            if (length <= 0 || Crc32C.Compute(file.Bytes(at, length)) != checksum) continue;
            byte[] directory = file.Bytes(at, length).ToArray();
            for (uint version = SegmentHeader.FormatVersion; version > 0; version--)
            {
                SegmentHeader header = new(file.Length, at, length, checksum, version);
                if (TryParse(file, directory, header) is { } layout) return (file, header, layout);
            }
        }

        return null;
    }

    private static SegmentLayout? TryParse(MappedFile file, byte[] directory, SegmentHeader header)
    {
        try
        {
            SegmentLayout layout = SegmentLayout.Parse(directory, file.Path, header.Version);
            _ = new SegmentContent(new(file, layout.Sections, header.DirectoryOffset), layout).Indexes;
            return layout;
        }
        catch (StoreException)
        {
            return null;
        }
    }
}
