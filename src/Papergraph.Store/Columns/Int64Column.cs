namespace Papergraph.Store;

/// <summary>A column of 64-bit whole numbers.</summary>
public sealed class Int64Column : Column
{
    private readonly PackedIntegers? _values;

    internal Int64Column(ColumnSource source) : base(source) => _values = source.Integers();

    internal Int64Column(ColumnOverlay overlay) : base(overlay) => _values = (overlay.Stored as Int64Column)?._values;

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public long? this[long row] =>
        TryReadChange(row, out object? changed) ? (long?)changed : IsStoredNull(row) ? null : _values![row];

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    // Any bits are a value: lengths and checksums are all there is to check.
    private protected override void VerifyValues(FaultList faults)
    {
    }
}
