namespace Papergraph.Store;

/// <summary>A directory that holds a graph: at most one writer, any number of readers, each of which sees the version that it
/// opened.</summary>
/// <remarks>The files are described byte by byte in <c>docs/formats/store.md</c>.</remarks>
public static class GraphDirectory
{
    /// <summary>Whether a version of a graph has been published in the directory. Looks at one file name, reads nothing.</summary>
    public static bool Exists(string path) => Exists(StoreDevice.Disk, path);

    /// <summary>Opens the newest published version.</summary>
    /// <param name="path">The graph directory.</param>
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

    internal static bool Exists(StoreDevice device, string path) => device.FileExists(Path.Combine(path, GraphFiles.Current));

    internal static GraphReader OpenRead(StoreDevice device, string path) =>
        CurrentVersion.Use(device, path, manifest => GraphReader.Open(device, path, manifest));

    internal static GraphWriteLock Lock(StoreDevice device, string path)
    {
        device.CreateDirectory(path);
        string lockFile = Path.Combine(path, GraphFiles.Lock);
        if (!Exists(device, path) && !device.FileExists(lockFile) && device.HoldsAnything(path)) throw StoreErrors.NotAGraphDirectory(path);
        IDisposable held = device.TryLock(lockFile) ?? throw StoreErrors.Locked(path);
        try
        {
            long version = CurrentVersion.TryRead(device, path) ?? StrayFiles.HighestVersion(device, path);
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
