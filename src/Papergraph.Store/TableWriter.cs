namespace Papergraph.Store;

/// <summary>What node tables and edge tables have in common while they are written: rows with typed columns.</summary>
/// <remarks>A column may be created at any time; rows that it was given no value for are null in it. One property may have columns of
/// several types; a row has a value in at most one of them.</remarks>
public abstract class TableWriter
{
    private readonly Dictionary<ColumnKey, ColumnWriter> _columns = [];
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
    /// <exception cref="ArgumentException">The name is unfit.</exception>
    /// <exception cref="InvalidOperationException">The table is finished.</exception>
    public StringColumnWriter String(string name) => (StringColumnWriter)Column(new(name, PropertyType.String));

    /// <summary>The column of 64-bit whole numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public Int64ColumnWriter Int64(string name) => (Int64ColumnWriter)Column(new(name, PropertyType.Int64));

    /// <summary>The column of floating-point numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DoubleColumnWriter Double(string name) => (DoubleColumnWriter)Column(new(name, PropertyType.Double));

    /// <summary>The column of truth values of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public BooleanColumnWriter Boolean(string name) => (BooleanColumnWriter)Column(new(name, PropertyType.Boolean));

    /// <summary>The column of dates of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DateColumnWriter Date(string name) => (DateColumnWriter)Column(new(name, PropertyType.Date));

    /// <summary>The column of instants of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DateTimeColumnWriter DateTime(string name) => (DateTimeColumnWriter)Column(new(name, PropertyType.DateTime));

    /// <summary>The column of lists of strings of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public StringListColumnWriter StringList(string name) => (StringListColumnWriter)Column(new(name, PropertyType.StringList));

    /// <summary>The column of lists of 64-bit whole numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public Int64ListColumnWriter Int64List(string name) => (Int64ListColumnWriter)Column(new(name, PropertyType.Int64List));

    /// <summary>The column of lists of floating-point numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DoubleListColumnWriter DoubleList(string name) => (DoubleListColumnWriter)Column(new(name, PropertyType.DoubleList));

    /// <summary>The column of lists of truth values of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public BooleanListColumnWriter BooleanList(string name) => (BooleanListColumnWriter)Column(new(name, PropertyType.BooleanList));

    /// <summary>The column of this name and type, created on first call.</summary>
    internal ColumnWriter Column(ColumnKey key)
    {
        if (_columns.TryGetValue(key, out ColumnWriter? known)) return known;
        ThrowIfFinished();
        string name = key.Name;
        StoredName.ThrowIfUnfit(name);
        ColumnWriter column = key.Type switch
        {
            PropertyType.String => new StringColumnWriter(this, name),
            PropertyType.Int64 => new Int64ColumnWriter(this, name),
            PropertyType.Double => new DoubleColumnWriter(this, name),
            PropertyType.Boolean => new BooleanColumnWriter(this, name),
            PropertyType.Date => new DateColumnWriter(this, name),
            PropertyType.DateTime => new DateTimeColumnWriter(this, name),
            PropertyType.StringList => new StringListColumnWriter(this, name),
            PropertyType.Int64List => new Int64ListColumnWriter(this, name),
            PropertyType.DoubleList => new DoubleListColumnWriter(this, name),
            _ => new BooleanListColumnWriter(this, name),
        };
        _columns.Add(key, column);
        ColumnWriter[] namesakes = [.. _columns.Values.Where(other => other.Name == name)];
        if (namesakes.Length > 1)
        {
            foreach (ColumnWriter namesake in namesakes) namesake.Namesakes = namesakes;
        }

        return column;
    }

    private protected void ThrowIfFinished()
    {
        if (_finished) throw new InvalidOperationException("The table is finished: another was begun, or the version was published.");
    }

    /// <summary>Writes the columns, in the order of their names and types, and takes no more.</summary>
    private protected List<ColumnLayout> WriteColumns(SegmentFileWriter file, RowOrder order)
    {
        _finished = true;
        List<ColumnLayout> layouts = [];
        foreach ((_, ColumnWriter column) in _columns.OrderBy(entry => entry.Key)) layouts.Add(column.Write(file, RowCount, order));
        _columns.Clear();
        return layouts;
    }
}
