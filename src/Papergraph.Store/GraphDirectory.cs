namespace Papergraph.Store;

/// <summary>A directory that holds a graph: at most one writer, any number of readers, each of which sees the version that it
/// opened.</summary>
/// <remarks>The files are described byte by byte in <c>docs/formats/store.md</c>.</remarks>
public static class GraphDirectory
{
    /// <summary>Whether a version of a graph has been published in the directory. Looks at one file name, reads nothing.</summary>
    public static bool Exists(string path) => throw new NotImplementedException();

    /// <summary>Opens the newest published version.</summary>
    /// <param name="path">The graph directory.</param>
    /// <returns>A reader that keeps its version, whatever is published later, until it is disposed.</returns>
    /// <exception cref="StoreException">The directory is absent, holds no graph, is of a newer format or is damaged.</exception>
    public static GraphReader OpenRead(string path) => throw new NotImplementedException();

    /// <summary>Takes the right to write, creating the directory if needed, and removes what a killed writer left behind.</summary>
    /// <param name="path">The graph directory; if it exists it must be empty or hold a graph.</param>
    /// <returns>The lock, to be disposed when the writing is done; the operating system releases it when the process dies.</returns>
    /// <exception cref="StoreException">Another writer holds the lock, or the directory cannot be written or holds something else.</exception>
    public static GraphWriteLock Lock(string path) => throw new NotImplementedException();
}
