using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Papergraph.Store;

/// <summary>A run of bytes of a mapped segment, handed out as spans of elements; each block is checked when first touched.</summary>
internal sealed unsafe class Section
{
    private readonly MappedFile _file;
    private readonly long _offset;
    private readonly uint[] _checksums;
    private readonly int? _limit;

    // Set once, never cleared. Threads may race to set an entry; they then check the same unchanging bytes, so no lock is needed.
    private readonly bool[] _verified;

    /// <param name="file">The file it lies in; the whole section does, which the caller has checked.</param>
    /// <param name="offset">Offset of the first byte.</param>
    /// <param name="layout">Length and checksums.</param>
    /// <param name="name">What it holds, for messages.</param>
    /// <param name="limit">If given, the section holds 32-bit node ids from 0 to below it, and a block with another is damaged.</param>
    public Section(MappedFile file, long offset, SectionLayout layout, string name, int? limit)
    {
        (_file, _offset, _checksums, Length, Name, _limit) = (file, offset, layout.Checksums, layout.Length, name, limit);
        _verified = new bool[_checksums.Length];
    }

    public long Length { get; }

    public string Name { get; }

    public int BlockCount => _checksums.Length;

    public string Path => _file.Path;

    /// <summary>The first byte. What is read from here is not checked: see <see cref="VerifyAll"/>.</summary>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public byte* Address => _file.Address + _offset;

    /// <summary>Elements <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> − 1.</summary>
    /// <exception cref="StoreException">They do not lie within the section, or their block is damaged.</exception>
    public ReadOnlySpan<T> Span<T>(long first, int count) where T : unmanaged
    {
        if ((ulong)first > (ulong)(Length / sizeof(T)) || (ulong)count > (ulong)((Length / sizeof(T)) - first)) throw OutOfBounds(first);
        byte* address = _file.Address;
        if (count == 0) return default;
        long start = first * sizeof(T), last = start + ((long)count * sizeof(T)) - 1;
        VerifyBytes(start, last);
        return new(address + _offset + start, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Read<T>(long index) where T : unmanaged
    {
        if ((ulong)index >= (ulong)(Length / sizeof(T))) throw OutOfBounds(index);
        long start = index * sizeof(T);
        int block = (int)(start >> SegmentHeader.BlockBits);
        if (!_verified[block]) VerifyBlock(block);
        return *(T*)(_file.Address + _offset + start);
    }

    /// <summary>The number of 1 to 64 bits that begins at this bit of the section, lowest bit first.</summary>
    /// <remarks>The caller knows that it lies in the section.</remarks>
    /// <exception cref="StoreException">A block that it lies in is damaged.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ReadBits(long bit, int width)
    {
        long start = bit >> 3, last = (bit + width - 1) >> 3;
        Debug.Assert(start >= 0 && last < Length && width is > 0 and <= 64, "The number lies in the section.");
        int firstBlock = (int)(start >> SegmentHeader.BlockBits), lastBlock = (int)(last >> SegmentHeader.BlockBits);
        if (!_verified[firstBlock] || !_verified[lastBlock]) VerifyBytes(start, last);
        return LoadBits(_file.Address + _offset, bit, width);
    }

    /// <summary>Reads numbers of <paramref name="width"/> bits that follow each other without gaps, and adds to each.</summary>
    /// <inheritdoc cref="ReadBits(long, int)"/>
    public void ReadBits(long bit, int width, long added, Span<long> into)
    {
        if (into.IsEmpty) return;
        long start = bit >> 3, last = (bit + ((long)into.Length * width) - 1) >> 3;
        Debug.Assert(start >= 0 && last < Length && width is > 0 and <= 64, "The numbers lie in the section.");
        VerifyBytes(start, last);
        byte* section = Address;
        int i = 0;
        // A load that holds the number and ends in the section needs no further thought: 0.7 ns a number in place of 2.
        long lastBit = ((Length - sizeof(ulong)) << 3) + 7;
        ulong mask = ulong.MaxValue >> (64 - width);
        for (; width <= 57 && i < into.Length && bit <= lastBit; i++, bit += width)
            into[i] = unchecked((long)((Unsafe.ReadUnaligned<ulong>(section + (bit >> 3)) >> (int)(bit & 7)) & mask) + added);
        for (; i < into.Length; i++, bit += width) into[i] = unchecked((long)LoadBits(section, bit, width) + added);
    }

    /// <summary>Checks every block now, so that the whole section may be read without a further check.</summary>
    /// <exception cref="StoreException">A block is damaged.</exception>
    public void VerifyAll()
    {
        if (Length > 0) VerifyBytes(0, Length - 1);
    }

    /// <summary>Compares one block with its checksum and its ids with their limit.</summary>
    /// <exception cref="StoreException">The block is damaged.</exception>
    public void VerifyBlock(int block)
    {
        long start = (long)block << SegmentHeader.BlockBits;
        ReadOnlySpan<byte> bytes = _file.Bytes(_offset + start, (int)Math.Min(SegmentHeader.BlockSize, Length - start));
        if (Crc32C.Compute(bytes) != _checksums[block]) throw StoreErrors.ChecksumMismatch(Path, Place(block));
        if (_limit is { } limit)
        {
            uint greatest = GreatestOf(MemoryMarshal.Cast<byte, uint>(bytes));
            if (!bytes.IsEmpty && greatest >= (uint)limit)
                throw StoreErrors.Damaged(Path, Place(block), $"node {greatest} of a graph of {limit}");
        }

        _verified[block] = true;
    }

    /// <exception cref="StoreException">The ids of a group do not ascend, or one occurs twice.</exception>
    public void RequireAscending(ReadOnlySpan<int> ids, long group)
    {
        for (int i = 1; i < ids.Length; i++)
        {
            if (ids[i] <= ids[i - 1]) throw Fault($"the nodes of entry {group} do not ascend");
        }
    }

    public StoreException Fault(string what) => StoreErrors.Damaged(Path, Name, what);

    /// <summary>Loads eight bytes at once, at the end of the section the last eight; what they hold besides is masked off. They lie in
    /// the file even when the section is shorter, for the header comes before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong LoadBits(byte* section, long bit, int width)
    {
        long at = Math.Min(bit >> 3, Length - sizeof(ulong));
        int shift = (int)(bit - (at << 3));
        ulong bits = Unsafe.ReadUnaligned<ulong>(section + at) >> shift;
        if (shift + width > 64) bits |= (ulong)section[at + sizeof(ulong)] << (64 - shift);
        return bits & (ulong.MaxValue >> (64 - width));
    }

    /// <summary>Checks the blocks from that of one byte to that of another, as far as that was not done before.</summary>
    private void VerifyBytes(long start, long last)
    {
        int lastBlock = (int)(last >> SegmentHeader.BlockBits);
        for (int block = (int)(start >> SegmentHeader.BlockBits); block <= lastBlock; block++)
        {
            if (!_verified[block]) VerifyBlock(block);
        }
    }

    private static uint GreatestOf(ReadOnlySpan<uint> ids)
    {
        Vector<uint> lanes = default;
        uint greatest = 0;
        int whole = ids.Length - (ids.Length % Vector<uint>.Count);
        foreach (Vector<uint> next in MemoryMarshal.Cast<uint, Vector<uint>>(ids[..whole])) lanes = Vector.Max(lanes, next);
        for (int lane = 0; lane < Vector<uint>.Count; lane++) greatest = Math.Max(greatest, lanes[lane]);
        foreach (uint id in ids[whole..]) greatest = Math.Max(greatest, id);
        return greatest;
    }

    private string Place(int block) => $"{Name}, block {block}";

    private StoreException OutOfBounds(long element) => Fault($"element {element} lies outside");
}
