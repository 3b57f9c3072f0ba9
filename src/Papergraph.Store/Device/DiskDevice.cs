using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Papergraph.Store;

/// <summary>The disks of this machine.</summary>
internal sealed partial class DiskDevice : StoreDevice
{
    // What file systems answer that cannot sync directories (network and user-space ones): there is nothing more to be done there.
    private const int BadDescriptor = 9, InvalidArgument = 22;

    private const int WouldBlockOnLinux = 11, WouldBlockOnMac = 35, SharingViolationOnWindows = unchecked((int)0x80070020);

    public override bool FileExists(string path) => File.Exists(path);

    public override bool DirectoryExists(string path) => Directory.Exists(path);

    protected override string[] FilesCore(string folder) => [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path))];

    protected override bool HoldsAnythingCore(string folder) => Directory.EnumerateFileSystemEntries(folder).Any();

    protected override void CreateDirectoryCore(string path) => Directory.CreateDirectory(path);

    protected override StoreFile OpenCore(string path, FileMode mode) =>
        new DiskFile(path, File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete));

    protected override StoreFile OpenReadCore(string path) =>
        new DiskFile(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    protected override MappedFile MapCore(string path, long length)
    {
        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        try
        {
            return stream.Length == length ? MappedFile.OfFile(path, stream) : throw StoreErrors.WrongLength(path, stream.Length, length);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    protected override void RenameCore(string from, string to) => File.Move(from, to, overwrite: true);

    protected override void DeleteCore(string path) => File.Delete(path);

    protected override void SyncDirectoryCore(string path)
    {
        // Windows has no such call: its file systems log changes of names by themselves.
        if (OperatingSystem.IsWindows()) return;
        int descriptor = OpenDescriptor(path, 0);
        if (descriptor < 0) throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        bool synced = FlushDescriptor(descriptor) == 0 || Marshal.GetLastPInvokeError() is BadDescriptor or InvalidArgument;
        string fault = Marshal.GetLastPInvokeErrorMessage();
        _ = CloseDescriptor(descriptor);   // nothing was written through it that closing could lose
        if (!synced) throw new IOException(fault);
    }

    protected override IDisposable? TryLockCore(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (e.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenDescriptor(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FlushDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseDescriptor(int descriptor);

    private sealed class DiskFile(string path, SafeFileHandle handle) : StoreFile(path)
    {
        public override void Dispose() => handle.Dispose();

        protected override long LengthCore => RandomAccess.GetLength(handle);

        protected override int ReadCore(Span<byte> bytes, long offset) => RandomAccess.Read(handle, bytes, offset);

        protected override void WriteCore(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(handle, bytes, offset);

        protected override void TruncateCore(long length) => RandomAccess.SetLength(handle, length);

        // Raises what fsync answers, but for EINVAL, ENOTSUP and EROFS, which mean that there is nothing to be synced here.
        protected override void SyncCore() => RandomAccess.FlushToDisk(handle);
    }
}
