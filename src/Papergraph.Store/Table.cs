namespace Papergraph.Store;

/// <summary>What node tables and edge tables have in common: rows with named columns.</summary>
/// <remarks>
/// <para>A table is one state of the graph and never changes. It is a part of the segment with what was changed since: rows that were
/// deleted stay behind as dead rows, without any value, until the next compaction, and rows may have come.</para>
/// <para>One property may have columns of several types; a row has a value in at most one of them.</para>
/// </remarks>
public abstract class Table
{
    private readonly IReadOnlyList<Column> _stored;
    private IReadOnlyList<Column>? _columns;

    /// <param name="stored">The columns of the segment.</param>
    /// <param name="storedRows">Number of rows of the segment.</param>
    /// <param name="changes">What was changed since.</param>
    private protected Table(IReadOnlyList<Column> stored, long storedRows, TableChanges changes) =>
        (_stored, StoredRows, Changes) = (stored, storedRows, changes);

    /// <summary>The columns, in ordinal order of their names, those of one name in the order of their types.</summary>
    public IReadOnlyList<Column> Columns => _columns ??= IsAsStored ? _stored : ChangedColumns();

    /// <summary>The least number that is no row: rows are 0 to <c>RowBound − 1</c>, dead ones included.</summary>
    public abstract long RowBound { get; }

    /// <summary>The rows that are not dead, ascending.</summary>
    public LiveRows LiveRows => new(this);

    /// <summary>Number of rows that are not dead.</summary>
    internal abstract long LiveCount { get; }

    internal long StoredRows { get; }

    internal TableChanges Changes { get; }

    internal IReadOnlyList<Column> StoredColumns => _stored;

    // Rows that came and went again leave no change behind, and yet their numbers.
    private bool IsAsStored => Changes.IsEmpty && RowBound == StoredRows;

    /// <summary>The column of this name, or null. Where several types have the name, the one of the first; see
    /// <see cref="Value"/>.</summary>
    public Column? Column(string name)
    {
        // A table has a dozen columns: looking through them is faster than hashing the name.
        foreach (Column column in Columns)
        {
            if (column.Name == name) return column;
        }

        return null;
    }

    /// <summary>The column of this name and type, or null.</summary>
    public Column? Column(string name, PropertyType type) => Find(Columns, name, type);

    /// <summary>The column of this name that holds strings, or null.</summary>
    public StringColumn? Strings(string name) => Column(name, PropertyType.String) as StringColumn;

    /// <summary>The column of this name that holds 64-bit whole numbers, or null.</summary>
    public Int64Column? Int64s(string name) => Column(name, PropertyType.Int64) as Int64Column;

    /// <summary>The column of this name that holds floating-point numbers, or null.</summary>
    public DoubleColumn? Doubles(string name) => Column(name, PropertyType.Double) as DoubleColumn;

    /// <summary>The column of this name that holds lists of strings, or null.</summary>
    public StringListColumn? StringLists(string name) => Column(name, PropertyType.StringList) as StringListColumn;

    /// <summary>Whether the row is there: not a number outside the table, and not the row of what was deleted or lies elsewhere
    /// now.</summary>
    public bool IsLive(long row)
    {
        if ((ulong)row >= (ulong)RowBound) return false;
        if (IsAsStored) return true;
        return Changes.Rows.Find(row) is { } change ? !change.IsDead : row < StoredRows;
    }

    /// <summary>The value of a property of the row, of whatever type, boxed (see <see cref="Column.Value"/>), or null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public object? Value(long row, string name) => PropertyValue.Copy(KeptValue(row, name));

    /// <summary>The values of all properties of the row, in ordinal order of their names. What is handed out must not be changed.</summary>
    internal IEnumerable<(string Name, object Value)> KeptValues(long row)
    {
        RowChange? change = Changes.Rows.Find(row);
        if (change is { IsDead: true }) yield break;
        SortedDictionary<string, object> values = new(StringComparer.Ordinal);
        (IReadOnlyList<Column> columns, long at) = change?.Origin is { } origin ? (origin.Table._stored, origin.Row)
            : row < StoredRows ? (_stored, row)
            : ([], 0);
        foreach (Column column in columns)
        {
            if (column.Value(at) is { } value) values[column.Name] = value;
        }

        foreach ((string name, object? value) in (change?.Properties ?? PropertyChanges.None).Entries.ToArray())
        {
            if (value is null) values.Remove(name);
            else values[name] = value;
        }

        foreach ((string name, object value) in values) yield return (name, value);
    }

    /// <summary>As <see cref="Value"/>; what is handed out must not be changed.</summary>
    internal object? KeptValue(long row, string name)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)row, (ulong)RowBound, nameof(row));
        RowChange? change = Changes.IsEmpty ? null : Changes.Rows.Find(row);
        if (change is null) return row < StoredRows ? StoredValue(row, name) : null;
        if (change.IsDead) return null;
        if (change.Properties.TryGet(name, out object? value)) return value;
        if (change.Origin is { } origin) return origin.Table.StoredValue(origin.Row, name);
        return row < StoredRows ? StoredValue(row, name) : null;
    }

    /// <summary>The value that a row has in a column, unless it is what the column of the segment has at that row.</summary>
    /// <returns>Whether <paramref name="value"/> is what the row has; it is null where there is no value of this type.</returns>
    internal bool TryReadChange(long row, string name, PropertyType type, out object? value)
    {
        value = null;
        RowChange? change = Changes.Rows.Find(row);
        if (change is null) return row >= StoredRows;
        if (change.IsDead) return true;
        if (change.Properties.TryGet(name, out object? changed))
        {
            if (changed is not null && PropertyValue.TypeOf(changed) == type) value = changed;
            return true;
        }

        if (change.Origin is { } origin) value = Find(origin.Table._stored, name, type)?.Value(origin.Row);
        return change.Origin is not null || row >= StoredRows;
    }

    /// <summary>The number of rows that have a value in the column.</summary>
    internal long ValueCount(Column? stored, ColumnKey key) =>
        (stored is null ? 0 : stored.Count - stored.NullCount) + (Changes.Values?.GetValueOrDefault(key) ?? 0);

    /// <summary>The first row from this one on that was changed since the segment was written, created and deleted ones included;
    /// <see cref="long.MaxValue"/> if there is none.</summary>
    internal long NextChanged(long row)
    {
        (long next, RowChange? change) = Changes.Rows.Ceiling(row);
        return change is null ? long.MaxValue : next;
    }

    /// <summary>The first row from this one on that is not dead, or <see cref="RowBound"/>.</summary>
    internal long NextLive(long row)
    {
        if (IsAsStored) return Math.Min(row, RowBound);
        for (; row < StoredRows; row++)
        {
            if (Changes.Rows.Find(row) is not { IsDead: true }) return row;
        }

        // Beyond the segment a row is live exactly if the changes have it.
        (long next, RowChange? change) = Changes.Rows.Ceiling(row);
        return change is null ? RowBound : next;
    }

    /// <summary>The changes with these values of a property; null removes it.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="values">At least one; the rows rise.</param>
    private protected TableChanges ChangesWith(string name, ReadOnlySpan<(long Row, object? Value)> values)
    {
        SortedDictionary<PropertyType, long> more = [];
        (long Row, RowChange Change)[] rows = new (long, RowChange)[values.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            (long row, object? value) = values[i];
            Count(KeptValue(row, name), -1);
            Count(value, 1);
            RowChange change = Changes.Rows.Find(row) ?? RowChange.Unchanged;
            bool hidesStored = row < StoredRows || change.Origin is not null;
            PropertyChanges properties = value is null && !hidesStored
                ? change.Properties.Without(name)
                : change.Properties.With(name, value);
            rows[i] = (row, change with { Properties = properties });
        }

        TableChanges changes = Changes with { Rows = Changes.Rows.With(rows) };
        foreach ((PropertyType type, long count) in more) changes = changes.Count(new(name, type), count);
        return changes;

        void Count(object? value, int by)
        {
            if (value is null) return;
            PropertyType type = PropertyValue.TypeOf(value)!.Value;
            more[type] = more.GetValueOrDefault(type) + by;
        }
    }

    /// <summary>The changes without the row and all its values.</summary>
    private protected TableChanges ChangesWithout(long row)
    {
        TableChanges changes = Changes with
        {
            Rows = row < StoredRows ? Changes.Rows.With(row, RowChange.Dead) : Changes.Rows.Without(row),
        };
        foreach ((string name, object value) in KeptValues(row)) changes = changes.Count(name, value, -1);
        return changes;
    }

    /// <exception cref="StoreException">Two columns have one name and type, or they do not lie in order.</exception>
    private protected static Column[] OpenColumns(SegmentSections sections, IReadOnlyList<ColumnLayout> layouts, long rows, string table)
    {
        for (int i = 1; i < layouts.Count; i++)
        {
            if (new ColumnKey(layouts[i - 1].Name, layouts[i - 1].Type).CompareTo(new(layouts[i].Name, layouts[i].Type)) >= 0)
                throw sections.Fault($"{table}: property {layouts[i].Name} does not follow the one before in order");
        }

        return [.. layouts.Select(layout => ColumnSource.Open(sections, layout, rows, table))];
    }

    private static Column? Find(IReadOnlyList<Column> columns, string name, PropertyType type)
    {
        foreach (Column column in columns)
        {
            if (column.Type == type && column.Name == name) return column;
        }

        return null;
    }

    private object? StoredValue(long row, string name)
    {
        foreach (Column column in _stored)
        {
            if (column.Name == name && column.Value(row) is { } value) return value;
        }

        return null;
    }

    /// <summary>The columns of the segment under the changes, and those that only changes have.</summary>
    private Column[] ChangedColumns()
    {
        SortedDictionary<ColumnKey, Column?> columns = [];
        foreach (Column column in _stored) columns.Add(new(column.Name, column.Type), column);
        foreach (ColumnKey key in Changes.Values?.Keys ?? []) columns.TryAdd(key, null);
        return [.. columns.Select(entry => ColumnOverlay.Open(new(this, entry.Key, entry.Value)))];
    }
}
