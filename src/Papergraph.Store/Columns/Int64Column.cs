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

    /// <summary>Reads the values of the rows from <paramref name="first"/> on. What stands for a row without a value has no meaning: see
    /// <see cref="Column.ReadNulls"/>.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public void Read(long first, Span<long> into)
    {
        ThrowIfNoRows(first, into.Length);
        int stored = CountStored(first, into.Length);
        if (stored > 0) _values!.Read(first, into[..stored]);
        foreach (long row in ChangedRows(first, into.Length)) into[(int)(row - first)] = this[row] ?? 0;
    }

    /// <summary>Runs of rows, ascending, outside of which no value lies from <paramref name="least"/> to <paramref name="greatest"/>, both
    /// included: what is left when zones are passed over whose bounds lie apart. Values in the runs are still to be looked at.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public IEnumerable<RowRange> Scan(long least, long greatest) =>
        ScanZones(ZoneMap is IntegerZones zones ? zone => zones.MayHold(zone, least, greatest) : null);

    internal override ColumnSurvey Survey() => IntegerSurvey.Of(_values!, this, value => value);

    private protected override void VerifyValues(FaultList faults) => _values!.VerifyEnd(faults);
}
