using System.Runtime.CompilerServices;

namespace Papergraph.Store;

/// <summary>Whole numbers stored as distances from a line in as few bits as the greatest distance needs (frame of reference; where the
/// line rises, for numbers that grow about evenly, as boundaries do).</summary>
internal sealed class PackedIntegers
{
    private readonly Section? _distances;
    private readonly int _width;
    private readonly long _least;
    private readonly long _slope;

    public PackedIntegers(SegmentSections sections, PackedLayout layout, long count, string name)
    {
        (_width, _least, _slope, Count, Name, Path) = (layout.Width, layout.Least, layout.Slope, count, name, sections.Path);
        // A width times a count that overflows cannot be the length of a section.
        if (count > long.MaxValue / 64) throw sections.Fault($"{name} has {count} numbers");
        if (layout.Section is { } section) _distances = sections.Take(section, layout.SizeOf(count), name);
    }

    public long Count { get; }

    public string Name { get; }

    /// <summary>Bits of a distance.</summary>
    public int Width => _width;

    /// <summary>Where the line begins: where it is level, the least number.</summary>
    public long Least => _least;

    /// <summary>Whether the line does not rise, so that the numbers are <see cref="Least"/> to before <see cref="Least"/> +
    /// 2^<see cref="Width"/>.</summary>
    public bool IsLevel => _slope == 0;

    private string Path { get; }

    /// <exception cref="StoreException">There is no such number, or the file is damaged here.</exception>
    public long this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((ulong)index >= (ulong)Count) throw OutOfBounds(index);
            long line = unchecked(_least + PackedLayout.Rise(_slope, index));
            return _distances is null ? line : unchecked(line + (long)_distances.ReadBits(index * _width, _width));
        }
    }

    /// <summary>Reads the numbers from <paramref name="first"/> on.</summary>
    /// <exception cref="StoreException">There are not so many, or the file is damaged here.</exception>
    public void Read(long first, Span<long> into)
    {
        if ((ulong)first > (ulong)Count || into.Length > Count - first) throw OutOfBounds(first);
        if (_distances is null) into.Fill(_least);
        else _distances.ReadBits(first * _width, _width, _least, into);
        if (_slope == 0) return;
        for (int i = 0; i < into.Length; i++) into[i] = unchecked(into[i] + PackedLayout.Rise(_slope, first + i));
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

    /// <summary>Checks that the numbers ascend from 0 to <paramref name="limit"/>, and that no bit behind the last is set.</summary>
    public void VerifyBoundaries(long limit, FaultList faults)
    {
        faults.Check(() =>
        {
            if (this[0] != 0 || this[Count - 1] != limit)
                throw Fault($"the boundaries span {this[0]} to {this[Count - 1]} in place of 0 to {limit}");
        });
        faults.Each(Count - 1, index => Range(index, limit));
        VerifyEnd(faults);
    }

    /// <summary>Checks that no bit behind the last number is set.</summary>
    public void VerifyEnd(FaultList faults) => faults.Check(() =>
    {
        long end = Count * _width;
        int unused = (int)(-end & 7);
        if (_distances is not null && unused > 0 && _distances.ReadBits(end, unused) != 0)
            throw Fault("a bit behind the last number is set");
    });

    private StoreException OutOfBounds(long index) => Fault($"element {index} lies outside");
}
