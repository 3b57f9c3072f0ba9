namespace Papergraph.Algorithms;

/// <summary>The best of the paths that share their begin with another path and then leave it.</summary>
/// <param name="Nodes">The whole path.</param>
/// <param name="Length">Its length.</param>
/// <param name="At">The index of the node at which it leaves the path that it was found from.</param>
/// <param name="Forbidden">The nodes that must not follow that node, because the paths which go there are looked for elsewhere.</param>
internal sealed record Deviation(int[] Nodes, double Length, int At, int[] Forbidden) : IComparable<Deviation>
{
    /// <summary>By length, number of edges, sequence of nodes. Only one path is equal to a path.</summary>
    public int CompareTo(Deviation? other)
    {
        if (other is null) return 1;
        int byLength = Length.CompareTo(other.Length);
        if (byLength != 0) return byLength;
        int byCount = Nodes.Length.CompareTo(other.Nodes.Length);
        return byCount != 0 ? byCount : Nodes.AsSpan().SequenceCompareTo(other.Nodes);
    }
}
