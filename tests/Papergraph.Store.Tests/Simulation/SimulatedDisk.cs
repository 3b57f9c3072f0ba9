namespace Papergraph.Store.Tests.Simulation;

/// <summary>Files and directories in memory that keep apart what programs see and what would survive a power cut.</summary>
/// <remarks>The names in a directory are durable after the sync of that directory, the content of a file after the sync of that file, and
/// neither by the other. A program uses the disk through a <see cref="SimulatedDevice"/>; after a crash a new one is needed.</remarks>
internal sealed class SimulatedDisk
{
    private readonly Dictionary<string, SimulatedFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SimulatedFile> _durableFiles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal) { "/" };
    private readonly HashSet<string> _durableFolders = new(StringComparer.Ordinal) { "/" };
    private readonly List<NameChange> _unsynced = [];
    private readonly HashSet<string> _locks = new(StringComparer.Ordinal);

    /// <summary>Held by whoever looks at or changes the disk.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Grows with each crash; a device of an earlier number is dead.</summary>
    public int PowerCuts { get; private set; }

    /// <summary>Full paths of all files, in ordinal order.</summary>
    public string[] AllFiles => [.. _files.Keys.Order(StringComparer.Ordinal)];

    public bool HasFolder(string path) => _folders.Contains(path);

    public SimulatedFile? Find(string path) => _files.GetValueOrDefault(path);

    public IEnumerable<string> FilesIn(string folder) => _files.Keys.Where(path => FolderOf(path) == folder).Select(NameOf);

    public bool HoldsAnything(string folder) => _files.Keys.Concat(_folders).Any(path => path != "/" && FolderOf(path) == folder);

    public void CreateFolder(string path)
    {
        RequireFolder(FolderOf(path));
        if (_folders.Add(path)) _unsynced.Add(new(FolderOf(path), Removed: null, Added: path, File: null));
    }

    public SimulatedFile Create(string path)
    {
        RequireFolder(FolderOf(path));
        if (_files.TryGetValue(path, out SimulatedFile? file)) return file;
        _unsynced.Add(new(FolderOf(path), Removed: null, Added: path, file = new()));
        return _files[path] = file;
    }

    public void Rename(string from, string to)
    {
        SimulatedFile file = Find(from) ?? throw new FileNotFoundException("No such file.", from);
        _files.Remove(from);
        _files[to] = file;
        _unsynced.Add(new(FolderOf(to), from, to, file));
    }

    public void Delete(string path)
    {
        if (_files.Remove(path)) _unsynced.Add(new(FolderOf(path), path, Added: null, File: null));
    }

    public void SyncFolder(string path)
    {
        RequireFolder(path);
        foreach (NameChange change in _unsynced.Where(change => change.Folder == path)) Keep(change);
        _unsynced.RemoveAll(change => change.Folder == path);
    }

    public bool TryLock(string path) => _locks.Add(path);

    public void Unlock(string path) => _locks.Remove(path);

    /// <summary>A process ends: its locks are free, and what it wrote is seen by the next.</summary>
    public void KillProcesses() => _locks.Clear();

    /// <summary>Cuts the power: of what was not synced a random part is kept.</summary>
    public void Crash(Random random)
    {
        lock (Gate)
        {
            PowerCuts++;
            _locks.Clear();
            double kept = random.Next(4) switch { 0 => 0, 1 => 1, _ => random.NextDouble() };
            foreach (NameChange change in _unsynced)
            {
                if (random.NextDouble() < kept) Keep(change);
            }

            _unsynced.Clear();
            _files.Clear();
            foreach ((string path, SimulatedFile file) in _durableFiles.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                _files[path] = file;
            foreach (SimulatedFile file in AllFiles.Select(path => _files[path]).Distinct()) file.Crash(random);
            _folders.Clear();
            _folders.UnionWith(_durableFolders);
        }
    }

    public static string FolderOf(string path) => Path.GetDirectoryName(path) ?? "/";

    private static string NameOf(string path) => Path.GetFileName(path);

    private void RequireFolder(string path)
    {
        if (!_folders.Contains(path)) throw new DirectoryNotFoundException($"Could not find a part of the path '{path}'.");
    }

    private void Keep(NameChange change)
    {
        if (change.Removed is not null) _durableFiles.Remove(change.Removed);
        if (change.Added is null) return;
        if (change.File is null) _durableFolders.Add(change.Added);
        else _durableFiles[change.Added] = change.File;
    }

    /// <summary>One change of the names in a folder, done as a whole or not at all.</summary>
    private sealed record NameChange(string Folder, string? Removed, string? Added, SimulatedFile? File);
}
