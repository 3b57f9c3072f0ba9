using System.Numerics;

namespace Papergraph.Store;

/// <summary>The values of one property for all rows of a table. Every access is O(1); safe for any number of threads.</summary>
/// <remarks>A row is the number of a node in its table (<see cref="NodeTable.RowOf"/>) or the position of an edge in its table
/// (<see cref="Adjacency.Positions"/>). Dead rows have no value. Rows that were changed since the segment was written cost a look-up more,
/// as do all rows of a table in which any was changed.</remarks>
public abstract class Column
{
    /// <summary>Number of rows of a zone; see <c>Scan</c> of the columns whose values have an order.</summary>
    public const int ZoneSize = 4096;

    private readonly Section? _nulls;

    // The table whose changes lie over the values of the segment, or null when the column is as the segment has it.
    private readonly Table? _changed;
    private readonly bool _isStored;

    private protected Column(ColumnSource source)
    {
        (Name, Type, Count, NullCount, _isStored) =
            (source.Layout.Name, source.Layout.Type, source.Rows, source.Layout.NullCount, true);
        if (NullCount > Count) throw source.Sections.Fault($"{source.Name} has {NullCount} nulls in {Count} rows");
        if (source.Layout.Nulls is { } section) _nulls = source.Sections.Take(section, BitVector.SizeOf(Count), source.Name + ", nulls");
        ZoneMap = source.Zones();
    }

    private protected Column(ColumnOverlay overlay)
    {
        (Name, Type, Count, _changed) = (overlay.Key.Name, overlay.Key.Type, overlay.Table.RowBound, overlay.Table);
        (_nulls, _isStored, ZoneMap) = (overlay.Stored?._nulls, overlay.Stored is not null, overlay.Stored?.ZoneMap);
        NullCount = overlay.Table.LiveCount - overlay.Table.ValueCount(overlay.Stored, overlay.Key);
    }

    /// <summary>Name of the property.</summary>
    public string Name { get; }

    /// <summary>Type of the values.</summary>
    public PropertyType Type { get; }

    /// <summary>Number of rows, dead ones included: the <see cref="Table.RowBound"/> of the table.</summary>
    public long Count { get; }

    /// <summary>Number of live rows that have no value.</summary>
    public long NullCount { get; }

    /// <summary>Whether the row has no value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public bool IsNull(long row)
    {
        if (TryReadChange(row, out object? value)) return value is null;
        return IsStoredNull(row);
    }

    /// <summary>The value of the row, boxed, or null: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
    /// <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, or an array of one of the first four.</summary>
    /// <inheritdoc cref="IsNull" path="/exception"/>
    public abstract object? Value(long row);

    /// <summary>Whether the value of the row, or its being null, is not what the segment has; then <paramref name="value"/> is
    /// it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    private protected bool TryReadChange(long row, out object? value)
    {
        if ((ulong)row >= (ulong)Count) throw new ArgumentOutOfRangeException(nameof(row), row, $"Column '{Name}' has {Count} rows.");
        value = null;
        return _changed is not null && (_changed.TryReadChange(row, Name, Type, out value) || !_isStored);
    }

    /// <summary>Whether the row is null in the segment; asked after <see cref="TryReadChange"/> said that it is as there.</summary>
    private protected bool IsStoredNull(long row) => _nulls is not null && BitVector.Read(_nulls, row);

    /// <summary>Reads which of the rows from <paramref name="first"/> on have no value: bit i modulo 64 of word i / 64, lowest first, is
    /// set when row <paramref name="first"/> + i has none.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="into">Takes the bits; a word for each 64 rows begun.</param>
    /// <returns>Number of rows without a value. If it is 0, the words are 0.</returns>
    /// <exception cref="ArgumentException"><paramref name="into"/> is too short.</exception>
    /// <inheritdoc cref="IsNull" path="/exception"/>
    public int ReadNulls(long first, int count, Span<ulong> into)
    {
        ThrowIfNoRows(first, count);
        int words = (count + 63) >> 6;
        if (into.Length < words) throw new ArgumentException($"{count} rows take {words} words.", nameof(into));
        into[..words].Clear();
        int stored = CountStored(first, count);
        for (int i = 0; _nulls is not null && i < stored; i += 64) into[i >> 6] = _nulls.ReadBits(first + i, Math.Min(64, stored - i));
        foreach (long row in ChangedRows(first, count))
        {
            int i = (int)(row - first);
            into[i >> 6] = (into[i >> 6] & ~(1UL << i)) | (IsNull(row) ? 1UL << i : 0);
        }

        int nulls = 0;
        foreach (ulong word in into[..words]) nulls += BitOperations.PopCount(word);
        return nulls;
    }

    /// <summary>The bounds of the zones, where the segment has them.</summary>
    internal ZoneMap? ZoneMap { get; }

    /// <summary>Goes through all values once and says what statistics and zones are to say.</summary>
    internal abstract ColumnSurvey Survey();

    private protected void ThrowIfNoRows(long first, int count)
    {
        if ((ulong)first > (ulong)Count || (ulong)count > (ulong)(Count - first))
            throw new ArgumentOutOfRangeException(nameof(first), first, $"Column '{Name}' has {Count} rows: not {count} from here.");
    }

    /// <summary>How many of the rows from the first on lie in the segment. Their values are to be read from there, and then those of
    /// <see cref="ChangedRows"/> one by one.</summary>
    private protected int CountStored(long first, int count) =>
        _isStored ? (int)Math.Clamp((_changed?.StoredRows ?? Count) - first, 0, count) : 0;

    /// <summary>The rows of a range whose values are not those of the segment, ascending.</summary>
    private protected IEnumerable<long> ChangedRows(long first, int count) =>
        _changed is null ? [] : RowsChanged(_changed, first, first + count);

    private IEnumerable<long> RowsChanged(Table table, long first, long end)
    {
        long storedEnd = _isStored ? Math.Min(end, table.StoredRows) : first;
        for (long row = table.NextChanged(first); row < storedEnd; row = table.NextChanged(row + 1)) yield return row;
        for (long row = Math.Max(first, storedEnd); row < end; row++) yield return row;
    }

    /// <summary>The runs of rows that a scan has to look at: of the zones that may hold what it looks for, and of those in which rows were
    /// changed; all rows when there are no zones.</summary>
    /// <param name="mayHold">Whether a zone of the segment may; null when there are no zones.</param>
    private protected IEnumerable<RowRange> ScanZones(Func<long, bool>? mayHold)
    {
        if (mayHold is null || !_isStored) return Count > 0 ? [new(0, Count)] : [];
        if (_changed is not { } table) return ZoneMap.Runs(Count, mayHold);
        long storedZones = ZoneMap.CountOf(table.StoredRows);
        return ZoneMap.Runs(
            Count, zone => (zone < storedZones && mayHold(zone)) || table.NextChanged(zone * ZoneSize) < (zone + 1) * ZoneSize);
    }

    /// <summary>Reports whatever does not hold in the column.</summary>
    internal void Verify(FaultList faults)
    {
        faults.Check(() =>
        {
            if (_nulls is not null && BitVector.CountSet(_nulls, Count) is long nulls && nulls != NullCount)
                throw _nulls.Fault($"{nulls} rows are null in place of {NullCount}");
        });
        VerifyValues(faults);
    }

    private protected abstract void VerifyValues(FaultList faults);
}
