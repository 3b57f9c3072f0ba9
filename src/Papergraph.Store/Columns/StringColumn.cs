using System.Text;

namespace Papergraph.Store;

/// <summary>A column of texts.</summary>
public sealed class StringColumn : Column
{
    private readonly StringVector? _values;

    internal StringColumn(ColumnSource source) : base(source) => _values = source.Strings();

    internal StringColumn(ColumnOverlay overlay) : base(overlay) => _values = (overlay.Stored as StringColumn)?._values;

    /// <summary>Whether the segment has every distinct text once and the rows are codes.</summary>
    public bool IsDictionary => _values is { IsDictionary: true };

    /// <summary>The UTF-8 form of the row's text, empty when the row has no value. The span ends with the reader: it must not be
    /// used after the reader was disposed.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public ReadOnlySpan<byte> Utf8(long row) =>
        TryReadChange(row, out object? changed) ? (changed is string text ? Encoding.UTF8.GetBytes(text) : default)
        : IsStoredNull(row) ? default
        : _values!.Utf8(row);

    /// <summary>The text of the row, or null.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public string? this[long row] =>
        TryReadChange(row, out object? changed) ? (string?)changed : IsStoredNull(row) ? null : _values!.Get(row);

    /// <inheritdoc/>
    public override object? Value(long row) => this[row];

    private protected override void VerifyValues(FaultList faults)
    {
        _values!.Verify(faults);
        faults.Each(Count, row => Utf8(row));
    }
}
