namespace Papergraph.Store;

/// <summary>Takes lists of floating-point numbers.</summary>
public sealed class DoubleListColumnWriter : ColumnWriter
{
    internal DoubleListColumnWriter(string name) : base(name, PropertyType.DoubleList)
    {
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(IEnumerable<double> values) => throw new NotImplementedException();
}
