namespace Papergraph.Store;

/// <summary>Takes lists of 64-bit whole numbers.</summary>
public sealed class Int64ListColumnWriter : ColumnWriter
{
    internal Int64ListColumnWriter(string name) : base(name, PropertyType.Int64List)
    {
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(IEnumerable<long> values) => throw new NotImplementedException();
}
