namespace Papergraph.Store;

/// <summary>Joins the documents that several runs have of one term, divides them into blocks and gives them skip entries.</summary>
internal sealed class TermPostingsWriter
{
    private readonly VarintBuffer _documents = new(), _positions = new(), _skips = new(), _joined = new();
    private int _lastNode;

    public int DocumentCount { get; private set; }

    public void Clear()
    {
        (_lastNode, DocumentCount) = (0, 0);
        _documents.Clear();
        _positions.Clear();
        _skips.Clear();
    }

    /// <summary>Adds the documents of one run; their nodes are greater than all before.</summary>
    public void Append(ReadOnlySpan<byte> documents, ReadOnlySpan<byte> positions)
    {
        (int at, int positionsAt, int node) = (0, 0, 0);
        while (Varint.TryRead(documents, ref at, out uint distance))
        {
            node += (int)distance;
            _documents.Number((uint)(node - _lastNode));
            _lastNode = node;
            (int fieldsStart, int positionsStart, bool more) = (at, positionsAt, true);
            while (more && PostingFormat.TryReadField(documents, ref at, out _, out int frequency, out more))
                Varint.TrySkip(positions, ref positionsAt, frequency);
            _documents.Bytes(documents[fieldsStart..at]);
            _positions.Bytes(positions[positionsStart..positionsAt]);
            if (++DocumentCount % PostingFormat.BlockSize == 0) EndBlock();
        }
    }

    /// <summary>The bytes of the term, until the next call.</summary>
    public ReadOnlySpan<byte> Join()
    {
        if (DocumentCount % PostingFormat.BlockSize != 0) EndBlock();
        _joined.Clear();
        if (DocumentCount > PostingFormat.BlockSize) _joined.Bytes(_skips.Written);
        _joined.Number((uint)_documents.Count);
        _joined.Bytes(_documents.Written);
        _joined.Bytes(_positions.Written);
        return _joined.Written;
    }

    private void EndBlock() => PostingFormat.WriteSkip(_skips, _lastNode, _documents.Count, _positions.Count);
}
