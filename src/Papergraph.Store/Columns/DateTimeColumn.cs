namespace Papergraph.Store;

/// <summary>A column of instants, in UTC.</summary>
public sealed class DateTimeColumn : Column
{
    private readonly PackedIntegers? _microseconds;

    internal DateTimeColumn(ColumnSource source) : base(source) => _microseconds = source.Integers();

    internal DateTimeColumn(ColumnOverlay overlay) : base(overlay) => _microseconds = (overlay.Stored as DateTimeColumn)?._microseconds;

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public DateTimeOffset? this[long row] =>
        TryReadChange(row, out object? changed) ? (DateTimeOffset?)changed : IsStoredNull(row) ? null : Epoch.InstantOf(_microseconds![row]) ?? throw _microseconds!.Fault($"row {row} is no instant");

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    private protected override void VerifyValues(FaultList faults) => faults.Each(Count, row => _ = this[row]);
}
