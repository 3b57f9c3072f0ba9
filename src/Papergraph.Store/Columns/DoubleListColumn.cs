namespace Papergraph.Store;

/// <summary>A column of lists of floating-point numbers.</summary>
public sealed class DoubleListColumn : Column
{
    private readonly ListBoundaries? _lists;
    private readonly Section? _elements;

    internal DoubleListColumn(ColumnSource source) : base(source) => (_lists, _elements) = (source.Lists(), source.Doubles());

    internal DoubleListColumn(ColumnOverlay overlay) : base(overlay) =>
        (_lists, _elements) = ((overlay.Stored as DoubleListColumn)?._lists, (overlay.Stored as DoubleListColumn)?._elements);

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public double[]? this[long row] =>
        TryReadChange(row, out object? changed) ? (double[]?)PropertyValue.Copy(changed)
        : IsStoredNull(row) ? null
        : _lists!.Read(row, _elements!.Read<double>);

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    internal override ColumnSurvey Survey() => DoubleSurvey.Of(_elements!, _lists!.ElementCount, null);

    private protected override void VerifyValues(FaultList faults) => _lists!.Verify(this, faults);
}
