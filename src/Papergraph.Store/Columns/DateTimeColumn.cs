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
        TryReadChange(row, out object? changed) ? (DateTimeOffset?)changed
        : IsStoredNull(row) ? null
        : Epoch.InstantOf(_microseconds![row]) ?? throw _microseconds!.Fault($"row {row} is no instant");

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    /// <summary>Reads the microseconds since 1970-01-01T00:00:00 UTC of the rows from <paramref name="first"/> on. What stands for a row
    /// without a value has no meaning: see <see cref="Column.ReadNulls"/>.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public void ReadMicroseconds(long first, Span<long> into)
    {
        ThrowIfNoRows(first, into.Length);
        int stored = CountStored(first, into.Length);
        if (stored > 0) _microseconds!.Read(first, into[..stored]);
        foreach (long row in ChangedRows(first, into.Length))
            into[(int)(row - first)] = this[row] is { } instant ? Epoch.MicrosecondsOf(instant) : 0;
    }

    /// <summary>Runs of rows, ascending, outside of which no value lies from <paramref name="least"/> to <paramref name="greatest"/>, both
    /// included: what is left when zones are passed over whose bounds lie apart. Values in the runs are still to be looked at.</summary>
    /// <remarks>Bounds are cut down to whole microseconds, as values are.</remarks>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public IEnumerable<RowRange> Scan(DateTimeOffset least, DateTimeOffset greatest) => ScanZones(
        ZoneMap is IntegerZones zones ? zone => zones.MayHold(zone, Epoch.MicrosecondsOf(least), Epoch.MicrosecondsOf(greatest)) : null);

    internal override ColumnSurvey Survey() => IntegerSurvey.Of(
        _microseconds!, this, instant => Epoch.InstantOf(instant) ?? throw _microseconds!.Fault($"{instant} is no instant"));

    private protected override void VerifyValues(FaultList faults)
    {
        faults.Each(Count, row => _ = this[row]);
        _microseconds!.VerifyEnd(faults);
    }
}
