namespace Papergraph.Store;

/// <summary>A graph that this process has open for writing: one transaction at a time, any number of readers, none of which waits for
/// anybody.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class GraphStore : IDisposable
{
    private readonly GraphWriteLock _lock;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly object _gate = new();
    private GraphState _committed;
    private bool _disposed;

    private GraphStore(GraphWriteLock held, GraphState state) => (_lock, _committed) = (held, state);

    /// <summary>Opens a graph for writing, creating an empty one where there is none.</summary>
    /// <param name="path">The graph directory.</param>
    /// <param name="options">Null for <see cref="GraphStoreOptions.Default"/>.</param>
    /// <exception cref="StoreException">Another process writes to the graph, it is damaged or of a newer format, or the disk refused.</exception>
    public static GraphStore Open(string path, GraphStoreOptions? options = null) => Open(StoreDevice.Disk, path, options);

    internal static GraphStore Open(StoreDevice device, string path, GraphStoreOptions? options)
    {
        GraphWriteLock held = GraphDirectory.Lock(device, path);
        try
        {
            if (held.Version == 0) held.BeginVersion(threads: 1).Publish();
            return new(held, GraphState.Of(PublishedVersion.Use(device, path, version => GraphBasis.Open(device, path, version))));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The graph as the last commit left it. O(1); the reader keeps that state, whatever is committed later.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public GraphReader OpenRead()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return new(_committed);
        }
    }

    /// <summary>Begins a transaction, after the one that is open, or the compaction that is under way, has ended.</summary>
    /// <param name="cancellation">Observed while waiting.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled; nothing was begun.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public GraphTransaction Begin(CancellationToken cancellation = default)
    {
        _turn.Wait(cancellation);
        lock (_gate)
        {
            if (!_disposed) return new(this, _committed);
        }

        _turn.Release();
        throw new ObjectDisposedException(nameof(GraphStore));
    }

    /// <summary>Gives the lock back. Transactions must have ended; readers may go on.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
        }

        _committed.Basis.Release();
        _lock.Dispose();
    }

    internal void Commit(GraphState state, OperationWriter operations)
    {
        lock (_gate) _committed = state;
        _turn.Release();
    }

    internal void GiveUp() => _turn.Release();
}
