namespace Papergraph.Store;

/// <summary>Takes lists of truth values.</summary>
public sealed class BooleanListColumnWriter : ColumnWriter
{
    private readonly BitVectorWriter _values;

    internal BooleanListColumnWriter(TableWriter table, string name) : this(table, name, new())
    {
    }

    private BooleanListColumnWriter(TableWriter table, string name, BitVectorWriter values)
        : base(table, name, PropertyType.BooleanList, values) => _values = values;

    /// <summary>Gives the row added last its list, which may be empty; rows passed over are null.</summary>
    /// <exception cref="ArgumentNullException">The list is null; see <see cref="ColumnWriter.AppendNull"/>.</exception>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(IEnumerable<bool> values)
    {
        bool[] elements = [.. values];
        BeginValue();
        foreach (bool element in elements) _values.Add(element);
        EndList();
    }
}
