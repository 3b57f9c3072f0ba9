namespace Papergraph.Store;

/// <summary>A column of dates.</summary>
public sealed class DateColumn : Column
{
    private readonly PackedIntegers? _days;

    internal DateColumn(ColumnSource source) : base(source) => _days = source.Integers();

    internal DateColumn(ColumnOverlay overlay) : base(overlay) => _days = (overlay.Stored as DateColumn)?._days;

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public DateOnly? this[long row] =>
        TryReadChange(row, out object? changed) ? (DateOnly?)changed : IsStoredNull(row) ? null : Epoch.DateOf(_days![row]) ?? throw _days!.Fault($"row {row} is no date");

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    private protected override void VerifyValues(FaultList faults) => faults.Each(Count, row => _ = this[row]);
}
