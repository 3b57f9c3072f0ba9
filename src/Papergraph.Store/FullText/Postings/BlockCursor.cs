using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>Reads the postings of one term of one part, a block at a time, and skips blocks that cannot hold what is looked for.</summary>
internal sealed class BlockCursor : PostingCursor
{
    private readonly FullTextPart _part;
    private readonly int _term;
    private readonly int _documentCount;
    private readonly ImmutableDictionary<int, ChangedDocument> _masked;
    private readonly int[] _nodes;
    private readonly int[] _entryStarts;
    private readonly int _documentsStart, _positionsStart;      // where they begin among the bytes of the term
    private FieldFrequency[] _entries;
    private int _block = -1, _blockLast = -1, _count, _index;
    private int _blockPositions;                        // where the positions of the block begin
    private int _readEntry, _readAt;                    // how far positions have been read: the entry whose positions begin there

    /// <param name="part">The part.</param>
    /// <param name="term">Number of the term.</param>
    /// <param name="masked">Documents that have changed since: the cursor passes them by.</param>
    public BlockCursor(FullTextPart part, int term, ImmutableDictionary<int, ChangedDocument> masked)
    {
        (_part, _term, _masked, _documentCount) = (part, term, masked, part.DocumentCount(term));
        int room = Math.Min(_documentCount, PostingFormat.BlockSize);
        (_nodes, _entryStarts, _entries) = (new int[room], new int[room + 1], new FieldFrequency[room]);
        ReadOnlySpan<byte> bytes = part.Postings(term);
        int at = PostingFormat.SkipLength(_documentCount);
        if (at > bytes.Length || !Varint.TryRead(bytes, ref at, out uint length) || length > bytes.Length - at) throw Fault();
        (_documentsStart, _positionsStart) = (at, at + (int)length);
    }

    public override ReadOnlySpan<FieldFrequency> Fields => _entries.AsSpan(_entryStarts[_index].._entryStarts[_index + 1]);

    public override int Advance(int target)
    {
        if (target <= Node) return Node;
        while (true)
        {
            if (target > _blockLast && !TryLoadBlock(target)) return Node = End;
            while (_nodes[_index] < target)
            {
                // The skip entries lie when a block ends before the node that they promise.
                if (++_index == _count) throw Fault();
            }

            int node = _nodes[_index];
            if (_masked.IsEmpty || !_masked.ContainsKey(node)) return Node = node;
            target = node + 1;
        }
    }

    public override void ReadPositions(int entry, List<int> into)
    {
        into.Clear();
        ReadOnlySpan<byte> bytes = _part.Postings(_term);
        int wanted = _entryStarts[_index] + entry;
        if (wanted < _readEntry) (_readEntry, _readAt) = (0, _blockPositions);
        for (; _readEntry < wanted; _readEntry++)
        {
            if (!Varint.TrySkip(bytes, ref _readAt, _entries[_readEntry].Frequency)) throw Fault();
        }

        int at = _readAt;
        long position = 0;
        for (int i = _entries[wanted].Frequency; i > 0; i--)
        {
            if (!Varint.TryRead(bytes, ref at, out uint distance)) throw Fault();
            position += distance;
            if (position > int.MaxValue || (into.Count > 0 && distance == 0)) throw Fault();
            into.Add((int)position);
        }

        (_readEntry, _readAt) = (wanted + 1, at);
    }

    /// <summary>Loads the first block after the present one that reaches to the node.</summary>
    private bool TryLoadBlock(int target)
    {
        ReadOnlySpan<byte> bytes = _part.Postings(_term);
        int blocks = PostingFormat.BlockCount(_documentCount);
        if (_documentCount <= PostingFormat.BlockSize)
        {
            if (_block >= 0) return false;
            LoadBlock(bytes, 0, (0, 0, 0), (null, _positionsStart - _documentsStart));
            return target <= _blockLast;
        }

        // What is looked for lies in the next block more often than anywhere else.
        (int low, int high) = (_block + 1, blocks);
        if (low < blocks && PostingFormat.ReadSkip(bytes, low).LastNode >= target) high = low;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (PostingFormat.ReadSkip(bytes, middle).LastNode < target) low = middle + 1;
            else high = middle;
        }

        if (low == blocks) return false;
        (int last, int end, int _) = PostingFormat.ReadSkip(bytes, low);
        LoadBlock(bytes, low, low > 0 ? PostingFormat.ReadSkip(bytes, low - 1) : (0, 0, 0), (last, end));
        return true;
    }

    private void LoadBlock(
        ReadOnlySpan<byte> bytes, int block, (int LastNode, int DocumentsEnd, int PositionsEnd) before,
        (int? LastNode, int DocumentsEnd) promised)
    {
        int length = promised.DocumentsEnd - before.DocumentsEnd;
        if (before.DocumentsEnd < 0 || length < 0 || promised.DocumentsEnd > _positionsStart - _documentsStart
            || (uint)before.PositionsEnd > (uint)(bytes.Length - _positionsStart)) throw Fault();
        ReadOnlySpan<byte> documents = bytes.Slice(_documentsStart + before.DocumentsEnd, length);
        _count = Math.Min(PostingFormat.BlockSize, _documentCount - (block * PostingFormat.BlockSize));
        (int at, int entries, long node) = (0, 0, before.LastNode);
        for (int i = 0; i < _count; i++)
        {
            if (!Varint.TryRead(documents, ref at, out uint distance)) throw Fault();
            node += distance;
            if (node >= _part.NodeLimit || (distance == 0 && (i > 0 || block > 0))) throw Fault();
            _nodes[i] = (int)node;
            _entryStarts[i] = entries;
            entries = ReadFields(documents, ref at, entries);
        }

        if (at != length || (promised.LastNode is { } last && last != node)) throw Fault();
        _entryStarts[_count] = entries;
        (_block, _blockLast, _index) = (block, (int)node, 0);
        _blockPositions = _positionsStart + before.PositionsEnd;
        (_readEntry, _readAt) = (0, _blockPositions);
    }

    private int ReadFields(ReadOnlySpan<byte> documents, ref int at, int entries)
    {
        (bool more, int before) = (true, -1);
        while (more)
        {
            if (!PostingFormat.TryReadField(documents, ref at, out int field, out int frequency, out more)) throw Fault();
            if (field <= before || field >= _part.FieldCount) throw Fault();
            before = field;
            if (entries == _entries.Length) Array.Resize(ref _entries, entries * 2);
            _entries[entries++] = new(field, frequency);
        }

        return entries;
    }

    private Exception Fault() => _part.Fault($"the postings of term {_term} contradict themselves");
}
