namespace Papergraph.Store;

/// <summary>Takes lists of floating-point numbers, kept bit by bit.</summary>
public sealed class DoubleListColumnWriter : ColumnWriter
{
    private readonly DoubleVectorWriter _values;

    internal DoubleListColumnWriter(TableWriter table, string name) : this(table, name, new())
    {
    }

    private DoubleListColumnWriter(TableWriter table, string name, DoubleVectorWriter values)
        : base(table, name, PropertyType.DoubleList, values) => _values = values;

    /// <summary>Gives the row added last its list, which may be empty; rows passed over are null.</summary>
    /// <exception cref="ArgumentNullException">The list is null; see <see cref="ColumnWriter.AppendNull"/>.</exception>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(IEnumerable<double> values)
    {
        double[] elements = [.. values];
        BeginValue();
        foreach (double element in elements) _values.Add(element);
        EndList();
    }
}
