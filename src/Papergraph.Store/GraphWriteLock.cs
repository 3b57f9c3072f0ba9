namespace Papergraph.Store;

/// <summary>The right of one process to publish versions in a graph directory. Not safe for use by several threads at once.</summary>
public sealed class GraphWriteLock : IDisposable
{
    private readonly string _folder;
    private readonly StoreDevice _device;
    private readonly IDisposable _held;
    private SegmentWriter? _writer;
    private bool _disposed;

    internal GraphWriteLock(string folder, StoreDevice device, IDisposable held, long version) =>
        (_folder, _device, _held, Version) = (folder, device, held, version);

    /// <summary>Number of the newest published version, 0 when there is none. Where <c>CURRENT</c> is damaged, the highest number in
    /// the names of the files.</summary>
    public long Version { get; private set; }

    /// <summary>Opens the newest published version, or returns null when none was ever published.</summary>
    /// <exception cref="StoreException">The published version is damaged.</exception>
    public GraphReader? OpenRead()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return GraphDirectory.Exists(_device, _folder) ? GraphDirectory.OpenRead(_device, _folder) : null;
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
            return _writer = new(this, new(_device, Path.Combine(_folder, GraphFiles.Segment(Version + 1))), atOnce);
        }
        catch (StoreException)
        {
            End(keepOlder: false);
            throw;
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

    /// <summary>Makes a finished segment the newest version: until the rename the version before stands, after it the new one.</summary>
    internal long Publish(SegmentReference segment)
    {
        long version = Version + 1;
        string newCurrent = Path.Combine(_folder, GraphFiles.NewCurrent);
        _device.WriteFile(Path.Combine(_folder, GraphFiles.Manifest(version)), new Manifest(version, segment).ToBytes());
        _device.WriteFile(newCurrent, CurrentVersion.ToBytes(version));
        _device.SyncDirectory(_folder);
        _device.Rename(newCurrent, Path.Combine(_folder, GraphFiles.Current));
        Version = version;
        try
        {
            _device.SyncDirectory(_folder);
        }
        catch (StoreException e)
        {
            // The versions before are kept: after a power cut the directory may name either.
            throw StoreErrors.NotYetDurable(_folder, e.InnerException ?? e);
        }

        return version;
    }

    /// <summary>Ends the version being written; removes its files if it was not published, or those of the version before.</summary>
    internal void End(bool keepOlder)
    {
        _writer = null;
        if (!keepOlder) StrayFiles.Remove(_device, _folder, Version);
    }
}
