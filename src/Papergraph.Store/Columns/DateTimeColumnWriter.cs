namespace Papergraph.Store;

/// <summary>Takes instants, kept in UTC and cut down to whole microseconds.</summary>
public sealed class DateTimeColumnWriter : ColumnWriter
{
    private readonly IntegerVectorWriter _values;

    internal DateTimeColumnWriter(TableWriter table, string name) : this(table, name, new())
    {
    }

    private DateTimeColumnWriter(TableWriter table, string name, IntegerVectorWriter values)
        : base(table, name, PropertyType.DateTime, values) =>
        _values = values;

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(DateTimeOffset value)
    {
        BeginValue();
        _values.Add(Epoch.MicrosecondsOf(value));
    }
}
