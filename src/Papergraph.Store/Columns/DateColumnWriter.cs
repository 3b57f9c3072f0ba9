namespace Papergraph.Store;

/// <summary>Takes dates.</summary>
public sealed class DateColumnWriter : ColumnWriter
{
    private readonly IntegerVectorWriter _values;

    internal DateColumnWriter(TableWriter table, string name) : this(table, name, new())
    {
    }

    private DateColumnWriter(TableWriter table, string name, IntegerVectorWriter values) : base(table, name, PropertyType.Date, values) =>
        _values = values;

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(DateOnly value)
    {
        BeginValue();
        _values.Add(Epoch.DaysOf(value));
    }
}
