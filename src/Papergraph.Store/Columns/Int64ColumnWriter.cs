namespace Papergraph.Store;

/// <summary>Takes 64-bit whole numbers.</summary>
public sealed class Int64ColumnWriter : ColumnWriter
{
    internal Int64ColumnWriter(string name) : base(name, PropertyType.Int64)
    {
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(long value) => throw new NotImplementedException();
}
