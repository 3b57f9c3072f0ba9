namespace Papergraph.Store;

/// <summary>What node tables and edge tables have in common: named columns.</summary>
public abstract class Table
{
    private protected Table(IReadOnlyList<Column> columns) => Columns = columns;

    /// <summary>The columns, in ordinal order of their names.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The column of this name, or null.</summary>
    public Column? Column(string name)
    {
        // A table has a dozen columns: looking through them is faster than hashing the name.
        foreach (Column column in Columns)
        {
            if (column.Name == name) return column;
        }

        return null;
    }

    /// <summary>The column of this name if it holds strings, else null.</summary>
    public StringColumn? Strings(string name) => Column(name) as StringColumn;

    /// <summary>The column of this name if it holds 64-bit whole numbers, else null.</summary>
    public Int64Column? Int64s(string name) => Column(name) as Int64Column;

    /// <summary>The column of this name if it holds floating-point numbers, else null.</summary>
    public DoubleColumn? Doubles(string name) => Column(name) as DoubleColumn;

    /// <summary>The column of this name if it holds lists of strings, else null.</summary>
    public StringListColumn? StringLists(string name) => Column(name) as StringListColumn;

    /// <exception cref="StoreException">Two columns have one name, or they do not lie in the order of their names.</exception>
    private protected static Column[] OpenColumns(SegmentSections sections, IReadOnlyList<ColumnLayout> layouts, long rows, string table)
    {
        for (int i = 1; i < layouts.Count; i++)
        {
            if (string.CompareOrdinal(layouts[i - 1].Name, layouts[i].Name) >= 0)
                throw sections.Fault($"{table}: property {layouts[i].Name} does not follow the one before in order");
        }

        return [.. layouts.Select(layout => ColumnSource.Open(sections, layout, rows, table))];
    }
}
