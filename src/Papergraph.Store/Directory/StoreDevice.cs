using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Papergraph.Store;

/// <summary>Every change that a writer makes to the disk.</summary>
/// <param name="before">Called before each operation with its name and file; a test makes the operation fail by throwing from it.</param>
internal sealed partial class StoreDevice(Action<string, string>? before = null)
{
    // What file systems answer that cannot sync directories (network and user-space ones): there is nothing more to be done there.
    private const int BadDescriptor = 9, InvalidArgument = 22;

    /// <summary>Creates a directory, and those above it as needed, so that the disk has their names when the call returns.</summary>
    public void CreateDirectory(string path)
    {
        if (Directory.Exists(path)) return;
        string? above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (above is not null) CreateDirectory(above);
        Change("create directory", path, () => Directory.CreateDirectory(path));
        if (above is not null) SyncDirectory(above);
    }

    /// <summary>Creates a file, or empties it when it is there.</summary>
    public SafeFileHandle Create(string path)
    {
        SafeFileHandle? file = null;
        Change("create", path, () => file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read));
        return file!;
    }

    public void Write(SafeFileHandle file, string path, ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            before?.Invoke("write", path);
            RandomAccess.Write(file, bytes, offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.CannotWrite(path, e);
        }
    }

    /// <summary>Waits until the disk has what was written to the file.</summary>
    public void Sync(SafeFileHandle file, string path) => Change("sync", path, () => RandomAccess.FlushToDisk(file));

    /// <summary>Creates a file with this content that the disk has when the call returns.</summary>
    public void WriteFile(string path, byte[] content)
    {
        using SafeFileHandle file = Create(path);
        Write(file, path, content, 0);
        Sync(file, path);
    }

    /// <summary>Renames a file, replacing what has the name, in one step.</summary>
    public void Rename(string from, string to) => Change("rename", to, () => File.Move(from, to, overwrite: true));

    /// <summary>Waits until the disk has the names in the directory.</summary>
    public void SyncDirectory(string path) => Change("sync directory", path, () =>
    {
        // Windows has no such call: its file systems log changes of names by themselves.
        if (OperatingSystem.IsWindows()) return;
        int descriptor = OpenDescriptor(path, 0);
        if (descriptor < 0) throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        bool synced = FlushDescriptor(descriptor) == 0 || Marshal.GetLastPInvokeError() is BadDescriptor or InvalidArgument;
        string fault = Marshal.GetLastPInvokeErrorMessage();
        _ = CloseDescriptor(descriptor);   // nothing was written through it that closing could lose
        if (!synced) throw new IOException(fault);
    });

    /// <summary>Removes a file; a missing one is as good as removed.</summary>
    public void Delete(string path) => Change("delete", path, () => File.Delete(path));

    private void Change(string operation, string path, Action change)
    {
        try
        {
            before?.Invoke(operation, path);
            change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.CannotWrite(path, e);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenDescriptor(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FlushDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseDescriptor(int descriptor);
}
