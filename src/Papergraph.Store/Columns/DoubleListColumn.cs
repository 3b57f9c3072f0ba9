namespace Papergraph.Store;

/// <summary>A column of lists of floating-point numbers.</summary>
public sealed class DoubleListColumn : Column
{
    internal DoubleListColumn(string name) : base(name, PropertyType.DoubleList)
    {
    }

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public double[]? this[long row] => throw new NotImplementedException();

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];
}
