namespace Papergraph.Store;

/// <summary>The values of one property for all rows of a table. Every access is O(1); safe for any number of threads.</summary>
/// <remarks>A row is the number of a node in its table (<see cref="NodeTable.RowOf"/>) or the position of an edge in its table
/// (<see cref="Adjacency.Positions"/>). Dead rows have no value. Rows that were changed since the segment was written cost a look-up more,
/// as do all rows of a table in which any was changed.</remarks>
public abstract class Column
{
    private readonly Section? _nulls;

    // The table whose changes lie over the values of the segment, or null when the column is as the segment has it.
    private readonly Table? _changed;
    private readonly bool _isStored;

    private protected Column(ColumnSource source)
    {
        (Name, Type, Count, NullCount, _isStored) =
            (source.Layout.Name, source.Layout.Type, source.Rows, source.Layout.NullCount, true);
        if (NullCount > Count) throw source.Sections.Fault($"{source.Name} has {NullCount} nulls in {Count} rows");
        if (source.Layout.Nulls is { } section) _nulls = source.Sections.Take(section, BitVector.SizeOf(Count), source.Name + ", nulls");
    }

    private protected Column(ColumnOverlay overlay)
    {
        (Name, Type, Count, _changed) = (overlay.Key.Name, overlay.Key.Type, overlay.Table.RowBound, overlay.Table);
        (_nulls, _isStored) = (overlay.Stored?._nulls, overlay.Stored is not null);
        NullCount = overlay.Table.LiveCount - overlay.Table.ValueCount(overlay.Stored, overlay.Key);
    }

    /// <summary>Name of the property.</summary>
    public string Name { get; }

    /// <summary>Type of the values.</summary>
    public PropertyType Type { get; }

    /// <summary>Number of rows, dead ones included: the <see cref="Table.RowBound"/> of the table.</summary>
    public long Count { get; }

    /// <summary>Number of live rows that have no value.</summary>
    public long NullCount { get; }

    /// <summary>Whether the row has no value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public bool IsNull(long row)
    {
        if (TryReadChange(row, out object? value)) return value is null;
        return IsStoredNull(row);
    }

    /// <summary>The value of the row, boxed, or null: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
    /// <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, or an array of one of the first four.</summary>
    /// <inheritdoc cref="IsNull" path="/exception"/>
    public abstract object? Value(long row);

    /// <summary>Whether the value of the row, or its being null, is not what the segment has; then <paramref name="value"/> is it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    private protected bool TryReadChange(long row, out object? value)
    {
        if ((ulong)row >= (ulong)Count) throw new ArgumentOutOfRangeException(nameof(row), row, $"Column '{Name}' has {Count} rows.");
        value = null;
        return _changed is not null && (_changed.TryReadChange(row, Name, Type, out value) || !_isStored);
    }

    /// <summary>Whether the row is null in the segment; asked after <see cref="TryReadChange"/> said that it is as there.</summary>
    private protected bool IsStoredNull(long row) => _nulls is not null && BitVector.Read(_nulls, row);

    /// <summary>Reports whatever does not hold in the column.</summary>
    internal void Verify(FaultList faults)
    {
        faults.Check(() =>
        {
            if (_nulls is not null && BitVector.CountSet(_nulls, Count) is long nulls && nulls != NullCount)
                throw _nulls.Fault($"{nulls} rows are null in place of {NullCount}");
        });
        VerifyValues(faults);
    }

    private protected abstract void VerifyValues(FaultList faults);
}
