namespace Papergraph.Store;

/// <summary>A node in one state of the graph.</summary>
/// <param name="Table">Its table in that state.</param>
/// <param name="Row">Its row there.</param>
internal sealed record NodeImage(NodeTable Table, long Row) : IEntityImage
{
    public bool Has(string labelOrType) => Table.HasLabel(labelOrType);

    public object? Value(string property) => Table.Value(Row, property);
}

/// <summary>An edge in one state of the graph.</summary>
/// <param name="Table">The table of its type in that state.</param>
/// <param name="Position">Its position there.</param>
internal sealed record EdgeImage(EdgeTable Table, long Position) : IEntityImage
{
    public bool Has(string labelOrType) => Table.Type == labelOrType;

    public object? Value(string property) => Table.Value(Position, property);
}
