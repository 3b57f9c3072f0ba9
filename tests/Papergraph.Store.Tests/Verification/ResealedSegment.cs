namespace Papergraph.Store.Tests;

/// <summary>Changes the segment of a published graph and makes all checksums above the change right again.</summary>
internal sealed class ResealedSegment
{
    private readonly string _folder;
    private readonly Manifest _manifest;
    private readonly byte[] _original;
    private readonly SegmentHeader _header;
    private readonly SegmentLayout _layout;

    public ResealedSegment(string folder)
    {
        _folder = folder;
        _manifest = Manifest.Read(StoreDevice.Disk, folder, CurrentFile.Read(StoreDevice.Disk, folder).Version);
        _original = File.ReadAllBytes(Path.Combine(folder, _manifest.Segment.Name));
        _header = SegmentHeader.Read(_original, "original");
        _layout = SegmentLayout.Parse(_original[(int)_header.DirectoryOffset..], "original", _header.Version);
    }

    /// <summary>Bytes of the sections and the directory.</summary>
    public int ContentLength => _original.Length - SegmentHeader.Size;

    /// <summary>Where a section lies in the content, and its length.</summary>
    public (int First, int Length) PlaceOf(Func<SegmentLayout, int> section)
    {
        long offset = 0;
        for (int i = 0; i < section(_layout); i++) offset = SegmentHeader.Align(offset + _layout.Sections[i].Length);
        return ((int)offset, (int)_layout.Sections[section(_layout)].Length);
    }

    /// <summary>A byte of the content as it was.</summary>
    public byte ByteAt(int index) => _original[SegmentHeader.Size + index];

    /// <summary>Writes the segment with one byte of its content replaced.</summary>
    /// <returns>Whether anything changed that a checksum covers; padding is left alone.</returns>
    public bool TryWriteWithByte(int index, byte value)
    {
        byte[] bytes = [.. _original];
        int at = SegmentHeader.Size + index;
        if (bytes[at] == value) return false;
        bytes[at] = value;
        if (at >= _header.DirectoryOffset)
        {
            Write(bytes[..(int)_header.DirectoryOffset], bytes[(int)_header.DirectoryOffset..]);
            return true;
        }

        List<SectionLayout> sections = [];
        long offset = SegmentHeader.Size;
        bool covered = false;
        foreach (SectionLayout section in _layout.Sections)
        {
            covered |= at >= offset && at < offset + section.Length;
            uint[] checksums = [.. section.Checksums.Select((_, block) => Crc32C.Compute(BlockOf(bytes, offset, section.Length, block)))];
            sections.Add(section with { Checksums = checksums });
            offset = SegmentHeader.Align(offset + section.Length);
        }

        if (covered) Write(bytes[..(int)_header.DirectoryOffset], (_layout with { Sections = sections }).ToBytes());
        return covered;
    }

    /// <summary>Writes the segment with another directory.</summary>
    public void ReplaceLayout(Func<SegmentLayout, SegmentLayout> change) =>
        Write(_original[..(int)_header.DirectoryOffset], change(_layout).ToBytes());

    private static ReadOnlySpan<byte> BlockOf(byte[] bytes, long offset, long length, int block)
    {
        int start = block * SegmentHeader.BlockSize;
        return bytes.AsSpan((int)offset + start, (int)Math.Min(SegmentHeader.BlockSize, length - start));
    }

    private void Write(byte[] sections, byte[] directory)
    {
        byte[] bytes = [.. sections, .. directory];
        uint checksum = Crc32C.Compute(directory);
        new SegmentHeader(bytes.Length, sections.Length, directory.Length, checksum, _header.Version).Write(bytes);
        File.WriteAllBytes(Path.Combine(_folder, _manifest.Segment.Name), bytes);
        Manifest manifest = _manifest with { Segment = _manifest.Segment with { Length = bytes.Length, DirectoryChecksum = checksum } };
        File.WriteAllBytes(Path.Combine(_folder, GraphFiles.Manifest(manifest.Version)), manifest.ToBytes());
    }
}
