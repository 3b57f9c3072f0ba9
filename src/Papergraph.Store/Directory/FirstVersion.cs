namespace Papergraph.Store;

/// <summary>A directory without <c>CURRENT</c>: one in which a first version was being written when the writer was stopped, or a graph that
/// has lost the file.</summary>
internal static class FirstVersion
{
    /// <summary>Whether the directory has what only a graph has that was published: a later version, a log or a snapshot.</summary>
    public static bool WasPublished(StoreDevice device, string folder) =>
        device.Files(folder).Any(name => GraphFiles.VersionOf(name) > 1 || GraphFiles.IsLog(name))
        || SnapshotFile.Names(device, folder).Length > 0;

    /// <summary>Publishes the first version if all of it is there but <c>CURRENT</c>: its writer was stopped at the last moment, or the
    /// file was lost. Either way nothing else is to be had. What is not whole is left to be removed.</summary>
    /// <remarks>Only the holder of the lock may call this.</remarks>
    /// <exception cref="StoreException">The disk refused.</exception>
    public static void PublishIfWhole(StoreDevice device, string folder)
    {
        if (device.FileExists(Path.Combine(folder, GraphFiles.Current)) || WasPublished(device, folder)) return;
        if (TryRead(device, folder) is { } manifest) PublishedVersion.Publish(device, folder, manifest, LogPosition.None);
    }

    private static Manifest? TryRead(StoreDevice device, string folder)
    {
        try
        {
            Manifest manifest = Manifest.Read(device, folder, version: 1);
            SegmentFile.Open(device, folder, manifest.Segment).File.Dispose();
            return manifest;
        }
        catch (Exception e) when (e is StoreException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
