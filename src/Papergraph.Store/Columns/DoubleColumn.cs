namespace Papergraph.Store;

/// <summary>A column of floating-point numbers.</summary>
public sealed class DoubleColumn : Column
{
    internal DoubleColumn(string name) : base(name, PropertyType.Double)
    {
    }

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public double? this[long row] => throw new NotImplementedException();

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];
}
