namespace Papergraph.Store;

/// <summary>The values of one property for all rows of a table. Every access is O(1); safe for any number of threads.</summary>
/// <remarks>A row is the number of a node in its table (<c>node - table.FirstNode</c>) or the position of an edge in its table
/// (<see cref="Adjacency.Positions"/>).</remarks>
public abstract class Column
{
    private protected Column(string name, PropertyType type) => (Name, Type) = (name, type);

    /// <summary>Name of the property.</summary>
    public string Name { get; }

    /// <summary>Type of the values.</summary>
    public PropertyType Type { get; }

    /// <summary>Number of rows.</summary>
    public long Count => throw new NotImplementedException();

    /// <summary>Number of rows that have no value.</summary>
    public long NullCount => throw new NotImplementedException();

    /// <summary>Whether the row has no value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public bool IsNull(long row) => throw new NotImplementedException();

    /// <summary>The value of the row, boxed, or null: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
    /// <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, or an array of one of the first four.</summary>
    /// <inheritdoc cref="IsNull" path="/exception"/>
    public abstract object? Value(long row);
}
