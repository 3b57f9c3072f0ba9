namespace Papergraph.Store;

/// <summary>Takes instants, kept in UTC and cut down to whole microseconds.</summary>
public sealed class DateTimeColumnWriter : ColumnWriter
{
    internal DateTimeColumnWriter(string name) : base(name, PropertyType.DateTime)
    {
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(DateTimeOffset value) => throw new NotImplementedException();
}
