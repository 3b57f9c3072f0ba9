namespace Papergraph.Store.Tests.Simulation;

/// <summary>What one process sees of a <see cref="SimulatedDisk"/>, with the faults that a test asks for.</summary>
/// <param name="disk">The disk.</param>
/// <param name="random">Decides how much of a failing operation is done.</param>
/// <param name="faults">Asked before each operation, with its name and file, whether it fails; or null.</param>
internal sealed class SimulatedDevice(SimulatedDisk disk, Random random, Func<string, string, Fault>? faults = null) : StoreDevice
{
    private const int DiskFullCode = 28, InputOutputErrorCode = 5;

    private readonly int _powerCuts = disk.PowerCuts;
    private bool _dead;

    /// <summary>Called when a file is about to be synced, while others may use the disk.</summary>
    public Action? BeforeSync { get; init; }

    /// <summary>The process ends here: whatever it still tries fails and changes nothing, and its locks are free.</summary>
    public void Kill()
    {
        lock (disk.Gate)
        {
            if (_dead || _powerCuts != disk.PowerCuts) return;
            _dead = true;
            disk.KillProcesses();
        }
    }

    public override bool FileExists(string path)
    {
        lock (disk.Gate) return disk.Find(path) is not null;
    }

    public override bool DirectoryExists(string path)
    {
        lock (disk.Gate) return disk.HasFolder(Path.TrimEndingDirectorySeparator(path));
    }

    protected override string[] FilesCore(string folder) => Do("list", folder, () => disk.FilesIn(folder).ToArray());

    protected override bool HoldsAnythingCore(string folder) => Do("list", folder, () => disk.HoldsAnything(folder));

    protected override void CreateDirectoryCore(string path) => Do("create directory", path, () => disk.CreateFolder(path));

    protected override StoreFile OpenCore(string path, FileMode mode) => Do("open", path, () =>
    {
        SimulatedFile file = mode == FileMode.Create ? disk.Create(path) : Find(path);
        if (mode == FileMode.Create && file.Seen.Length > 0) file.Truncate(0);
        return new OpenFile(this, path, file);
    });

    protected override StoreFile OpenReadCore(string path) => Do("open to read", path, () => new OpenFile(this, path, Find(path)));

    protected override MappedFile MapCore(string path, long length) => Do("map", path, () =>
    {
        SimulatedFile file = Find(path);
        return file.Seen.Length == length
            ? MappedFile.OfMemory(path, file.Seen)
            : throw StoreErrors.WrongLength(path, file.Seen.Length, length);
    });

    protected override void RenameCore(string from, string to) => Do("rename", to, () => disk.Rename(from, to));

    protected override void DeleteCore(string path) => Do("delete", path, () => disk.Delete(path));

    protected override void SyncDirectoryCore(string path) => Do("sync directory", path, () => disk.SyncFolder(path));

    protected override IDisposable? TryLockCore(string path) => Do("lock", path, () =>
    {
        disk.Create(path);
        return disk.TryLock(path) ? new HeldLock(this, path) : null;
    });

    private SimulatedFile Find(string path) => disk.Find(path) ?? throw new FileNotFoundException($"Could not find file '{path}'.", path);

    private void Do(string operation, string path, Action act) => Do(operation, path, () =>
    {
        act();
        return true;
    });

    private T Do<T>(string operation, string path, Func<T> act)
    {
        lock (disk.Gate)
        {
            if (FaultOf(operation, path) is { } fault) throw fault;
            return act();
        }
    }

    private IOException? FaultOf(string operation, string path)
    {
        if (_dead || _powerCuts != disk.PowerCuts) return new("The machine is off.");
        return faults?.Invoke(operation, path) switch
        {
            Fault.Refused => new("Input/output error", InputOutputErrorCode),
            Fault.DiskFull => new("No space left on device", DiskFullCode),
            _ => null,
        };
    }

    private sealed class HeldLock(SimulatedDevice device, string path) : IDisposable
    {
        public void Dispose()
        {
            if (device.IsAlive) device.Unlock(path);
        }
    }

    private bool IsAlive => !_dead && _powerCuts == disk.PowerCuts;

    private void Unlock(string path)
    {
        lock (disk.Gate) disk.Unlock(path);
    }

    private sealed class OpenFile(SimulatedDevice device, string path, SimulatedFile file) : StoreFile(path)
    {
        public override void Dispose()
        {
        }

        protected override long LengthCore => device.Do("length", Path, () => file.Seen.Length);

        protected override int ReadCore(Span<byte> bytes, long offset)
        {
            lock (device.Gate)
            {
                if (device.FaultOf("read", Path) is { } fault) throw fault;
                int count = (int)Math.Clamp(file.Seen.Length - offset, 0, bytes.Length);
                if (count > 0) file.Seen.Slice((int)offset, count).CopyTo(bytes);
                return count;
            }
        }

        protected override void WriteCore(ReadOnlySpan<byte> bytes, long offset)
        {
            lock (device.Gate)
            {
                IOException? fault = device.FaultOf("write", Path);
                if (fault is not null && device.IsAlive) file.Write(bytes[..device.Random.Next(bytes.Length + 1)], offset);
                if (fault is not null) throw fault;
                file.Write(bytes, offset);
            }
        }

        protected override void TruncateCore(long length) => device.Do("truncate", Path, () => file.Truncate(length));

        protected override void SyncCore()
        {
            device.BeforeSync?.Invoke();
            lock (device.Gate)
            {
                IOException? fault = device.FaultOf("sync", Path);
                if (fault is not null && device.IsAlive) file.FailSync(device.Random);
                if (fault is not null) throw fault;
                file.Sync();
            }
        }
    }

    private Lock Gate => disk.Gate;

    private Random Random => random;
}
