namespace Papergraph.Store;

/// <summary>Opens the file of a segment.</summary>
internal static class SegmentFile
{
    /// <summary>Maps the file and reads its directory; nothing else of it is touched.</summary>
    /// <exception cref="FileNotFoundException">The file is gone, as happens when a newer version was published.</exception>
    /// <exception cref="StoreException">The file is not the one that is named, or is damaged.</exception>
    public static (MappedFile File, SegmentHeader Header, SegmentLayout Layout) Open(
        StoreDevice device, string folder, SegmentReference expected)
    {
        string path = Path.Combine(folder, expected.Name);
        if (expected.Length < SegmentHeader.Size) throw StoreErrors.Damaged(path, "header", "the file is too short to hold one");
        return Read(device.Map(path, expected.Length), expected.DirectoryChecksum);
    }

    /// <summary>Reads the directory of a mapped segment, which is let go of when that fails.</summary>
    /// <exception cref="StoreException">It is not the one that is named, or is damaged.</exception>
    public static (MappedFile File, SegmentHeader Header, SegmentLayout Layout) Read(MappedFile file, uint directoryChecksum)
    {
        string path = file.Path;
        try
        {
            SegmentHeader header = SegmentHeader.Read(file.Bytes(0, SegmentHeader.Size), path);
            if (header.FileLength != file.Length || header.DirectoryChecksum != directoryChecksum
                || header.DirectoryOffset < SegmentHeader.Size || header.DirectoryLength < 0 || header.DirectoryLength > Array.MaxLength
                || header.DirectoryLength != file.Length - header.DirectoryOffset)
                throw StoreErrors.Damaged(path, "header", "it does not agree with what refers to it");
            byte[] directory = file.Bytes(header.DirectoryOffset, (int)header.DirectoryLength).ToArray();
            if (Crc32C.Compute(directory) != header.DirectoryChecksum) throw StoreErrors.ChecksumMismatch(path, "directory");
            return (file, header, SegmentLayout.Parse(directory, path, header.Version));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
