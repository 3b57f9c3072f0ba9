namespace Papergraph.Store;

/// <summary>Removes the files that nothing refers to: those of older versions, and what a killed or failed writer left.</summary>
internal static class StrayFiles
{
    /// <summary>Removes them as far as the system lets it; what stays is tried again by the next writer.</summary>
    /// <remarks>Only the holder of the lock may call this.</remarks>
    /// <param name="device">What removes them.</param>
    /// <param name="folder">The graph directory.</param>
    /// <param name="newest">The newest version that may have been published. Where it cannot be told what is needed, because
    /// <c>CURRENT</c>, its manifest or a snapshot is damaged, only files of later ones are removed.</param>
    public static void Remove(StoreDevice device, string folder, long newest)
    {
        try
        {
            string snapshots = Path.Combine(folder, GraphFiles.Snapshots);
            bool halfSnapshot = device.FileExists(Path.Combine(snapshots, GraphFiles.NewSnapshot));
            HashSet<string>? needed = Needed(device, folder);
            string[] strays = [.. device.Files(folder).Where(name => IsStray(name, needed, newest))];
            if (strays.Length == 0 && !halfSnapshot) return;
            // A writer killed right after a rename may not have waited for the disk: while a power cut could bring the version or the
            // snapshot before back, its files must stay.
            device.SyncDirectory(folder);
            if (device.DirectoryExists(snapshots)) device.SyncDirectory(snapshots);
            if (halfSnapshot) TryDelete(device, Path.Combine(snapshots, GraphFiles.NewSnapshot));
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

    /// <summary>The names that the published version and the snapshots refer to, or null when that cannot be told.</summary>
    private static HashSet<string>? Needed(StoreDevice device, string folder)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        try
        {
            if (CurrentFile.TryRead(device, folder) is not { } current) return null;
            if (current.Version > 0)
            {
                names.Add(GraphFiles.Manifest(current.Version));
                Add(PublishedVersion.Of(device, folder, current));
            }

            foreach (string name in SnapshotFile.Names(device, folder)) Add(SnapshotFile.Read(device, folder, name));
            return names;
        }
        catch (Exception e) when (e is StoreException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        void Add(PublishedVersion version)
        {
            names.Add(version.Segment.Name);
            // A log without a commit is none, even if a writer that was stopped had begun one.
            if (version.Log.End is not { Commits: 0 }) names.Add(version.Log.Name);
        }
    }

    private static bool IsStray(string name, HashSet<string>? needed, long newest) =>
        GraphFiles.IsTemporary(name)
        || (GraphFiles.VersionOf(name) is { } version && (needed is null ? version > newest : !needed.Contains(name)));

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
