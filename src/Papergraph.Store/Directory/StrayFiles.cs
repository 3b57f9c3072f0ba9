namespace Papergraph.Store;

/// <summary>Removes the files of versions that nothing refers to: older ones, and what a killed or failed writer left.</summary>
internal static class StrayFiles
{
    /// <summary>Removes them as far as the system lets it; what stays is tried again by the next writer.</summary>
    /// <remarks>Only the holder of the lock may call this. Where the published version cannot be told, nothing is removed.</remarks>
    public static void Remove(StoreDevice device, string folder)
    {
        try
        {
            Manifest? published = CurrentVersion.Read(folder);
            string[] strays = [.. Directory.EnumerateFiles(folder).Where(path => IsStray(Path.GetFileName(path), published))];
            if (strays.Length == 0) return;
            // A writer killed right after its rename may not have waited for the disk: while a power cut could bring the version
            // before back, its files must stay.
            device.SyncDirectory(folder);
            foreach (string path in strays.Order(StringComparer.Ordinal)) TryDelete(device, path);
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            // Removal saves room and nothing else: failing it must not fail the writing that it follows.
        }
    }

    private static bool IsStray(string name, Manifest? published) =>
        GraphFiles.IsOfSomeVersion(name)
        && (published is null || (name != published.Segment.Name && name != GraphFiles.Manifest(published.Version)));

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
