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

    /// <summary>Reads the values of the rows from <paramref name="first"/> on. What stands for a row without a value has no meaning: see
    /// <see cref="Column.ReadNulls"/>.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public void Read(long first, Span<bool> into)
    {
        ThrowIfNoRows(first, into.Length);
        int stored = CountStored(first, into.Length);
        for (int i = 0; i < stored; i++) into[i] = BitVector.Read(_values!, first + i);
        foreach (long row in ChangedRows(first, into.Length)) into[(int)(row - first)] = this[row] ?? false;
    }

    internal override ColumnSurvey Survey() => BooleanSurvey.Of(_values!, Count, this);

    private protected override void VerifyValues(FaultList faults) => faults.Check(() => BitVector.CountSet(_values!, Count));
}
