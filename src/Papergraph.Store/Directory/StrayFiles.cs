namespace Papergraph.Store;

/// <summary>Removes the files of versions that nothing refers to: older ones, and what a killed or failed writer left.</summary>
internal static class StrayFiles
{
    /// <summary>Removes them as far as the system lets it; what stays is tried again by the next writer.</summary>
    /// <remarks>Only the holder of the lock may call this.</remarks>
    /// <param name="device">What removes them.</param>
    /// <param name="folder">The graph directory.</param>
    /// <param name="newest">The newest version that may have been published. Where <c>CURRENT</c> does not tell which one was, only
    /// files of later ones are removed.</param>
    public static void Remove(StoreDevice device, string folder, long newest)
    {
        try
        {
            long? published = CurrentVersion.TryRead(device, folder);
            string[] strays = [.. device.Files(folder).Where(name => IsStray(name, published, newest))];
            if (strays.Length == 0) return;
            // A writer killed right after its rename may not have waited for the disk: while a power cut could bring the version
            // before back, its files must stay.
            device.SyncDirectory(folder);
            foreach (string name in strays) TryDelete(device, Path.Combine(folder, name));
        }
        catch (StoreException)
        {
            // Removal saves room and nothing else: failing it must not fail the writing that it follows.
        }
    }

    /// <summary>The highest version that a file of the directory belongs to, 0 when there is none.</summary>
    /// <exception cref="StoreException">The directory cannot be read.</exception>
    public static long HighestVersion(StoreDevice device, string folder) => device.Files(folder).Max(GraphFiles.VersionOf) ?? 0;

    private static bool IsStray(string name, long? published, long newest) =>
        GraphFiles.IsTemporary(name)
        || (GraphFiles.VersionOf(name) is { } version && (published is null ? version > newest : version != published));

    private static void TryDelete(StoreDevice device, string path)
    {
        try
        {
            device.Delete(path);
        }
        catch (StoreException)
        {
            // Windows refuses while a reader has the file mapped.
        }
    }
}
