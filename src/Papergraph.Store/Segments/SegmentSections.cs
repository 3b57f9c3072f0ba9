namespace Papergraph.Store;

/// <summary>The sections of a mapped segment, each to be taken by the one part of the layout that refers to it.</summary>
internal sealed class SegmentSections
{
    private readonly MappedFile _file;
    private readonly IReadOnlyList<SectionLayout> _layouts;
    private readonly long[] _offsets;
    private readonly Section?[] _taken;

    /// <exception cref="StoreException">The sections do not end at <paramref name="end"/>.</exception>
    public SegmentSections(MappedFile file, IReadOnlyList<SectionLayout> layouts, long end)
    {
        (_file, _layouts) = (file, layouts);
        _offsets = new long[layouts.Count];
        _taken = new Section?[layouts.Count];
        long offset = SegmentHeader.Size;
        for (int i = 0; i < layouts.Count; i++)
        {
            if (layouts[i].Length > end - offset) throw Fault($"section {i} reaches beyond the last byte");
            _offsets[i] = offset;
            offset = SegmentHeader.Align(offset + layouts[i].Length);
        }

        if (offset != end) throw Fault("the sections do not fill the file");
    }

    /// <summary>The sections taken so far, in the order of the file.</summary>
    public IEnumerable<Section> Taken => _taken.OfType<Section>();

    public string Path => _file.Path;

    /// <param name="index">Index of the section.</param>
    /// <param name="length">The length that it must have, in bytes.</param>
    /// <param name="name">What it holds, for messages.</param>
    /// <param name="limit">If given, it holds node ids below this.</param>
    /// <exception cref="StoreException">There is no such section, it was taken before, or its length is another.</exception>
    public Section Take(int index, long? length, string name, int? limit = null)
    {
        if ((uint)index >= (uint)_layouts.Count) throw Fault($"{name} refers to section {index} of {_layouts.Count}");
        if (_taken[index] is { } other) throw Fault($"{name} and {other.Name} refer to one section");
        if (length is { } expected && _layouts[index].Length != expected)
            throw Fault($"{name} has {_layouts[index].Length} bytes in place of {expected}");
        return _taken[index] = new(_file, _offsets[index], _layouts[index], name, limit);
    }

    /// <exception cref="StoreException">A section was never taken.</exception>
    public void CheckAllTaken()
    {
        int unused = Array.IndexOf(_taken, null);
        if (unused >= 0) throw Fault($"nothing refers to section {unused}");
    }

    public StoreException Fault(string what) => StoreErrors.Damaged(_file.Path, "directory", what);

    /// <exception cref="StoreException">A byte between two sections is not zero.</exception>
    public void CheckPadding()
    {
        for (int i = 0; i < _layouts.Count; i++)
        {
            long end = _offsets[i] + _layouts[i].Length;
            int at = _file.Bytes(end, (int)(SegmentHeader.Align(end) - end)).IndexOfAnyExcept((byte)0);
            if (at >= 0) throw StoreErrors.Damaged(_file.Path, $"byte {end + at}", "the padding between two sections is not zero");
        }
    }
}
