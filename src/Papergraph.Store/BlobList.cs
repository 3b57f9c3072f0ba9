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
    private readonly PackedIntegers? _nodes;

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
        if (layout.Nodes is { } nodes) _nodes = new(sections, nodes, Count, name + ", nodes");
    }

    /// <summary>Name of the list.</summary>
    public string Name { get; }

    /// <summary>Number of byte strings.</summary>
    public int Count { get; }

    /// <summary>Whether each byte string belongs to a node; see <see cref="TryGet"/>.</summary>
    public bool IsOfNodes => _nodes is not null;

    private int BlockCount { get; }

    /// <summary>Finds the byte string that belongs to a node. It does so whatever became of the node's labels and properties.</summary>
    /// <returns>Whether there is one; never for nodes created since the list was written.</returns>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public bool TryGet(int node, out ReadOnlyMemory<byte> item)
    {
        item = default;
        if (_nodes is null) return false;
        (int low, int high) = (0, Count - 1);
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_nodes[middle] < node) low = middle + 1;
            else high = middle;
        }

        if (low >= Count || _nodes[low] != node) return false;
        item = this[low];
        return true;
    }

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

    /// <summary>The node that the item belongs to.</summary>
    internal int NodeOf(int index)
    {
        long node = _nodes![index];
        return node is >= 0 and <= int.MaxValue ? (int)node : throw _nodes.Fault($"item {index} belongs to node {node}");
    }

    /// <summary>Writes the list, as it is, into another segment. For items that do not belong to nodes, as these have other ids
    /// there.</summary>
    /// <exception cref="StoreException">It is damaged, or the disk refused.</exception>
    internal BlobListLayout CopyTo(SegmentFileWriter file)
    {
        file.BeginSection();
        for (long at = 0; at < _data.Length; at += SegmentHeader.BlockSize)
            file.Write(_data.Span<byte>(at, (int)Math.Min(SegmentHeader.BlockSize, _data.Length - at)));
        int data = file.EndSection();
        return new(Name, Count, BlockCount, data, _blockStarts.CopyTo(file), _blockItems.CopyTo(file), _itemOffsets.CopyTo(file));
    }

    /// <summary>Checks the boundaries, that every block decompresses, and that the nodes ascend.</summary>
    internal void Verify(int nodeCount, FaultList faults)
    {
        _blockStarts.VerifyBoundaries(_data.Length, faults);
        _blockItems.VerifyBoundaries(Count, faults);
        faults.Check(() => _itemOffsets.VerifyBoundaries(_itemOffsets[Count], faults));
        faults.Each(BlockCount, block => ReadBlock((int)block));
        _nodes?.VerifyEnd(faults);
        faults.Each(IsOfNodes ? Count : 0, item =>
        {
            if (NodeOf((int)item) >= nodeCount) throw _nodes!.Fault($"item {item} belongs to node {_nodes[item]} of {nodeCount}");
            if (item > 0 && _nodes![item] <= _nodes[item - 1])
                throw _nodes.Fault($"the node of item {item} does not follow the one before");
        });
    }
}
