namespace Papergraph.Store;

/// <summary>Takes lists of strings.</summary>
public sealed class StringListColumnWriter : ColumnWriter
{
    internal StringListColumnWriter(string name) : base(name, PropertyType.StringList)
    {
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(IEnumerable<string> values) => throw new NotImplementedException();
}
