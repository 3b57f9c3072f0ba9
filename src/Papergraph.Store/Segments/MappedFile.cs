using System.IO.MemoryMappedFiles;

namespace Papergraph.Store;

/// <summary>A file in memory, read only.</summary>
/// <remarks>What cannot be guarded against: another program that cuts the file short while it is mapped.</remarks>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _mapping;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _address;

    /// <summary>Maps a file.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="file">The file, opened and not empty; owned by the mapping from now on.</param>
    public MappedFile(string path, FileStream file)
    {
        (Path, Length) = (path, file.Length);
        _mapping = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _mapping.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _address);
    }

    public string Path { get; }

    public long Length { get; }

    /// <summary>The first byte.</summary>
    /// <exception cref="ObjectDisposedException">The mapping is gone.</exception>
    public byte* Address =>
        _address != null ? _address : throw new ObjectDisposedException(nameof(GraphReader), $"The reader of {Path} was disposed.");

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
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _mapping.Dispose();
    }
}
