using System.Runtime.CompilerServices;

namespace Papergraph.Store;

/// <summary>Whole numbers stored as distances from the least in as few bytes as the greatest needs (frame of reference).</summary>
internal sealed class PackedIntegers
{
    private readonly Section? _distances;
    private readonly byte _width;
    private readonly long _least;

    public PackedIntegers(SegmentSections sections, PackedLayout layout, long count, string name)
    {
        (_width, _least, Count, Name, Path) = (layout.Width, layout.Least, count, name, sections.Path);
        // A width times a count that overflows cannot be the length of a section.
        if (count > long.MaxValue / sizeof(long)) throw sections.Fault($"{name} has {count} numbers");
        if (layout.Section is { } section) _distances = sections.Take(section, count * layout.Width, name);
    }

    public long Count { get; }

    public string Name { get; }

    private string Path { get; }

    public long this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => unchecked(_least + _width switch
        {
            4 => _distances!.Read<uint>(index),
            1 => _distances!.Read<byte>(index),
            2 => _distances!.Read<ushort>(index),
            8 => _distances!.Read<long>(index),
            _ => 0,
        });
    }

    /// <summary>Reads the numbers at <paramref name="index"/> and after it as the boundaries of a range.</summary>
    /// <exception cref="StoreException">They are not in order, or reach beyond <paramref name="limit"/>.</exception>
    public (long Start, long Length) Range(long index, long limit)
    {
        long start = this[index], end = this[index + 1];
        if (start < 0 || start > end || end > limit) throw Fault($"entry {index} spans {start} to {end} of {limit}");
        return (start, end - start);
    }

    /// <summary>Writes the numbers into another segment.</summary>
    public PackedLayout CopyTo(SegmentFileWriter file)
    {
        long[] numbers = new long[Count];
        for (long i = 0; i < Count; i++) numbers[i] = this[i];
        return PackedIntegerWriter.Write(file, numbers);
    }

    public StoreException Fault(string what) => StoreErrors.Damaged(Path, Name, what);

    /// <summary>Checks that the numbers ascend from 0 to <paramref name="limit"/>.</summary>
    public void VerifyBoundaries(long limit, FaultList faults)
    {
        faults.Check(() =>
        {
            if (this[0] != 0 || this[Count - 1] != limit)
                throw Fault($"the boundaries span {this[0]} to {this[Count - 1]} in place of 0 to {limit}");
        });
        faults.Each(Count - 1, index => Range(index, limit));
    }
}
