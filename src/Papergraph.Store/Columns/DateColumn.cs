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
        TryReadChange(row, out object? changed) ? (DateOnly?)changed
        : IsStoredNull(row) ? null
        : Epoch.DateOf(_days![row]) ?? throw _days!.Fault($"row {row} is no date");

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    /// <summary>Reads the days since 1970-01-01 of the rows from <paramref name="first"/> on. What stands for a row without a value has no
    /// meaning: see <see cref="Column.ReadNulls"/>.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public void ReadDays(long first, Span<long> into)
    {
        ThrowIfNoRows(first, into.Length);
        int stored = CountStored(first, into.Length);
        if (stored > 0) _days!.Read(first, into[..stored]);
        foreach (long row in ChangedRows(first, into.Length)) into[(int)(row - first)] = this[row] is { } date ? Epoch.DaysOf(date) : 0;
    }

    /// <summary>Runs of rows, ascending, outside of which no value lies from <paramref name="least"/> to <paramref name="greatest"/>, both
    /// included: what is left when zones are passed over whose bounds lie apart. Values in the runs are still to be looked at.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public IEnumerable<RowRange> Scan(DateOnly least, DateOnly greatest) => ScanZones(
        ZoneMap is IntegerZones zones ? zone => zones.MayHold(zone, Epoch.DaysOf(least), Epoch.DaysOf(greatest)) : null);

    internal override ColumnSurvey Survey() => IntegerSurvey.Of(
        _days!, this, days => Epoch.DateOf(days) ?? throw _days!.Fault($"{days} is no date"));

    private protected override void VerifyValues(FaultList faults)
    {
        faults.Each(Count, row => _ = this[row]);
        _days!.VerifyEnd(faults);
    }
}
