namespace Papergraph.Store;

/// <summary>A column of truth values.</summary>
public sealed class BooleanColumn : Column
{
    internal BooleanColumn(string name) : base(name, PropertyType.Boolean)
    {
    }

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public bool? this[long row] => throw new NotImplementedException();

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];
}
