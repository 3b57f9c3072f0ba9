namespace Papergraph.Store;

/// <summary>Which elements belong to the list of each row.</summary>
internal sealed class ListBoundaries(SegmentSections sections, ListLayout layout, long rows, string name)
{
    private readonly PackedIntegers _offsets = new(sections, layout.Offsets, rows + 1, name + ", list boundaries");

    /// <summary>Number of elements of all lists together.</summary>
    public long ElementCount => layout.ElementCount;

    /// <summary>The first element of the row's list, and the number of elements.</summary>
    /// <exception cref="StoreException">The boundaries are damaged.</exception>
    public (long Start, int Count) Of(long row)
    {
        (long start, long length) = _offsets.Range(row, layout.ElementCount);
        return length <= Array.MaxLength ? (start, (int)length) : throw _offsets.Fault($"row {row} has {length} elements");
    }

    /// <summary>Builds the array of a row.</summary>
    public T[] Read<T>(long row, Func<long, T> element)
    {
        (long start, int count) = Of(row);
        T[] values = new T[count];
        for (int i = 0; i < count; i++) values[i] = element(start + i);
        return values;
    }

    /// <summary>Checks the boundaries, and that null rows have no elements.</summary>
    public void Verify(Column column, FaultList faults)
    {
        _offsets.VerifyBoundaries(layout.ElementCount, faults);
        faults.Each(rows, row =>
        {
            if (column.IsNull(row) && Of(row).Count > 0) throw _offsets.Fault($"row {row} is null and has elements");
        });
    }
}
