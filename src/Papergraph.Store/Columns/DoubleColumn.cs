namespace Papergraph.Store;

/// <summary>A column of floating-point numbers.</summary>
public sealed class DoubleColumn : Column
{
    private readonly Section? _values;

    internal DoubleColumn(ColumnSource source) : base(source) => _values = source.Doubles();

    internal DoubleColumn(ColumnOverlay overlay) : base(overlay) => _values = (overlay.Stored as DoubleColumn)?._values;

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public double? this[long row] =>
        TryReadChange(row, out object? changed) ? (double?)changed : IsStoredNull(row) ? null : _values!.Read<double>(row);

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    // Any bits are a value: lengths and checksums are all there is to check.
    private protected override void VerifyValues(FaultList faults)
    {
    }
}
