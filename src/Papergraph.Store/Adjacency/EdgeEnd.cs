namespace Papergraph.Store;

/// <summary>One entry of the row of a node in an adjacency; in the order in which the entries lie.</summary>
/// <param name="Neighbour">The node at the other end.</param>
/// <param name="Position">The position of the edge in its table.</param>
internal readonly record struct EdgeEnd(int Neighbour, long Position) : IComparable<EdgeEnd>
{
    public int CompareTo(EdgeEnd other)
    {
        int order = Neighbour.CompareTo(other.Neighbour);
        return order != 0 ? order : Position.CompareTo(other.Position);
    }
}
