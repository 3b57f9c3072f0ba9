using System.Diagnostics;

namespace Papergraph.Store;

/// <summary>A graph that this process has open for writing: one transaction at a time, any number of readers, none of which waits for
/// anybody.</summary>
/// <remarks>
/// <para>Safe for any number of threads. Commits that wait for the disk at the same time share one wait: whoever has written its commit
/// lets the next transaction begin, which builds on it.</para>
/// <para>When the disk has refused, nothing more is committed; readers go on. The graph must be opened again, which finds out what of the
/// last commits is there.</para>
/// </remarks>
public sealed class GraphStore : IDisposable
{
    private readonly StoreDevice _device;
    private readonly string _folder;
    private readonly GraphStoreOptions _options;
    private readonly GraphWriteLock _lock;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly object _gate = new();

    // Changed only by whoever has the turn: the newest state written to the log, and the log.
    private GraphState _head;
    private CommitLog _log;

    // Under the gate: what readers are given, how many commits are written and wait for the disk, and the
    // transaction that is open.
    private GraphState _committed;
    private int _waiting;
    private GraphTransaction? _open;
    private bool _disposed;

    // Why nothing more can be written, or null; with the turn.
    private StoreException? _failure;

    // The length of the log up to which no compaction is tried again, as one has failed.
    private long _noCompactionBelow;

    private GraphStore(StoreDevice device, string folder, GraphStoreOptions options, GraphWriteLock held)
    {
        (_device, _folder, _options, _lock) = (device, folder, options, held);
        (_head, _log) = OpenPublished();
        _committed = _head;
    }

    /// <summary>Opens a graph for writing.</summary>
    /// <param name="path">The graph directory.</param>
    /// <param name="options">Null for <see cref="GraphStoreOptions.Default"/>.</param>
    /// <exception cref="StoreException">Another process writes to the graph, it is damaged or of a newer format, there is none and none is
    /// to be made, or the disk refused.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static GraphStore Open(string path, GraphStoreOptions? options = null) => Open(StoreDevice.Disk, path, options);

    internal static GraphStore Open(StoreDevice device, string path, GraphStoreOptions? options)
    {
        options ??= GraphStoreOptions.Default;
        if (!(options.CompactionRatio >= 0))
            throw new ArgumentOutOfRangeException(nameof(options), options.CompactionRatio, "The ratio is at least 0.");
        ArgumentOutOfRangeException.ThrowIfNegative(options.CompactionMinimum, nameof(options));
        if (options.Threads is { } threads) ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(options));
        if (PackFile.Is(device, path)) throw StoreErrors.PackIsReadOnly(path);
        if (!options.CreateIfMissing) CurrentFile.Read(device, path);   // before the lock, which would make the directory
        GraphWriteLock held = GraphDirectory.Lock(device, path);
        try
        {
            if (held.Version == 0) held.BeginVersion(threads: 1).Publish();
            return new(device, path, options, held);
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
    /// <exception cref="StoreException">The disk has refused a commit before.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public GraphTransaction Begin(CancellationToken cancellation = default)
    {
        TakeTurn(cancellation);
        try
        {
            RequireSound();
            GraphTransaction transaction = new(this, _head);
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                return _open = transaction;
            }
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>Folds the changes into a new segment, so that the log is empty and what was deleted takes no room any more. Transactions
    /// wait; readers notice nothing and keep what they opened. Ids of nodes and positions of edges change.</summary>
    /// <remarks>When the process is killed at any moment, the graph is there, as before or as after.</remarks>
    /// <param name="cancellation">Observed between tables; the graph stays as it was.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    /// <exception cref="StoreException">The disk refused, or the segment is damaged; the graph is as it was.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public CompactionReport Compact(CancellationToken cancellation = default)
    {
        TakeTurn(cancellation);
        try
        {
            WaitForCommits();
            return CompactNow(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Keeps the graph as it is now under a name, whatever is committed later. Takes as long however big the graph is.</summary>
    /// <inheritdoc cref="GraphWriteLock.CreateSnapshot(string)" path="/param"/>
    /// <exception cref="StoreException">The name is unfit or taken, or the disk refused, now or a commit before.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public GraphSnapshot CreateSnapshot(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        SnapshotFile.RequireFit(name);
        TakeTurn(CancellationToken.None);
        try
        {
            RequireSound();
            LogPosition end = _log.Sync();
            return _lock.CreateSnapshot(name, end.Commits > 0 ? end : LogPosition.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gives the lock back, after a compaction if one is due. A transaction that is open is rolled back; readers may go
    /// on.</summary>
    public void Dispose()
    {
        GraphTransaction? open;
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
            open = _open;
        }

        open?.Dispose();
        _turn.Wait();
        try
        {
            WaitForCommits();
            CompactIfDue();
        }
        finally
        {
            CloseLog();
            _head.Basis.Release();
            _lock.Dispose();
            _turn.Release();   // so that whoever waits for it learns that the store is gone
        }
    }

    /// <summary>Ends the open transaction with a commit.</summary>
    internal void Commit(GraphState state, OperationWriter operations)
    {
        CommitLog log = _log;
        long commit;
        try
        {
            commit = log.Append(operations.Payload);
            _head = state;
            lock (_gate) _waiting++;
        }
        finally
        {
            GiveUp();
        }

        try
        {
            log.Wait(commit);
            lock (_gate)
            {
                // Commits may be woken in any order; the newest holds them all.
                if (_committed.Commits < state.Commits) _committed = state;
            }
        }
        finally
        {
            lock (_gate)
            {
                _waiting--;
                Monitor.PulseAll(_gate);
            }
        }

        if (_options.CompactWhileOpen && IsCompactionDue(log)) TryCompact();
    }

    /// <summary>Ends the open transaction without a commit, or with one that is written: the next may begin.</summary>
    internal void GiveUp()
    {
        lock (_gate) _open = null;
        _turn.Release();
    }

    private void CloseLog()
    {
        try
        {
            _log.Close();
        }
        catch (StoreException)
        {
            // What was acknowledged is where its durability promised it: the next to open the graph finds the end of the log by itself.
        }
    }

    private void TakeTurn(CancellationToken cancellation)
    {
        _turn.Wait(cancellation);
        lock (_gate)
        {
            if (!_disposed) return;
        }

        _turn.Release();
        throw new ObjectDisposedException(nameof(GraphStore));
    }

    /// <summary>Waits until nobody is waiting for the disk any more; with the turn, so that nobody begins to.</summary>
    private void WaitForCommits()
    {
        lock (_gate)
        {
            while (_waiting > 0) Monitor.Wait(_gate);
        }
    }

    private bool IsCompactionDue(CommitLog log)
    {
        long length = log.End.Length;
        return length >= _noCompactionBelow && _options.IsDue(length, _head.Basis.Version.Segment.Length);
    }

    private void TryCompact()
    {
        _turn.Wait();
        try
        {
            WaitForCommits();
            lock (_gate)
            {
                if (_disposed) return;
            }

            CompactIfDue();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Compacts if that is due; a failure is no failure of the commit after which it became so.</summary>
    private void CompactIfDue()
    {
        if (_failure is not null || !IsCompactionDue(_log)) return;
        try
        {
            CompactNow(CancellationToken.None);
        }
        catch (StoreException)
        {
            _noCompactionBelow = 2 * _log.End.Length;
        }
    }

    private CompactionReport CompactNow(CancellationToken cancellation)
    {
        RequireSound();
        Debug.Assert(ReferenceEquals(_head, _committed), "Nobody waits for the disk.");
        PublishedVersion before = _head.Basis.Version;
        long commits = _head.Commits, bytes = before.Segment.Length + _log.End.Length;
        if (commits == 0) return new(before.Number, 0, bytes, bytes);
        using (SegmentWriter writer = _lock.BeginVersion(_options.Threads))
        {
            SegmentCompaction.Write(_head, writer, cancellation);
            try
            {
                writer.Publish(cancellation);
            }
            catch (StoreException e) when (e.Code == StoreErrors.NotYetDurableCode)
            {
                MoveOn();
                throw;
            }
        }

        MoveOn();
        PublishedVersion after = _head.Basis.Version;
        return new(after.Number, commits, bytes, after.Segment.Length);
    }

    /// <summary>Goes on with the version that was just published.</summary>
    private void MoveOn()
    {
        GraphState old = _head;
        _log.Dispose();
        try
        {
            (_head, _log) = OpenPublished();
        }
        catch (StoreException e)
        {
            // What would be written to the old log from now on, nobody would read.
            _failure = e;
            throw;
        }

        lock (_gate) _committed = _head;
        old.Basis.Release();
        _noCompactionBelow = 0;
    }

    private void RequireSound()
    {
        if (_failure is not null) throw StoreErrors.LogFailed(_folder, _failure);
        _log.RequireSound();
    }

    private (GraphState State, CommitLog Log) OpenPublished()
    {
        PublishedVersion version = PublishedVersion.Use(_device, _folder, published => published);
        GraphBasis basis = Opened(() => GraphBasis.Open(_device, _folder, version));
        try
        {
            CommitReplayer commits = new(GraphState.Of(basis), Path.Combine(_folder, version.Log.Name));
            CommitLog log = _lock.OpenLog(_options.Durability, commits.Replay);
            return (commits.State, log);
        }
        catch
        {
            basis.Release();
            throw;
        }
    }

    // Nobody else publishes while this process has the lock: a file that is missing is lost.
    private T Opened<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (FileNotFoundException e)
        {
            throw StoreErrors.Missing(e.FileName ?? _folder, e);
        }
    }
}
