namespace Papergraph.Store;

/// <summary>Names a node or an edge of a graph.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Type">Type of the edge; empty for a node.</param>
/// <param name="Id">Id of the node, or position of the edge.</param>
internal readonly record struct EntityKey(EntityKind Kind, string Type, long Id) : IComparable<EntityKey>
{
    public static EntityKey Node(int node) => new(EntityKind.Node, "", node);

    public static EntityKey Edge(string type, long position) => new(EntityKind.Edge, type, position);

    public int CompareTo(EntityKey other)
    {
        int order = Kind.CompareTo(other.Kind);
        if (order == 0) order = string.CompareOrdinal(Type, other.Type);
        return order != 0 ? order : Id.CompareTo(other.Id);
    }
}
