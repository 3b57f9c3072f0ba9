using System.Text;

namespace Papergraph.Store;

/// <summary>A column of lists of strings.</summary>
public sealed class StringListColumn : Column
{
    private readonly ListBoundaries? _lists;
    private readonly StringVector? _elements;

    internal StringListColumn(ColumnSource source) : base(source) => (_lists, _elements) = (source.Lists(), source.Strings());

    internal StringListColumn(ColumnOverlay overlay) : base(overlay) =>
        (_lists, _elements) = ((overlay.Stored as StringListColumn)?._lists, (overlay.Stored as StringListColumn)?._elements);

    /// <summary>Number of strings in the row's list; 0 when the row has no value.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public int ElementCount(long row) =>
        TryReadChange(row, out object? changed) ? (changed as string[])?.Length ?? 0 : IsStoredNull(row) ? 0 : _lists!.Of(row).Count;

    /// <summary>The UTF-8 form of one string of the row's list. The span ends with the reader.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public ReadOnlySpan<byte> Utf8(long row, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)ElementCount(row), nameof(index));
        return TryReadChange(row, out object? changed)
            ? Encoding.UTF8.GetBytes(((string[])changed!)[index])
            : _elements!.Utf8(_lists!.Of(row).Start + index);
    }

    /// <summary>The value of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public string[]? this[long row] =>
        TryReadChange(row, out object? changed) ? (string[]?)PropertyValue.Copy(changed)
        : IsStoredNull(row) ? null
        : _lists!.Read(row, _elements!.Get);

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    internal override ColumnSurvey Survey() => TextSurvey.Of(_elements!, null);

    private protected override void VerifyValues(FaultList faults)
    {
        _lists!.Verify(this, faults);
        _elements!.Verify(faults);
        faults.Each(_lists!.ElementCount, element => _elements!.Utf8(element));
    }
}
