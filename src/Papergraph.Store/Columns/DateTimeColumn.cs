namespace Papergraph.Store;

/// <summary>A column of instants, in UTC.</summary>
public sealed class DateTimeColumn : Column
{
    internal DateTimeColumn(string name) : base(name, PropertyType.DateTime)
    {
    }

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public DateTimeOffset? this[long row] => throw new NotImplementedException();

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];
}
