namespace Papergraph.Store;

/// <summary>Takes truth values.</summary>
public sealed class BooleanColumnWriter : ColumnWriter
{
    private readonly BitVectorWriter _values;

    internal BooleanColumnWriter(TableWriter table, string name) : this(table, name, new())
    {
    }

    private BooleanColumnWriter(TableWriter table, string name, BitVectorWriter values) : base(table, name, PropertyType.Boolean, values) =>
        _values = values;

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(bool value)
    {
        BeginValue();
        _values.Add(value);
    }
}
