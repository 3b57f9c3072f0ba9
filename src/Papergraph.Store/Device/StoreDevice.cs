namespace Papergraph.Store;

/// <summary>Everything that the store does to a disk and asks of it goes through here: the disk itself, or what a test puts in its
/// place.</summary>
/// <remarks>
/// <para>What is written, created, renamed or deleted is seen by all at once, and survives a power cut only after the sync that covers
/// it: <see cref="StoreFile.Sync"/> for the content of a file, <see cref="SyncDirectory"/> for the names in a directory.</para>
/// <para>What the disk refuses is raised as <see cref="StoreException"/>; only a missing file stays a
/// <see cref="FileNotFoundException"/> or <see cref="DirectoryNotFoundException"/> when it is read, since it may mean that a newer
/// version was published.</para>
/// </remarks>
internal abstract class StoreDevice
{
    /// <summary>The disks of this machine.</summary>
    public static StoreDevice Disk { get; } = new DiskDevice();

    /// <summary>Whether there is a file of this name.</summary>
    public abstract bool FileExists(string path);

    /// <summary>Whether there is a directory of this name.</summary>
    public abstract bool DirectoryExists(string path);

    /// <summary>The names (without the path) of the files in a directory, in ordinal order; none if there is no such directory.</summary>
    /// <exception cref="StoreException">The directory cannot be read.</exception>
    public string[] Files(string folder)
    {
        try
        {
            string[] names = FilesCore(folder);
            Array.Sort(names, StringComparer.Ordinal);
            return names;
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw StoreErrors.CannotRead(folder, e);
        }
    }

    /// <summary>Whether a directory holds anything, files or directories.</summary>
    /// <exception cref="StoreException">The directory cannot be read.</exception>
    public bool HoldsAnything(string folder)
    {
        try
        {
            return HoldsAnythingCore(folder);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw StoreErrors.CannotRead(folder, e);
        }
    }

    /// <summary>Creates a directory, and those above it as needed, so that the disk has their names when the call returns.</summary>
    public void CreateDirectory(string path)
    {
        if (DirectoryExists(path)) return;
        string? above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (above is not null) CreateDirectory(above);
        Change(path, () => CreateDirectoryCore(path));
        if (above is not null) SyncDirectory(above);
    }

    /// <summary>Creates a file, or empties it when it is there.</summary>
    public StoreFile Create(string path)
    {
        StoreFile? file = null;
        Change(path, () => file = OpenCore(path, FileMode.Create));
        return file!;
    }

    /// <summary>Opens a file that is there, to read it and to write on in it.</summary>
    public StoreFile OpenWrite(string path)
    {
        StoreFile? file = null;
        Change(path, () => file = OpenCore(path, FileMode.Open));
        return file!;
    }

    /// <summary>Opens a file to read it, while others may write, rename and delete it.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public StoreFile OpenRead(string path) => Read(path, () => OpenReadCore(path));

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="StoreException">It has more bytes, or cannot be read.</exception>
    public byte[] ReadFile(string path, int most)
    {
        using StoreFile file = OpenRead(path);
        long length = file.Length;
        if (length > most) throw StoreErrors.Damaged(path, "length", $"{length} bytes are too many");
        byte[] bytes = new byte[length];
        return file.Read(bytes, 0) == length ? bytes : throw StoreErrors.Damaged(path, "length", "the file became shorter");
    }

    /// <summary>Maps a file into memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">The length that it must have, at least 1.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="StoreException">It has another length, or cannot be read.</exception>
    public MappedFile Map(string path, long length) => Read(path, () => MapCore(path, length));

    /// <summary>Creates a file with this content that the disk has when the call returns.</summary>
    public void WriteFile(string path, ReadOnlySpan<byte> content)
    {
        using StoreFile file = Create(path);
        file.Write(content, 0);
        file.Sync();
    }

    /// <summary>Renames a file, replacing what has the name, in one step.</summary>
    public void Rename(string from, string to) => Change(to, () => RenameCore(from, to));

    /// <summary>Removes a file; a missing one is as good as removed.</summary>
    public void Delete(string path) => Change(path, () => DeleteCore(path));

    /// <summary>Waits until the disk has the names in the directory.</summary>
    public void SyncDirectory(string path) => Change(path, () => SyncDirectoryCore(path));

    /// <summary>Takes a lock that ends when it is disposed and when the process ends, however that ends.</summary>
    /// <param name="path">A file for the lock; made when it is missing, and not removed.</param>
    /// <returns>The lock, or null when another holds it.</returns>
    public IDisposable? TryLock(string path)
    {
        IDisposable? held = null;
        Change(path, () => held = TryLockCore(path));
        return held;
    }

    /// <summary>Whether the system refused something, as opposed to a mistake of the program.</summary>
    internal static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException;

    protected abstract string[] FilesCore(string folder);

    protected abstract bool HoldsAnythingCore(string folder);

    protected abstract void CreateDirectoryCore(string path);

    protected abstract StoreFile OpenCore(string path, FileMode mode);

    protected abstract StoreFile OpenReadCore(string path);

    protected abstract MappedFile MapCore(string path, long length);

    protected abstract void RenameCore(string from, string to);

    protected abstract void DeleteCore(string path);

    protected abstract void SyncDirectoryCore(string path);

    protected abstract IDisposable? TryLockCore(string path);

    private static T Read<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsRefusal(e) && e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw StoreErrors.CannotRead(path, e);
        }
    }

    private static void Change(string path, Action change)
    {
        try
        {
            change();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw StoreErrors.CannotWrite(path, e);
        }
    }
}
