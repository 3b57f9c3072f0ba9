namespace Papergraph.Store;

/// <summary>Texts in UTF-8, read by number; sorted ones also found. Safe for any number of threads.</summary>
internal abstract class TextList(long count, string name)
{
    public long Count => count;

    protected string Name => name;

    /// <summary>The text of this number. The span ends with the reader.</summary>
    /// <exception cref="StoreException">There is no such text, or the file is damaged here.</exception>
    public abstract ReadOnlySpan<byte> this[long number] { get; }

    /// <summary>The number of the first of the sorted texts that does not come before this one; <see cref="Count"/> if all do.</summary>
    public abstract long LowerBound(ReadOnlySpan<byte> text);

    /// <summary>The number of this text among the sorted ones, or −1.</summary>
    public long Find(ReadOnlySpan<byte> text)
    {
        long number = LowerBound(text);
        return number < Count && this[number].SequenceEqual(text) ? number : -1;
    }

    public static TextList Open(SegmentSections sections, TextListLayout layout, string name) =>
        layout.FrontCoded ? new FrontCodedTexts(sections, layout, name) : new PlainTexts(sections, layout, name);

    public abstract StoreException Fault(string what);

    /// <summary>Checks boundaries and UTF-8, and that sorted texts are distinct and ascend.</summary>
    public void Verify(bool sorted, FaultList faults)
    {
        VerifyBoundaries(faults);
        faults.Each(Count, number =>
        {
            if (!System.Text.Unicode.Utf8.IsValid(this[number])) throw Fault($"text {number} is not UTF-8");
            if (sorted && number > 0 && this[number - 1].SequenceCompareTo(this[number]) >= 0)
                throw Fault($"text {number} does not follow the one before in order");
        });
    }

    protected abstract void VerifyBoundaries(FaultList faults);
}
