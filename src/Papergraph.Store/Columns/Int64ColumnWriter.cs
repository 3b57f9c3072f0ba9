namespace Papergraph.Store;

/// <summary>Takes 64-bit whole numbers.</summary>
public sealed class Int64ColumnWriter : ColumnWriter
{
    private readonly IntegerVectorWriter _values;

    internal Int64ColumnWriter(TableWriter table, string name) : this(table, name, new())
    {
    }

    private Int64ColumnWriter(TableWriter table, string name, IntegerVectorWriter values) : base(table, name, PropertyType.Int64, values) =>
        _values = values;

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(long value)
    {
        BeginValue();
        _values.Add(value);
    }
}
