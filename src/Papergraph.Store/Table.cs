namespace Papergraph.Store;

/// <summary>What node tables and edge tables have in common: named columns.</summary>
public abstract class Table
{
    private protected Table(IReadOnlyList<Column> columns) => Columns = columns;

    /// <summary>The columns, in ordinal order of their names.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The column of this name, or null.</summary>
    public Column? Column(string name) => throw new NotImplementedException();

    /// <summary>The column of this name if it holds strings, else null.</summary>
    public StringColumn? Strings(string name) => Column(name) as StringColumn;

    /// <summary>The column of this name if it holds 64-bit whole numbers, else null.</summary>
    public Int64Column? Int64s(string name) => Column(name) as Int64Column;

    /// <summary>The column of this name if it holds floating-point numbers, else null.</summary>
    public DoubleColumn? Doubles(string name) => Column(name) as DoubleColumn;

    /// <summary>The column of this name if it holds lists of strings, else null.</summary>
    public StringListColumn? StringLists(string name) => Column(name) as StringListColumn;
}
