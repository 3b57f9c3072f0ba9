namespace Papergraph.Store;

/// <summary>Takes truth values.</summary>
public sealed class BooleanColumnWriter : ColumnWriter
{
    internal BooleanColumnWriter(string name) : base(name, PropertyType.Boolean)
    {
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(bool value) => throw new NotImplementedException();
}
