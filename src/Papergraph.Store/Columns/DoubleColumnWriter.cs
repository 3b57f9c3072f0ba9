namespace Papergraph.Store;

/// <summary>Takes floating-point numbers, kept bit by bit.</summary>
public sealed class DoubleColumnWriter : ColumnWriter
{
    internal DoubleColumnWriter(string name) : base(name, PropertyType.Double)
    {
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(double value) => throw new NotImplementedException();
}
