using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Papergraph.Store;

/// <summary>A file in memory, read only.</summary>
/// <remarks>What cannot be guarded against: another program that cuts the file short while it is mapped.</remarks>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly Action _release;
    private byte* _address;

    private MappedFile(string path, long length, byte* address, Action release)
    {
        (Path, Length, _release) = (path, length, release);
        _address = address;
    }

    public string Path { get; }

    public long Length { get; }

    /// <summary>The first byte.</summary>
    /// <exception cref="ObjectDisposedException">The mapping is gone.</exception>
    public byte* Address =>
        _address != null ? _address : throw new ObjectDisposedException(nameof(GraphReader), $"The reader of {Path} was disposed.");

    /// <summary>Maps a file.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="file">The file, opened and not empty; owned by the mapping from now on.</param>
    public static MappedFile OfFile(string path, FileStream file)
    {
        MemoryMappedFile mapping =
            MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        MemoryMappedViewAccessor view = mapping.CreateViewAccessor(0, file.Length, MemoryMappedFileAccess.Read);
        byte* address = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref address);
        return new(path, file.Length, address, () =>
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            mapping.Dispose();
        });
    }

    /// <summary>A file of a device that has no disk: a copy of its bytes, aligned as a mapping is.</summary>
    public static MappedFile OfMemory(string path, ReadOnlySpan<byte> content)
    {
        byte* address = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(content.Length, 1), SegmentHeader.Alignment);
        content.CopyTo(new(address, content.Length));
        return new(path, content.Length, address, () => NativeMemory.AlignedFree(address));
    }

    /// <summary>A part of the file, which owns this mapping from now on.</summary>
    public MappedFile Part(long offset, long length)
    {
        _ = Bytes(offset, 0);
        if (length < 0 || length > Length - offset)
            throw StoreErrors.Damaged(Path, $"byte {offset}", "the file ends before what should be here");
        return new(Path, length, Address + offset, Dispose);
    }

    public ReadOnlySpan<byte> Bytes(long offset, int count)
    {
        if ((ulong)offset > (ulong)Length || (ulong)count > (ulong)(Length - offset))
            throw StoreErrors.Damaged(Path, $"byte {offset}", "the file ends before what should be here");
        return new(Address + offset, count);
    }

    public void Dispose()
    {
        if (_address == null) return;
        _address = null;
        _release();
    }
}
