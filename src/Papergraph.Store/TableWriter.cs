namespace Papergraph.Store;

/// <summary>What node tables and edge tables have in common while they are written: rows with typed columns.</summary>
/// <remarks>A column may be created at any time; rows that it was given no value for are null in it.</remarks>
public abstract class TableWriter
{
    private readonly Dictionary<string, ColumnWriter> _columns = new(StringComparer.Ordinal);
    private bool _finished;

    private protected TableWriter()
    {
    }

    /// <summary>The row added last.</summary>
    internal int CurrentRow
    {
        get
        {
            ThrowIfFinished();
            return RowCount > 0 ? RowCount - 1 : throw new InvalidOperationException("The table has no row yet.");
        }
    }

    private protected abstract int RowCount { get; }

    private protected bool HasColumns => _columns.Count > 0;

    /// <summary>The column of strings of this name, created on first call.</summary>
    /// <exception cref="ArgumentException">The name is empty or belongs to a column of another type.</exception>
    public StringColumnWriter String(string name) => FindOrAdd(name, n => new StringColumnWriter(this, n));

    /// <summary>The column of 64-bit whole numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public Int64ColumnWriter Int64(string name) => FindOrAdd(name, n => new Int64ColumnWriter(this, n));

    /// <summary>The column of floating-point numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DoubleColumnWriter Double(string name) => FindOrAdd(name, n => new DoubleColumnWriter(this, n));

    /// <summary>The column of truth values of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public BooleanColumnWriter Boolean(string name) => FindOrAdd(name, n => new BooleanColumnWriter(this, n));

    /// <summary>The column of dates of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DateColumnWriter Date(string name) => FindOrAdd(name, n => new DateColumnWriter(this, n));

    /// <summary>The column of instants of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DateTimeColumnWriter DateTime(string name) => FindOrAdd(name, n => new DateTimeColumnWriter(this, n));

    /// <summary>The column of lists of strings of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public StringListColumnWriter StringList(string name) => FindOrAdd(name, n => new StringListColumnWriter(this, n));

    /// <summary>The column of lists of 64-bit whole numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public Int64ListColumnWriter Int64List(string name) => FindOrAdd(name, n => new Int64ListColumnWriter(this, n));

    /// <summary>The column of lists of floating-point numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DoubleListColumnWriter DoubleList(string name) => FindOrAdd(name, n => new DoubleListColumnWriter(this, n));

    /// <summary>The column of lists of truth values of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public BooleanListColumnWriter BooleanList(string name) => FindOrAdd(name, n => new BooleanListColumnWriter(this, n));

    private protected void ThrowIfFinished()
    {
        if (_finished) throw new InvalidOperationException("The table is finished: another was begun, or the version was published.");
    }

    /// <summary>Writes the columns, in ordinal order of their names, and takes no more.</summary>
    private protected List<ColumnLayout> WriteColumns(SegmentFileWriter file, RowOrder order)
    {
        _finished = true;
        List<ColumnLayout> layouts = [];
        foreach (ColumnWriter column in _columns.Values.OrderBy(c => c.Name, StringComparer.Ordinal))
            layouts.Add(column.Write(file, RowCount, order));
        _columns.Clear();
        return layouts;
    }

    private T FindOrAdd<T>(string name, Func<string, T> create) where T : ColumnWriter
    {
        if (_columns.TryGetValue(name, out ColumnWriter? known))
            return known as T ?? throw new ArgumentException($"Column '{name}' holds {known.Type}.", nameof(name));
        ThrowIfFinished();
        StoredName.ThrowIfUnfit(name);
        T column = create(name);
        _columns.Add(name, column);
        return column;
    }
}
