namespace Papergraph.Store;

/// <summary>Takes the values of one column of the table being written.</summary>
public abstract class ColumnWriter
{
    private protected ColumnWriter(string name, PropertyType type) => (Name, Type) = (name, type);

    /// <summary>Name of the property.</summary>
    public string Name { get; }

    /// <summary>Type of the values.</summary>
    public PropertyType Type { get; }

    /// <summary>Says that the row added last has no value in this column; leaving it out says the same.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void AppendNull() => throw new NotImplementedException();
}
