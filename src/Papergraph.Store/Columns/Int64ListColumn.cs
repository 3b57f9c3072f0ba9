namespace Papergraph.Store;

/// <summary>A column of lists of 64-bit whole numbers.</summary>
public sealed class Int64ListColumn : Column
{
    internal Int64ListColumn(string name) : base(name, PropertyType.Int64List)
    {
    }

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public long[]? this[long row] => throw new NotImplementedException();

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];
}
