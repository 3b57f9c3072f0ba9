namespace Papergraph.Store;

/// <summary>The right of one process to publish versions in a graph directory.</summary>
public sealed class GraphWriteLock : IDisposable
{
    private GraphWriteLock()
    {
    }

    /// <summary>Opens the newest published version, or returns null when none was ever published.</summary>
    /// <exception cref="StoreException">The published version is damaged.</exception>
    public GraphReader? OpenRead() => throw new NotImplementedException();

    /// <summary>Starts a whole new version; nothing of it is visible before <see cref="SegmentWriter.Publish"/>.</summary>
    /// <exception cref="InvalidOperationException">A version begun earlier was neither published nor disposed.</exception>
    /// <exception cref="StoreException">The disk refused.</exception>
    public SegmentWriter BeginVersion() => throw new NotImplementedException();

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => throw new NotImplementedException();
}
