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

    /// <summary>Number of codes: of distinct texts of the dictionary; 0 without one.</summary>
    public int CodeCount => _values is { IsDictionary: true } ? (int)_values!.Texts.Count : 0;

    /// <summary>Reads the codes of the rows from <paramref name="first"/> on: the numbers of their texts in the dictionary, in the order of
    /// their bytes. What stands for a row without a value has no meaning: see <see cref="Column.ReadNulls"/>. A row that was changed since
    /// the segment was written has −1 when its text is not in the dictionary.</summary>
    /// <exception cref="InvalidOperationException">The column has no dictionary.</exception>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public void ReadCodes(long first, Span<long> into)
    {
        ThrowIfPlain();
        ThrowIfNoRows(first, into.Length);
        int stored = CountStored(first, into.Length);
        if (stored > 0) _values!.ReadCodes(first, into[..stored]);
        foreach (long row in ChangedRows(first, into.Length)) into[(int)(row - first)] = IsNull(row) ? -1 : CodeOf(Utf8(row));
    }

    /// <summary>The text of a code in UTF-8. The span ends with the reader.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such code.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public ReadOnlySpan<byte> CodeText(int code)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)code, (uint)CodeCount, nameof(code));
        return _values!.Texts[code];
    }

    /// <summary>The code of a text in UTF-8, or −1 when it has none: then no row of the segment has it. O(log codes).</summary>
    /// <exception cref="InvalidOperationException">The column has no dictionary.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public int CodeOf(ReadOnlySpan<byte> text)
    {
        ThrowIfPlain();
        return (int)_values!.Texts.Find(text);
    }

    /// <summary>The least code whose text does not come before this one in the order of bytes; <see cref="CodeCount"/> if all do. The texts
    /// from a to before b have the codes from <c>LowerCode(a)</c> to before <c>LowerCode(b)</c>.</summary>
    /// <inheritdoc cref="CodeOf" path="/exception"/>
    public int LowerCode(ReadOnlySpan<byte> text)
    {
        ThrowIfPlain();
        return (int)_values!.Texts.LowerBound(text);
    }

    /// <summary>Runs of rows, ascending, outside of which no row has a code from <paramref name="least"/> to <paramref name="greatest"/>,
    /// both included. Rows in the runs are still to be looked at.</summary>
    /// <inheritdoc cref="Column.IsNull" path="/exception"/>
    public IEnumerable<RowRange> ScanCodes(int least, int greatest) =>
        ScanZones(ZoneMap is IntegerZones zones ? zone => zones.MayHold(zone, least, greatest) : null);

    private void ThrowIfPlain()
    {
        if (!IsDictionary) throw new InvalidOperationException($"Column '{Name}' has no dictionary: its texts have no codes.");
    }

    internal override ColumnSurvey Survey() => TextSurvey.Of(_values!, this);

    private protected override void VerifyValues(FaultList faults)
    {
        _values!.Verify(faults);
        faults.Each(Count, row => Utf8(row));
    }
}
