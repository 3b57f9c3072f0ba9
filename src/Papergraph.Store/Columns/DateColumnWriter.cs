namespace Papergraph.Store;

/// <summary>Takes dates.</summary>
public sealed class DateColumnWriter : ColumnWriter
{
    internal DateColumnWriter(string name) : base(name, PropertyType.Date)
    {
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(DateOnly value) => throw new NotImplementedException();
}
