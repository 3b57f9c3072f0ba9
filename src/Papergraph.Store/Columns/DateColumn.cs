namespace Papergraph.Store;

/// <summary>A column of dates.</summary>
public sealed class DateColumn : Column
{
    internal DateColumn(string name) : base(name, PropertyType.Date)
    {
    }

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public DateOnly? this[long row] => throw new NotImplementedException();

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];
}
