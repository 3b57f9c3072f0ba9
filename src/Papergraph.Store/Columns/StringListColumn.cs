namespace Papergraph.Store;

/// <summary>A column of lists of strings.</summary>
public sealed class StringListColumn : Column
{
    internal StringListColumn(string name) : base(name, PropertyType.StringList)
    {
    }

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public string[]? this[long row] => throw new NotImplementedException();

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];
}
