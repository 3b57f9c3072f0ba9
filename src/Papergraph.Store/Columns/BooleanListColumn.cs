namespace Papergraph.Store;

/// <summary>A column of lists of truth values.</summary>
public sealed class BooleanListColumn : Column
{
    private readonly ListBoundaries? _lists;
    private readonly Section? _elements;

    internal BooleanListColumn(ColumnSource source) : base(source) => (_lists, _elements) = (source.Lists(), source.Bits());

    internal BooleanListColumn(ColumnOverlay overlay) : base(overlay) =>
        (_lists, _elements) = ((overlay.Stored as BooleanListColumn)?._lists, (overlay.Stored as BooleanListColumn)?._elements);

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public bool[]? this[long row] =>
        TryReadChange(row, out object? changed) ? (bool[]?)PropertyValue.Copy(changed)
        : IsStoredNull(row) ? null
        : _lists!.Read(row, element => BitVector.Read(_elements!, element));

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    internal override ColumnSurvey Survey() => BooleanSurvey.Of(_elements!, _lists!.ElementCount, null);

    private protected override void VerifyValues(FaultList faults)
    {
        _lists!.Verify(this, faults);
        faults.Check(() => BitVector.CountSet(_elements!, _lists!.ElementCount));
    }
}
