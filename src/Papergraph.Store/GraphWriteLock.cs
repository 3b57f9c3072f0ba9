namespace Papergraph.Store;

/// <summary>The right of one process to publish versions in a graph directory. Not safe for use by several threads at once.</summary>
public sealed class GraphWriteLock : IDisposable
{
    private readonly StoreDevice _device;
    private readonly IDisposable _held;
    private SegmentWriter? _writer;
    private bool _disposed;

    internal GraphWriteLock(string folder, StoreDevice device, IDisposable held, long version) =>
        (Folder, _device, _held, Version) = (folder, device, held, version);

    /// <summary>Number of the newest published version, 0 when there is none. Where <c>CURRENT</c> is damaged or lost, the highest number
    /// in the names of the files.</summary>
    public long Version { get; private set; }

    /// <summary>The graph directory.</summary>
    internal string Folder { get; }

    /// <summary>Opens the newest published version, or returns null when none was ever published.</summary>
    /// <exception cref="StoreException">The published version is damaged.</exception>
    public GraphReader? OpenRead()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (GraphDirectory.Exists(_device, Folder)) return GraphDirectory.OpenRead(_device, Folder);
        return Version == 0 ? null : throw StoreErrors.Missing(Path.Combine(Folder, GraphFiles.Current));
    }

    /// <summary>Starts a whole new version; nothing of it is visible before <see cref="SegmentWriter.Publish"/>.</summary>
    /// <param name="threads">How many threads may work on it at once, the caller's included, at least 1; null for one per processor.
    /// The bytes do not depend on it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    /// <exception cref="InvalidOperationException">A version begun earlier was neither published nor disposed.</exception>
    /// <exception cref="StoreException">The disk refused.</exception>
    public SegmentWriter BeginVersion(int? threads = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        int atOnce = threads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1, nameof(threads));
        if (_writer is not null) throw new InvalidOperationException("A version is being written already; publish or dispose it first.");
        try
        {
            return _writer = new(this, new(_device, Path.Combine(Folder, GraphFiles.Segment(Version + 1))), atOnce);
        }
        catch (StoreException)
        {
            End(keepOlder: false);
            throw;
        }
    }

    /// <summary>Keeps the graph as it is now under a name, whatever is written later. Takes as long however big the graph is: its files
    /// are shared.</summary>
    /// <param name="name">1 to 100 letters, digits, <c>.</c>, <c>-</c> and <c>_</c>, no <c>.</c> at either end, and not
    /// <c>current</c>.</param>
    /// <exception cref="StoreException">The name is unfit or taken, there is no graph yet or it is damaged, or the disk
    /// refused.</exception>
    public GraphSnapshot CreateSnapshot(string name)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(name);
        SnapshotFile.RequireFit(name);
        CurrentFile current = CurrentFile.Read(_device, Folder);
        LogPosition end = current.LogEnd ?? CloseLog();
        return CreateSnapshot(name, end);
    }

    /// <summary>Removes a snapshot, and the files that nothing but it referred to.</summary>
    /// <exception cref="StoreException">There is no snapshot of this name, or the disk refused.</exception>
    public void DeleteSnapshot(string name)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(name);
        SnapshotFile.Delete(_device, Folder, name);
        if (_writer is null) StrayFiles.Remove(_device, Folder, Version);
    }

    /// <summary>Publishes a new version that is the graph as it was when the snapshot was made; what came since is gone, unless another
    /// snapshot has it.</summary>
    /// <returns>The number of the new version.</returns>
    /// <exception cref="InvalidOperationException">A version begun earlier was neither published nor disposed.</exception>
    /// <exception cref="StoreException">There is no snapshot of this name, it is damaged, or the disk refused.</exception>
    public long RestoreSnapshot(string name)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(name);
        if (_writer is not null) throw new InvalidOperationException("A version is being written; publish or dispose it first.");
        PublishedVersion snapshot = SnapshotFile.Read(_device, Folder, name);
        bool keepOlder = false;
        try
        {
            SegmentFile.Open(_device, Folder, snapshot.Segment).File.Dispose();
            if (snapshot.Log.End is { Commits: > 0 } end) CopyLog(snapshot.Log, end, GraphFiles.Log(Version + 1));
            return Publish(snapshot.Segment, snapshot.Log.End!.Value);
        }
        catch (FileNotFoundException e)
        {
            throw StoreErrors.Missing(e.FileName ?? Folder, e);
        }
        catch (StoreException e) when (e.Code == StoreErrors.NotYetDurableCode)
        {
            keepOlder = true;
            throw;
        }
        finally
        {
            End(keepOlder);
        }
    }

    /// <summary>Gives up a version that was begun and not published, and gives the lock back.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _writer?.Dispose();
        _disposed = true;
        _held.Dispose();
    }

    /// <summary>Opens the log of the published version to append to it.</summary>
    /// <param name="durability">What a commit waits for.</param>
    /// <param name="replay">Called with each commit that is in it.</param>
    /// <exception cref="StoreException">There is no graph, it is damaged, or the disk refused.</exception>
    internal CommitLog OpenLog(Durability durability, CommitReplay replay) =>
        CommitLog.Open(_device, Folder, PublishedVersion.Use(_device, Folder, version => version), durability, replay);

    /// <summary>Keeps the published version up to a place in its log, which the disk must have.</summary>
    internal GraphSnapshot CreateSnapshot(string name, LogPosition end)
    {
        PublishedVersion published = PublishedVersion.Use(_device, Folder, version => version);
        SnapshotFile.Create(_device, Folder, name, published, end);
        return new(name, published.Number, end.Commits, published.Segment.Name, published.Segment.Length, end.Length);
    }

    /// <summary>Makes a finished segment the newest version, with a log of its number that ends at the given place.</summary>
    internal long Publish(SegmentReference segment, LogPosition logEnd = default)
    {
        try
        {
            PublishedVersion.Publish(_device, Folder, new(Version + 1, segment), logEnd);
        }
        catch (StoreException e) when (e.Code == StoreErrors.NotYetDurableCode)
        {
            Version++;   // the versions before are kept: after a power cut the directory may name either
            throw;
        }

        return ++Version;
    }

    /// <summary>Ends the version being written; removes its files if it was not published, or those of the version before.</summary>
    internal void End(bool keepOlder)
    {
        _writer = null;
        if (!keepOlder) StrayFiles.Remove(_device, Folder, Version);
    }

    /// <summary>Closes a log that a writer which was stopped left open, and returns its end.</summary>
    private LogPosition CloseLog()
    {
        using CommitLog log = OpenLog(Durability.Full, (_, _) => { });
        LogPosition end = log.End;
        log.Close();
        return end.Commits > 0 ? end : LogPosition.None;
    }

    private void CopyLog(LogReference log, LogPosition end, string copy)
    {
        LogReader.Read(_device, Folder, log, (_, _) => { });
        using StoreFile from = _device.OpenRead(Path.Combine(Folder, log.Name)), to = _device.Create(Path.Combine(Folder, copy));
        byte[] chunk = new byte[(int)Math.Min(end.Length, 1 << 20)];
        for (long at = 0; at < end.Length; at += chunk.Length)
        {
            Span<byte> part = chunk.AsSpan(0, (int)Math.Min(chunk.Length, end.Length - at));
            if (from.Read(part, at) < part.Length) throw StoreErrors.WrongLength(from.Path, at, end.Length);
            to.Write(part, at);
        }

        to.Sync();
    }
}
