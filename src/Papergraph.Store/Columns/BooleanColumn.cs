namespace Papergraph.Store;

/// <summary>A column of truth values.</summary>
public sealed class BooleanColumn : Column
{
    private readonly Section? _values;

    internal BooleanColumn(ColumnSource source) : base(source) => _values = source.Bits();

    internal BooleanColumn(ColumnOverlay overlay) : base(overlay) => _values = (overlay.Stored as BooleanColumn)?._values;

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public bool? this[long row] =>
        TryReadChange(row, out object? changed) ? (bool?)changed : IsStoredNull(row) ? null : BitVector.Read(_values!, row);

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    private protected override void VerifyValues(FaultList faults) => faults.Check(() => BitVector.CountSet(_values!, Count));
}
