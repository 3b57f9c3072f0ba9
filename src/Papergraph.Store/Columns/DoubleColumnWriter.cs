namespace Papergraph.Store;

/// <summary>Takes floating-point numbers, kept bit by bit.</summary>
public sealed class DoubleColumnWriter : ColumnWriter
{
    private readonly DoubleVectorWriter _values;

    internal DoubleColumnWriter(TableWriter table, string name) : this(table, name, new())
    {
    }

    private DoubleColumnWriter(TableWriter table, string name, DoubleVectorWriter values)
        : base(table, name, PropertyType.Double, values) =>
        _values = values;

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(double value)
    {
        BeginValue();
        _values.Add(value);
    }
}
