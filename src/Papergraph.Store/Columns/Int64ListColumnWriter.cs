namespace Papergraph.Store;

/// <summary>Takes lists of 64-bit whole numbers.</summary>
public sealed class Int64ListColumnWriter : ColumnWriter
{
    private readonly IntegerVectorWriter _values;

    internal Int64ListColumnWriter(TableWriter table, string name) : this(table, name, new())
    {
    }

    private Int64ListColumnWriter(TableWriter table, string name, IntegerVectorWriter values)
        : base(table, name, PropertyType.Int64List, values) => _values = values;

    /// <summary>Gives the row added last its list, which may be empty; rows passed over are null.</summary>
    /// <exception cref="ArgumentNullException">The list is null; see <see cref="ColumnWriter.AppendNull"/>.</exception>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(IEnumerable<long> values)
    {
        long[] elements = [.. values];
        BeginValue();
        foreach (long element in elements) _values.Add(element);
        EndList();
    }
}
