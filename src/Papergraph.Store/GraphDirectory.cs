namespace Papergraph.Store;

/// <summary>A directory that holds a graph: at most one writer, any number of readers, each of which sees the version that it
/// opened.</summary>
/// <remarks>The files are described byte by byte in <c>docs/formats/store.md</c>.</remarks>
public static class GraphDirectory
{
    /// <summary>Whether a version of a graph has been published in the directory, or the path is that of a pack. Looks at names and, of a
    /// file, at its first bytes.</summary>
    public static bool Exists(string path) => Exists(StoreDevice.Disk, path);

    /// <summary>Opens the newest published version, or a pack.</summary>
    /// <param name="path">The graph directory, or the file of a pack (<see cref="GraphPack"/>).</param>
    /// <returns>A reader that keeps its version, whatever is published later, until it is disposed.</returns>
    /// <exception cref="StoreException">The directory is absent, holds no graph, is of a newer format or is damaged.</exception>
    public static GraphReader OpenRead(string path) => OpenRead(StoreDevice.Disk, path);

    /// <summary>Takes the right to write, creating the directory if needed, and removes what a killed writer left behind.</summary>
    /// <param name="path">The graph directory; if it exists it must be empty or hold a graph.</param>
    /// <returns>The lock, to be disposed when the writing is done; the operating system releases it when the process dies.</returns>
    /// <remarks>A damaged graph is no obstacle, as a new version needs nothing of the old one; whoever needs it opens it.</remarks>
    /// <exception cref="StoreException">Another writer holds the lock, the directory cannot be written or holds something else, or the
    /// graph in it is of a newer format.</exception>
    public static GraphWriteLock Lock(string path) => Lock(StoreDevice.Disk, path);

    /// <summary>The snapshots of a graph, in ordinal order of their names.</summary>
    /// <param name="path">The graph directory.</param>
    /// <exception cref="StoreException">The directory is absent or holds no graph, or the file of a snapshot is damaged.</exception>
    public static IReadOnlyList<GraphSnapshot> Snapshots(string path) => Snapshots(StoreDevice.Disk, path);

    /// <summary>The names of the snapshots of a graph, in ordinal order. Their files are not read, so those of damaged ones are among them.</summary>
    /// <param name="path">The graph directory.</param>
    /// <exception cref="StoreException">The directory is absent or holds no graph.</exception>
    public static IReadOnlyList<string> SnapshotNames(string path) => SnapshotNames(StoreDevice.Disk, path);

    /// <summary>Opens a snapshot.</summary>
    /// <param name="path">The graph directory.</param>
    /// <param name="name">Name of the snapshot.</param>
    /// <returns>A reader that keeps what it opened, whatever becomes of the snapshot, until it is disposed.</returns>
    /// <exception cref="StoreException">The directory is absent, has no such snapshot, or what belongs to it is damaged.</exception>
    public static GraphReader OpenSnapshot(string path, string name) => OpenSnapshot(StoreDevice.Disk, path, name);

    internal static IReadOnlyList<string> SnapshotNames(StoreDevice device, string path)
    {
        if (PackFile.Is(device, path)) throw StoreErrors.PackIsReadOnly(path);
        CurrentFile.Read(device, path);
        return [.. SnapshotFile.Names(device, path)];
    }

    internal static IReadOnlyList<GraphSnapshot> Snapshots(StoreDevice device, string path) =>
        [.. SnapshotNames(device, path).Select(name =>
        {
            PublishedVersion version = SnapshotFile.Read(device, path, name);
            LogPosition end = version.Log.End!.Value;
            return new GraphSnapshot(name, version.Number, end.Commits, version.Segment.Name, version.Segment.Length, end.Length);
        })];

    internal static GraphReader OpenSnapshot(StoreDevice device, string path, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!device.DirectoryExists(path)) throw StoreErrors.NoDirectory(path);
        PublishedVersion snapshot = SnapshotFile.Read(device, path, name);
        try
        {
            return GraphReader.Open(device, path, snapshot);
        }
        catch (FileNotFoundException e)
        {
            SnapshotFile.Read(device, path, name);   // it may have been deleted meanwhile, and then that is the matter
            throw StoreErrors.Missing(e.FileName ?? path, e);
        }
    }

    internal static bool Exists(StoreDevice device, string path) =>
        device.FileExists(Path.Combine(path, GraphFiles.Current)) || PackFile.Is(device, path);

    internal static GraphReader OpenRead(StoreDevice device, string path) =>
        device.FileExists(path)
            ? GraphReader.OpenPack(device, path)
            : PublishedVersion.Use(device, path, version => GraphReader.Open(device, path, version));

    internal static GraphWriteLock Lock(StoreDevice device, string path)
    {
        if (PackFile.Is(device, path)) throw StoreErrors.PackIsReadOnly(path);
        device.CreateDirectory(path);
        string lockFile = Path.Combine(path, GraphFiles.Lock);
        if (!Exists(device, path) && !device.FileExists(lockFile) && device.HoldsAnything(path)) throw StoreErrors.NotAGraphDirectory(path);
        IDisposable held = device.TryLock(lockFile) ?? throw StoreErrors.Locked(path);
        try
        {
            FirstVersion.PublishIfWhole(device, path);
            long version = CurrentFile.TryRead(device, path)?.Version ?? StrayFiles.HighestVersion(device, path);
            // What the last writer left in place before it was stopped may not be on the disk: what this one builds on must be.
            device.SyncDirectory(path);
            string snapshots = Path.Combine(path, GraphFiles.Snapshots);
            if (device.DirectoryExists(snapshots)) device.SyncDirectory(snapshots);
            StrayFiles.Remove(device, path, version);
            return new(path, device, held, version);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }
}
