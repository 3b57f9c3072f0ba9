namespace Papergraph.Store;

/// <summary>A part that lies in a segment.</summary>
internal sealed class StoredPart : FullTextPart
{
    private readonly TextList _terms;
    private readonly PackedIntegers _documentCounts;
    private readonly PackedIntegers _boundaries;
    private readonly Section _postings;

    public StoredPart(SegmentSections sections, FullTextPartLayout layout, string name, int nodeCount, int fieldCount)
        : base(nodeCount, fieldCount)
    {
        TermCount = layout.TermCount;
        _terms = TextList.Open(sections, new(TermCount, FrontCoded: false, layout.TextOffsets, layout.Texts), name + ", terms");
        _documentCounts = new(sections, layout.DocumentCounts, TermCount, name + ", document counts");
        _boundaries = new(sections, layout.Boundaries, TermCount + 1L, name + ", boundaries of postings");
        _postings = sections.Take(layout.Postings, null, name + ", postings");
    }

    public override int TermCount { get; }

    public override ReadOnlySpan<byte> Term(int number) => _terms[number];

    public override int DocumentCount(int number)
    {
        long count = _documentCounts[number];
        return count > 0 && count <= NodeLimit ? (int)count : throw Fault($"term {number} has {count} documents");
    }

    public override ReadOnlySpan<byte> Postings(int number)
    {
        (long start, long length) = _boundaries.Range(number, _postings.Length);
        return length <= Array.MaxLength ? _postings.Span<byte>(start, (int)length) : throw Fault($"term {number} has {length} bytes");
    }

    public override StoreException Fault(string what) => _postings.Fault(what);

    /// <summary>Checks the terms, their order, and that their postings fill the section.</summary>
    public void Verify(FaultList faults)
    {
        _terms.Verify(sorted: true, faults);
        _boundaries.VerifyBoundaries(_postings.Length, faults);
    }
}
