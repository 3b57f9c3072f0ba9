namespace Papergraph.Store;

/// <summary>A column of 64-bit whole numbers.</summary>
public sealed class Int64Column : Column
{
    private readonly PackedIntegers _values;

    internal Int64Column(ColumnSource source) : base(source) => _values = source.Integers();

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public long? this[long row] => IsNull(row) ? null : _values[row];

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    private protected override void VerifyValues(FaultList faults) => _values.VerifyEnd(faults);
}
