namespace Papergraph.Store;

/// <summary>A column of lists of 64-bit whole numbers.</summary>
public sealed class Int64ListColumn : Column
{
    private readonly ListBoundaries? _lists;
    private readonly PackedIntegers? _elements;

    internal Int64ListColumn(ColumnSource source) : base(source) => (_lists, _elements) = (source.Lists(), source.Integers());

    internal Int64ListColumn(ColumnOverlay overlay) : base(overlay) =>
        (_lists, _elements) = ((overlay.Stored as Int64ListColumn)?._lists, (overlay.Stored as Int64ListColumn)?._elements);

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public long[]? this[long row] =>
        TryReadChange(row, out object? changed) ? (long[]?)PropertyValue.Copy(changed)
        : IsStoredNull(row) ? null
        : _lists!.Read(row, element => _elements![element]);

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    internal override ColumnSurvey Survey() => IntegerSurvey.Of(_elements!, null, element => element);

    private protected override void VerifyValues(FaultList faults)
    {
        _lists!.Verify(this, faults);
        _elements!.VerifyEnd(faults);
    }
}
