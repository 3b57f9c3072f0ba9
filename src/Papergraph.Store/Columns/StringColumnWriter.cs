namespace Papergraph.Store;

/// <summary>Takes strings. A lone surrogate is stored as U+FFFD.</summary>
public sealed class StringColumnWriter : ColumnWriter
{
    internal StringColumnWriter(string name) : base(name, PropertyType.String)
    {
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(string text) => throw new NotImplementedException();
}
