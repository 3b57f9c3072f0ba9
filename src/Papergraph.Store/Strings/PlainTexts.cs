namespace Papergraph.Store;

/// <summary>Texts one after another, as they are.</summary>
internal sealed class PlainTexts : TextList
{
    private readonly PackedIntegers _boundaries;
    private readonly Section _bytes;

    public PlainTexts(SegmentSections sections, TextListLayout layout, string name) : base(layout.Count, name)
    {
        if (Count == long.MaxValue) throw sections.Fault($"{name} has {Count} texts");
        _boundaries = new(sections, layout.Boundaries, Count + 1, name + ", text boundaries");
        _bytes = sections.Take(layout.Bytes, null, name + ", texts");
    }

    public override ReadOnlySpan<byte> this[long number]
    {
        get
        {
            (long start, long length) = _boundaries.Range(number, _bytes.Length);
            return length <= Array.MaxLength
                ? _bytes.Span<byte>(start, (int)length)
                : throw _boundaries.Fault($"text {number} has {length} bytes");
        }
    }

    public override long LowerBound(ReadOnlySpan<byte> text)
    {
        long low = 0, high = Count;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            if (this[middle].SequenceCompareTo(text) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    public override StoreException Fault(string what) => _bytes.Fault(what);

    protected override void VerifyBoundaries(FaultList faults) => _boundaries.VerifyBoundaries(_bytes.Length, faults);
}
