namespace Papergraph.Store;

/// <summary>Takes lists of truth values.</summary>
public sealed class BooleanListColumnWriter : ColumnWriter
{
    internal BooleanListColumnWriter(string name) : base(name, PropertyType.BooleanList)
    {
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(IEnumerable<bool> values) => throw new NotImplementedException();
}
