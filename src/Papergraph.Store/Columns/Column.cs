namespace Papergraph.Store;

/// <summary>The values of one property for all rows of a table. Every access is O(1); safe for any number of threads.</summary>
/// <remarks>A row is the number of a node in its table (<c>node - table.FirstNode</c>) or the position of an edge in its table
/// (<see cref="Adjacency.Positions"/>).</remarks>
public abstract class Column
{
    private readonly Section? _nulls;

    private protected Column(ColumnSource source)
    {
        (Name, Type, Count, NullCount) = (source.Layout.Name, source.Layout.Type, source.Rows, source.Layout.NullCount);
        if (NullCount > Count) throw source.Sections.Fault($"{source.Name} has {NullCount} nulls in {Count} rows");
        if (source.Layout.Nulls is { } section) _nulls = source.Sections.Take(section, BitVector.SizeOf(Count), source.Name + ", nulls");
    }

    /// <summary>Name of the property.</summary>
    public string Name { get; }

    /// <summary>Type of the values.</summary>
    public PropertyType Type { get; }

    /// <summary>Number of rows.</summary>
    public long Count { get; }

    /// <summary>Number of rows that have no value.</summary>
    public long NullCount { get; }

    /// <summary>Whether the row has no value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public bool IsNull(long row)
    {
        if ((ulong)row >= (ulong)Count) throw new ArgumentOutOfRangeException(nameof(row), row, $"Column '{Name}' has {Count} rows.");
        return _nulls is not null && BitVector.Read(_nulls, row);
    }

    /// <summary>The value of the row, boxed, or null: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
    /// <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, or an array of one of the first four.</summary>
    /// <inheritdoc cref="IsNull" path="/exception"/>
    public abstract object? Value(long row);

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
