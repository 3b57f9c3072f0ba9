using System.Diagnostics;

namespace Papergraph.Store;

/// <summary>The log of the published version, to which the one writer appends its commits.</summary>
/// <remarks>
/// <para>Commits are appended one after another, by whoever has the turn to write; any number of threads may wait at once for theirs to
/// be durable. One of them syncs for all that were appended until then, the others wait for it (group commit: D. DeWitt et al.,
/// “Implementation Techniques for Main Memory Database Systems”, SIGMOD 1984, §5.2, https://doi.org/10.1145/602259.602261).</para>
/// <para>After a failed write or sync nothing is known about what was not durable before: nothing more is appended, and a sync is never
/// tried again, as the system may have forgotten what it could not save. The log must be opened anew, which finds out how far it is
/// whole and writes again what may be in memory only.</para>
/// </remarks>
internal sealed class CommitLog : IDisposable
{
    private readonly StoreDevice _device;
    private readonly string _folder;
    private readonly PublishedVersion _published;
    private readonly Durability _durability;
    private readonly string _path;
    private readonly object _gate = new();
    private StoreFile? _file;
    private bool _markedOpen;
    private bool _closed;
    private byte[] _frame = new byte[1 << 12];
    private LogPosition _end;
    private LogPosition _durable;
    private bool _syncing;
    private StoreException? _failure;

    private CommitLog(StoreDevice device, string folder, PublishedVersion published, Durability durability)
    {
        (_device, _folder, _published, _durability) = (device, folder, published, durability);
        _path = Path.Combine(folder, published.Log.Name);
    }

    /// <summary>Behind the last commit that was appended.</summary>
    public LogPosition End
    {
        get
        {
            lock (_gate) return _end;
        }
    }

    /// <summary>Number of the last commit that the disk has for certain.</summary>
    public long DurableCommits
    {
        get
        {
            lock (_gate) return _durable.Commits;
        }
    }

    /// <summary>How many bytes were cut off when the log was opened: remains of commits that were never acknowledged.</summary>
    public long CutBytes { get; private init; }

    /// <summary>Opens the log of a published version. Only for the holder of the lock.</summary>
    /// <param name="device">Where it lies.</param>
    /// <param name="folder">The graph directory.</param>
    /// <param name="published">The published version.</param>
    /// <param name="durability">What a commit waits for.</param>
    /// <param name="replay">Called with each commit.</param>
    /// <exception cref="StoreException">The log is damaged, or the disk refused.</exception>
    public static CommitLog Open(StoreDevice device, string folder, PublishedVersion published, Durability durability, CommitReplay replay)
    {
        LogPosition? closedAt = published.Log.End;
        if (closedAt is { Commits: 0 }) return new(device, folder, published, durability);
        string path = Path.Combine(folder, published.Log.Name);
        if (!device.FileExists(path)) throw StoreErrors.Missing(path);
        StoreFile file = device.OpenWrite(path);
        try
        {
            LogReader.Outcome found = LogReader.Read(file, published.Log, replay);
            if (closedAt is null) Recover(file, found);
            return new(device, folder, published, durability)
            {
                _file = file,
                _end = found.End,
                _durable = found.End,
                _markedOpen = closedAt is null,
                CutBytes = found.Length - found.End.Length,
            };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Appends a commit. Only by one thread at a time; it is not durable before <see cref="Wait"/>.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="StoreException">The disk refused, now or earlier, or the commit is too big (which harms nothing else).</exception>
    public long Append(ReadOnlySpan<byte> payload)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (payload.Length > LogFormat.MaxPayload) throw StoreErrors.TransactionTooLarge();
        LogPosition at, durable;
        lock (_gate)
        {
            ThrowIfFailed();
            (at, durable) = (_end, _durable);
        }

        try
        {
            if (!_markedOpen) (at, durable) = MarkOpen(at);
            int length = (int)LogFormat.FrameLength(payload.Length);
            if (_frame.Length < length) _frame = new byte[Math.Max(length, (int)Math.Min(2L * _frame.Length, Array.MaxLength))];
            Span<byte> frame = _frame.AsSpan(0, length);
            LogPosition behind = LogFormat.WriteFrameHeader(frame, at, durable.Length, payload);
            payload.CopyTo(frame[LogFormat.FrameHeaderSize..]);
            frame[(LogFormat.FrameHeaderSize + payload.Length)..].Clear();
            _file!.Write(frame, at.Length);
            lock (_gate) _end = behind;
            return behind.Commits;
        }
        catch (StoreException e)
        {
            throw Fail(e);
        }
    }

    /// <exception cref="StoreException">The disk has refused a commit before, so that no other can be appended.</exception>
    public void RequireSound()
    {
        lock (_gate) ThrowIfFailed();
    }

    /// <summary>Waits until a commit is durable, in the sense of the log's <see cref="Durability"/>.</summary>
    /// <param name="commit">Its number.</param>
    /// <exception cref="StoreException">The disk refused: whether the commit is there shows when the graph is opened again.</exception>
    public void Wait(long commit)
    {
        if (_durability == Durability.OperatingSystem) RequireDirectory();
        else SyncTo(commit);
    }

    /// <summary>Waits until the disk has every commit that was appended, and returns the place behind them.</summary>
    /// <exception cref="StoreException">The disk refused.</exception>
    public LogPosition Sync()
    {
        LogPosition end = End;
        if (end.Commits > 0) SyncTo(end.Commits);
        return end;
    }

    /// <summary>Syncs the log and notes in <c>CURRENT</c> that it is whole, so that damage can be told from a writer that was stopped.
    /// Nobody may be appending.</summary>
    /// <exception cref="StoreException">The disk refused; the log is left as one that was not closed, which harms nothing.</exception>
    public void Close()
    {
        if (_closed) return;
        try
        {
            lock (_gate) ThrowIfFailed();
            LogPosition end = Sync();
            if (_markedOpen) new CurrentFile(_published.Number, end.Commits > 0 ? end : LogPosition.None).Write(_device, _folder);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Lets go of the file without closing the log: for one that failed, or of a version that another has replaced.</summary>
    public void Dispose()
    {
        if (_closed) return;
        lock (_gate)
        {
            while (_syncing) Monitor.Wait(_gate);
            _closed = true;
        }

        _file?.Dispose();
    }

    /// <summary>Cuts off the remains of unfinished commits. What is whole is written again from the last place that the disk is known to
    /// have: a sync may have failed before, and then it may be in memory only, where no later sync finds it.</summary>
    private static void Recover(StoreFile file, LogReader.Outcome found)
    {
        if (found.Length > found.End.Length) file.Truncate(found.End.Length);
        byte[] chunk = new byte[(int)Math.Min(found.End.Length - found.Durable, 1 << 20)];
        for (long at = found.Durable; at < found.End.Length; at += chunk.Length)
        {
            Span<byte> part = chunk.AsSpan(0, (int)Math.Min(chunk.Length, found.End.Length - at));
            if (file.Read(part, at) < part.Length) throw StoreErrors.WrongLength(file.Path, at, found.End.Length);
            file.Write(part, at);
        }

        file.Sync();
    }

    /// <summary>Notes in <c>CURRENT</c>, before the first commit, that the end of the log is not known any more; makes the log if there
    /// is none.</summary>
    private (LogPosition End, LogPosition Durable) MarkOpen(LogPosition at)
    {
        if (_file is null)
        {
            byte[] header = LogFormat.Header(_published.Segment);
            at = LogFormat.ReadHeader(header, _published.Segment, _path);
            _file = _device.Create(_path);
            _file.Write(header, 0);
            _file.Sync();
        }

        new CurrentFile(_published.Number, LogEnd: null).Write(_device, _folder);
        _markedOpen = true;
        lock (_gate) (_end, _durable) = (at, at);
        return (at, at);
    }

    private void SyncTo(long commit)
    {
        LogPosition target;
        lock (_gate)
        {
            Debug.Assert(commit <= _end.Commits, "Only what was appended can be waited for.");
            while (true)
            {
                if (_durable.Commits >= commit) return;
                ThrowIfFailed();
                if (!_syncing) break;
                Monitor.Wait(_gate);
            }

            _syncing = true;
            target = _end;
        }

        try
        {
            _file!.Sync();
            RequireDirectory();
            lock (_gate) _durable = target;
        }
        catch (StoreException e)
        {
            throw Fail(e);
        }
        finally
        {
            lock (_gate)
            {
                _syncing = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>On Unix a file can be written and synced after its directory was removed.</summary>
    private void RequireDirectory()
    {
        if (!_device.FileExists(_path)) throw Fail(StoreErrors.DirectoryGone(_folder));
    }

    private StoreException Fail(StoreException cause)
    {
        lock (_gate)
        {
            _failure ??= cause;
            return cause;
        }
    }

    private void ThrowIfFailed()
    {
        if (_failure is not null) throw StoreErrors.LogFailed(_path, _failure);
    }
}
