namespace Papergraph.Store;

/// <summary>Takes lists of strings. A lone surrogate is stored as U+FFFD.</summary>
public sealed class StringListColumnWriter : ColumnWriter
{
    private readonly StringVectorWriter _values;

    internal StringListColumnWriter(TableWriter table, string name) : this(table, name, new())
    {
    }

    private StringListColumnWriter(TableWriter table, string name, StringVectorWriter values)
        : base(table, name, PropertyType.StringList, values) => _values = values;

    /// <summary>Gives the row added last its list, which may be empty; rows passed over are null.</summary>
    /// <exception cref="ArgumentNullException">The list or an element is null; see <see cref="ColumnWriter.AppendNull"/>.</exception>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(IEnumerable<string> values)
    {
        string[] elements = [.. values];
        foreach (string element in elements) ArgumentNullException.ThrowIfNull(element, nameof(values));
        BeginValue();
        foreach (string element in elements) _values.Add(element);
        EndList();
    }
}
