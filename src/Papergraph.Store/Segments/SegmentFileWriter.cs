using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Papergraph.Store;

/// <summary>Writes the file of a segment from front to back, one section after another, with a checksum of every block.</summary>
internal sealed class SegmentFileWriter : IDisposable
{
    private readonly StoreDevice _device;
    private readonly StoreFile _file;
    private readonly byte[] _block = new byte[SegmentHeader.BlockSize];
    private readonly List<SectionLayout> _sections = [];
    private readonly List<uint> _checksums = [];
    private int _filled;
    private long _sectionStart;
    private bool _inSection;
    private bool _broken;

    public SegmentFileWriter(StoreDevice device, string path)
    {
        (_device, Path) = (device, path);
        _file = device.Create(path);
        try
        {
            Append(stackalloc byte[SegmentHeader.Size]);   // zeros: a header that no reader accepts, until the segment is complete
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        _sectionStart = Length;
    }

    public string Path { get; }

    /// <summary>Bytes written so far, the header included.</summary>
    public long Length { get; private set; }

    /// <summary>The sections finished so far.</summary>
    public IReadOnlyList<SectionLayout> Sections => _sections;

    public void BeginSection()
    {
        ThrowIfBroken();
        _inSection = true;
    }

    public void Write<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(values);
        while (bytes.Length > 0)
        {
            int taken = Math.Min(bytes.Length, _block.Length - _filled);
            bytes[..taken].CopyTo(_block.AsSpan(_filled));
            _filled += taken;
            bytes = bytes[taken..];
            if (_filled == _block.Length) FlushBlock();
        }
    }

    /// <summary>Ends the section.</summary>
    /// <returns>Its index.</returns>
    public int EndSection()
    {
        Debug.Assert(_inSection, "A section was begun.");
        if (_filled > 0) FlushBlock();
        _sections.Add(new(Length - _sectionStart, [.. _checksums]));
        _checksums.Clear();
        PadToAlignment();
        _sectionStart = Length;
        _inSection = false;
        return _sections.Count - 1;
    }

    public int WriteSection<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        BeginSection();
        Write(values);
        return EndSection();
    }

    /// <summary>Writes directory and header, and waits until the disk has everything.</summary>
    /// <exception cref="InvalidOperationException">An earlier call failed, so that something is missing in the file.</exception>
    public SegmentReference Complete(byte[] directory)
    {
        ThrowIfBroken();
        uint checksum = Crc32C.Compute(directory);
        long start = Length;
        Append(directory);
        Span<byte> header = stackalloc byte[SegmentHeader.Size];
        new SegmentHeader(Length, start, directory.Length, checksum).Write(header);
        _file.Write(header, 0);
        _file.Sync();
        return new(System.IO.Path.GetFileName(Path), Length, checksum);
    }

    /// <summary>Maps what is written so far.</summary>
    /// <exception cref="InvalidOperationException">An earlier call failed, so that something is missing in the file.</exception>
    public MappedFile Map()
    {
        ThrowIfBroken();
        try
        {
            return _device.Map(Path, Length);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw StoreErrors.DirectoryGone(System.IO.Path.GetDirectoryName(Path)!, e);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>A section left open is one whose values could not all be had.</summary>
    private void ThrowIfBroken()
    {
        if (_broken || _inSection) throw new InvalidOperationException("An earlier call failed; dispose the version and begin another.");
    }

    private void FlushBlock()
    {
        ReadOnlySpan<byte> block = _block.AsSpan(0, _filled);
        _checksums.Add(Crc32C.Compute(block));
        Append(block);
        _filled = 0;
    }

    private void PadToAlignment()
    {
        Span<byte> zeros = stackalloc byte[SegmentHeader.Alignment];
        zeros.Clear();
        Append(zeros[..(int)(SegmentHeader.Align(Length) - Length)]);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;
        _broken = true;
        _file.Write(bytes, Length);
        _broken = false;
        Length += bytes.Length;
    }
}
