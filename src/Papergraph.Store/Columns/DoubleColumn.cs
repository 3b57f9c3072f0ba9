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

    /// <summary>Reads the values of the rows from <paramref name="first"/> on. What stands for a row without a value has no meaning: see
    /// <see cref="Column.ReadNulls"/>.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public void Read(long first, Span<double> into)
    {
        ThrowIfNoRows(first, into.Length);
        int stored = CountStored(first, into.Length);
        if (stored > 0) _values!.Span<double>(first, stored).CopyTo(into);
        foreach (long row in ChangedRows(first, into.Length)) into[(int)(row - first)] = this[row] ?? 0;
    }

    /// <summary>Runs of rows, ascending, outside of which no value lies from <paramref name="least"/> to <paramref name="greatest"/>, both
    /// included: what is left when zones are passed over whose bounds lie apart. Values in the runs are still to be looked at.</summary>
    /// <remarks>NaN lies nowhere.</remarks>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public IEnumerable<RowRange> Scan(double least, double greatest) =>
        ScanZones(ZoneMap is DoubleZones zones ? zone => zones.MayHold(zone, least, greatest) : null);

    internal override ColumnSurvey Survey() => DoubleSurvey.Of(_values!, Count, this);

    // Any bits are a value: lengths and checksums are all there is to check.
    private protected override void VerifyValues(FaultList faults)
    {
    }
}
