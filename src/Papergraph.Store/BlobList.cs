using System.Collections;
using System.IO.Compression;

namespace Papergraph.Store;

/// <summary>A named list of byte strings. Reading in order decompresses every block once.</summary>
/// <remarks>Safe for any number of threads. What is handed out stays valid after the reader was disposed.</remarks>
public sealed class BlobList : IReadOnlyList<ReadOnlyMemory<byte>>
{
    private readonly Section _data;
    private readonly PackedIntegers _blockStarts;
    private readonly PackedIntegers _blockItems;
    private readonly PackedIntegers _itemOffsets;

    // The block read last, replaced as a whole: whoever reads it sees the old one or the new one.
    private volatile Block? _last;

    internal BlobList(SegmentSections sections, BlobListLayout layout)
    {
        (Name, Count, BlockCount) = (layout.Name, layout.Count, layout.BlockCount);
        string name = "blobs " + Name;
        _data = sections.Take(layout.Data, null, name);
        _blockStarts = new(sections, layout.BlockStarts, BlockCount + 1L, name + ", block starts");
        _blockItems = new(sections, layout.BlockItems, BlockCount + 1L, name + ", first items");
        _itemOffsets = new(sections, layout.ItemOffsets, Count + 1L, name + ", item boundaries");
    }

    /// <summary>Name of the list.</summary>
    public string Name { get; }

    /// <summary>Number of byte strings.</summary>
    public int Count { get; }

    private int BlockCount { get; }

    /// <summary>The byte string at this index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ReadOnlyMemory<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            Block? last = _last;
            Block block = last is not null && last.Holds(index) ? last : _last = ReadBlock(BlockOf(index));
            (long start, long length) = _itemOffsets.Range(index, long.MaxValue);
            long at = start - block.FirstByte;
            return at >= 0 && length <= block.Bytes.Length - at
                ? block.Bytes.AsMemory((int)at, (int)length)
                : throw _itemOffsets.Fault($"item {index} lies outside its block");
        }
    }

    /// <inheritdoc/>
    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Decompresses one block.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    private Block ReadBlock(int number)
    {
        (long firstItem, long items) = _blockItems.Range(number, Count);
        (long start, long length) = _blockStarts.Range(number, _data.Length);
        (long firstByte, long lastByte) = (_itemOffsets[firstItem], _itemOffsets[firstItem + items]);
        long size = lastByte - firstByte;
        // No block that a writer makes is longer: without this bound a few bytes could ask for any amount of memory.
        if (size < 0 || size > Math.Max(BlobWriter.BlockSize, BlobWriter.MaxItemSize) || length > Array.MaxLength)
            throw _itemOffsets.Fault($"block {number} has {size} bytes");
        byte[] bytes = new byte[size];
        return BrotliDecoder.TryDecompress(_data.Span<byte>(start, (int)length), bytes, out int written) && written == size
            ? new(firstItem, firstItem + items, firstByte, bytes)
            : throw _data.Fault($"block {number} does not decompress to {size} bytes");
    }

    private int BlockOf(int item)
    {
        int low = 0, high = BlockCount - 1;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_blockItems[middle + 1] <= item) low = middle + 1;
            else high = middle;
        }

        return low < BlockCount ? low : throw _blockItems.Fault($"no block holds item {item}");
    }

    private sealed record Block(long FirstItem, long EndItem, long FirstByte, byte[] Bytes)
    {
        public bool Holds(int item) => item >= FirstItem && item < EndItem;
    }

    /// <summary>Writes the list, as it is, into another segment.</summary>
    /// <exception cref="StoreException">It is damaged, or the disk refused.</exception>
    internal BlobListLayout CopyTo(SegmentFileWriter file)
    {
        file.BeginSection();
        for (long at = 0; at < _data.Length; at += SegmentHeader.BlockSize)
            file.Write(_data.Span<byte>(at, (int)Math.Min(SegmentHeader.BlockSize, _data.Length - at)));
        int data = file.EndSection();
        return new(Name, Count, BlockCount, data, _blockStarts.CopyTo(file), _blockItems.CopyTo(file), _itemOffsets.CopyTo(file));
    }

    /// <summary>Checks the boundaries, and that every block decompresses.</summary>
    internal void Verify(FaultList faults)
    {
        _blockStarts.VerifyBoundaries(_data.Length, faults);
        _blockItems.VerifyBoundaries(Count, faults);
        faults.Check(() => _itemOffsets.VerifyBoundaries(_itemOffsets[Count], faults));
        faults.Each(BlockCount, block => ReadBlock((int)block));
    }
}
