namespace Papergraph.Store;

/// <summary>Sorted texts in groups that share prefixes. A group is decoded when it is first read and then kept, so that reading again
/// allocates nothing; in the end the texts are in memory once.</summary>
internal sealed class FrontCodedTexts : TextList
{
    private readonly PackedIntegers _boundaries;
    private readonly Section _bytes;
    private readonly int _groupCount;

    // Both are made when first needed and never replaced. Threads may race to decode a group; they then decode the same bytes.
    private DecodedTexts?[]? _decoded;

    public FrontCodedTexts(SegmentSections sections, TextListLayout layout, string name) : base(layout.Count, name)
    {
        _bytes = sections.Take(layout.Bytes, null, name + ", texts");
        long groups = (Count / FrontCoding.GroupSize) + (Count % FrontCoding.GroupSize == 0 ? 0 : 1);
        // A group has at least a byte: a count beyond that is a lie, found before memory is asked for.
        if (groups > _bytes.Length || groups > Array.MaxLength) throw sections.Fault($"{name} has {Count} texts in {_bytes.Length} bytes");
        _groupCount = (int)groups;
        _boundaries = new(sections, layout.Boundaries, groups + 1, name + ", group boundaries");
    }

    public override ReadOnlySpan<byte> this[long number]
    {
        get
        {
            if ((ulong)number >= (ulong)Count) throw Fault($"element {number} lies outside");
            return Group((int)(number / FrontCoding.GroupSize))[(int)(number % FrontCoding.GroupSize)];
        }
    }

    public override long LowerBound(ReadOnlySpan<byte> text)
    {
        // The texts before the first group whose head is not smaller are in the group before it.
        int low = 0, high = _groupCount;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (Head(middle).SequenceCompareTo(text) < 0) low = middle + 1;
            else high = middle;
        }

        if (low == 0) return 0;
        DecodedTexts group = Group(low - 1);
        int index = 1;
        while (index < group.Count && group[index].SequenceCompareTo(text) < 0) index++;
        return ((low - 1L) * FrontCoding.GroupSize) + index;
    }

    public override StoreException Fault(string what) => _bytes.Fault(what);

    protected override void VerifyBoundaries(FaultList faults) => _boundaries.VerifyBoundaries(_bytes.Length, faults);

    private ReadOnlySpan<byte> Head(int group) =>
        FrontCoding.TryReadHead(Coded(group), out ReadOnlySpan<byte> head) ? head : throw Broken(group);

    private DecodedTexts Group(int group)
    {
        DecodedTexts?[] decoded = Volatile.Read(ref _decoded)
            ?? Interlocked.CompareExchange(ref _decoded, new DecodedTexts?[_groupCount], null) ?? _decoded;
        return Volatile.Read(ref decoded[group]) ?? Decode(group, decoded);
    }

    private DecodedTexts Decode(int group, DecodedTexts?[] decoded)
    {
        int count = (int)Math.Min(FrontCoding.GroupSize, Count - ((long)group * FrontCoding.GroupSize));
        if (!FrontCoding.TryDecode(Coded(group), count, out DecodedTexts? texts)) throw Broken(group);
        Volatile.Write(ref decoded[group], texts);
        return texts;
    }

    private ReadOnlySpan<byte> Coded(int group)
    {
        (long start, long length) = _boundaries.Range(group, _bytes.Length);
        return length <= Array.MaxLength ? _bytes.Span<byte>(start, (int)length) : throw Broken(group);
    }

    private StoreException Broken(int group) => Fault($"group {group} of the texts does not decode");
}
