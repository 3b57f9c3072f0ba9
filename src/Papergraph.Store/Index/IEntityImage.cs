namespace Papergraph.Store;

/// <summary>A node or an edge as it is in one state of the graph; what an index looks at to tell what changed.</summary>
internal interface IEntityImage
{
    /// <summary>Whether the node has the label, or the edge the type.</summary>
    bool Has(string labelOrType);

    /// <summary>The value of the property, boxed as by <see cref="Column.Value"/>, or null.</summary>
    object? Value(string property);
}
