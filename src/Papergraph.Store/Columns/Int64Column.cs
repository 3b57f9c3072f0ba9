namespace Papergraph.Store;

/// <summary>A column of 64-bit whole numbers.</summary>
public sealed class Int64Column : Column
{
    internal Int64Column(string name) : base(name, PropertyType.Int64)
    {
    }

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public long? this[long row] => throw new NotImplementedException();

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];
}
