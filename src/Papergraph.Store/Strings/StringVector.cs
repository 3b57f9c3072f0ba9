using System.Text;

namespace Papergraph.Store;

/// <summary>A sequence of strings: their UTF-8 bytes one after another with boundaries, directly or by code.</summary>
internal sealed class StringVector
{
    private readonly PackedIntegers _offsets;
    private readonly Section _bytes;
    private readonly PackedIntegers? _codes;

    public StringVector(SegmentSections sections, StringLayout layout, long count, string name)
    {
        if (layout.Codes is null && layout.TextCount != count)
            throw sections.Fault($"{name} has {layout.TextCount} texts for {count} values");
        if (layout.TextCount == long.MaxValue) throw sections.Fault($"{name} has {layout.TextCount} texts");
        (Count, TextCount) = (count, layout.TextCount);
        _offsets = new(sections, layout.Offsets, layout.TextCount + 1, name + ", text boundaries");
        _bytes = sections.Take(layout.Bytes, null, name + ", texts");
        if (layout.Codes is { } codes) _codes = new(sections, codes, count, name + ", codes");
    }

    public long Count { get; }

    /// <summary>Number of strings stored: the distinct ones of a dictionary, else all.</summary>
    public long TextCount { get; }

    public bool IsDictionary => _codes is not null;

    public string Get(long index) => Encoding.UTF8.GetString(Utf8(index));

    public ReadOnlySpan<byte> Utf8(long index) => Text(_codes is null ? index : Code(index));

    /// <summary>The number of the value's text in the dictionary.</summary>
    public long Code(long index)
    {
        long code = _codes![index];
        return (ulong)code < (ulong)TextCount ? code : throw _codes.Fault($"value {index} has code {code} of {TextCount}");
    }

    /// <summary>The text of this number among those stored.</summary>
    public ReadOnlySpan<byte> Text(long number)
    {
        (long start, long length) = _offsets.Range(number, _bytes.Length);
        return length <= Array.MaxLength
            ? _bytes.Span<byte>(start, (int)length)
            : throw _offsets.Fault($"text {number} has {length} bytes");
    }

    /// <summary>Checks boundaries, UTF-8, and the order of a dictionary. Codes are checked by whoever knows which rows are null.</summary>
    public void Verify(FaultList faults)
    {
        _offsets.VerifyBoundaries(_bytes.Length, faults);
        faults.Each(TextCount, number =>
        {
            if (!System.Text.Unicode.Utf8.IsValid(Text(number))) throw _bytes.Fault($"text {number} is not UTF-8");
            if (IsDictionary && number > 0 && Text(number - 1).SequenceCompareTo(Text(number)) >= 0)
                throw _bytes.Fault($"text {number} of the dictionary does not follow the one before in order");
        });
    }
}
