namespace Papergraph.Store;

/// <summary>A graph as one file, to be copied and kept: read-only, named by its content, the same bytes for the same state on any machine.
/// </summary>
/// <remarks>
/// <para><see cref="GraphDirectory.OpenRead(string)"/> opens a pack where it lies, at once and without a copy. What is damaged in it is
/// found when it is first read, by the checksums of its blocks; <see cref="GraphVerifier"/> and
/// <see cref="Unpack(string, string, bool, CancellationToken)"/> compare the whole content with its digest.</para>
/// <para>The format is described byte by byte in <c>docs/formats/pack.md</c>.</para>
/// </remarks>
public static class GraphPack
{
    /// <summary>Whether it is a file that begins as a pack does.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static bool IsPack(string path) => PackFile.Is(StoreDevice.Disk, path);

    /// <summary>What a pack is called: the SHA-256 of its content as its header says it, 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="StoreException">The file is no pack, damaged or of a newer format.</exception>
    public static string IdOf(string path) => PackFile.ReadHeader(StoreDevice.Disk, path).Id;

    /// <summary>Writes a state of a graph as a pack; a state with commits after its segment as one segment without them.</summary>
    /// <param name="graph">The state.</param>
    /// <param name="path">The file; the folder it lies in must exist.</param>
    /// <param name="overwrite">Whether it may exist and be replaced.</param>
    /// <param name="cancellation">Ends the writing; then there is no file.</param>
    /// <returns>What the pack is called, see <see cref="IdOf"/>.</returns>
    /// <exception cref="StoreException">The file exists and may not be replaced, its folder does not exist, the graph is damaged, or the
    /// disk refused.</exception>
    public static string Write(GraphReader graph, string path, bool overwrite = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(path);
        StoreDevice device = StoreDevice.Disk;
        if (device.DirectoryExists(path) || (device.FileExists(path) && !overwrite)) throw StoreErrors.PackExists(path);
        if (!device.DirectoryExists(Path.GetDirectoryName(Path.GetFullPath(path))!)) throw StoreErrors.NoFolderForPack(path);
        return graph.Commits > 0
            ? WriteFolded(device, graph, path, cancellation)
            : WriteSegment(device, graph.State.Basis, path, cancellation);
    }

    /// <summary>Makes the content of a pack the graph of a directory.</summary>
    /// <param name="path">The pack.</param>
    /// <param name="directory">The graph directory; created if needed.</param>
    /// <param name="replace">Whether the directory may hold a graph, of which this becomes the newest version.</param>
    /// <param name="cancellation">Ends the copying; nothing is changed then.</param>
    /// <returns>Number of the version.</returns>
    /// <exception cref="StoreException">The file is no pack or is damaged, the directory holds a graph or something else, another process
    /// writes to it, or the disk refused.</exception>
    public static long Unpack(string path, string directory, bool replace = false, CancellationToken cancellation = default) =>
        Unpack(StoreDevice.Disk, path, directory, replace, cancellation);

    internal static long Unpack(StoreDevice device, string path, string directory, bool replace, CancellationToken cancellation)
    {
        PackHeader header = PackFile.ReadHeader(device, path);
        using GraphWriteLock held = GraphDirectory.Lock(device, directory);
        if (held.Version > 0 && !replace) throw StoreErrors.GraphThere(directory);
        bool keepOlder = false;
        try
        {
            string name = GraphFiles.Segment(held.Version + 1);
            PackFile.Extract(device, path, header, Path.Combine(directory, name), cancellation);
            SegmentReference segment = new(name, header.SegmentLength, header.DirectoryChecksum);
            SegmentFile.Open(device, directory, segment).File.Dispose();
            return held.Publish(segment);
        }
        catch (StoreException e) when (e.Code == StoreErrors.NotYetDurableCode)
        {
            keepOlder = true;
            throw;
        }
        finally
        {
            held.End(keepOlder);
        }
    }

    private static string WriteSegment(StoreDevice device, GraphBasis basis, string path, CancellationToken cancellation)
    {
        foreach (Section section in basis.Content.Sections.Taken)
            for (int block = 0; block < section.BlockCount; block++) section.VerifyBlock(block);
        basis.Content.Sections.CheckPadding();
        return PackFile.Write(device, path, basis.File, basis.Version.Segment.DirectoryChecksum, cancellation).Id;
    }

    /// <summary>Folds the commits into a segment in a graph directory beside the file, which is removed afterwards.</summary>
    private static string WriteFolded(StoreDevice device, GraphReader graph, string path, CancellationToken cancellation)
    {
        string full = Path.GetFullPath(path);
        string scratch = Path.Combine(Path.GetDirectoryName(full)!, "." + Path.GetFileName(full) + ".papergraph-folded");
        GraphWriteLock held = GraphDirectory.Lock(device, scratch);   // where this fails, the directory is another's
        try
        {
            using (held)
            using (SegmentWriter writer = held.BeginVersion())
            {
                SegmentCompaction.Write(graph.State, writer, cancellation);
                writer.Publish(cancellation);
            }

            using GraphReader folded = GraphDirectory.OpenRead(device, scratch);
            return WriteSegment(device, folded.State.Basis, path, cancellation);
        }
        finally
        {
            TryRemove(scratch);
        }
    }

    private static void TryRemove(string directory)
    {
        try
        {
            if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        }
        catch (Exception e) when (StoreDevice.IsRefusal(e))
        {
            // The next pack to this place uses it again and removes it.
        }
    }
}
