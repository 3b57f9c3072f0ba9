namespace Papergraph.Store;

/// <summary>How many nodes have how many edges of one type in one direction.</summary>
/// <param name="Counts">Entry k is the number of nodes with 2ᵏ to 2ᵏ⁺¹ − 1 edges. Nodes without edges are not counted; the last entry is
/// not 0.</param>
/// <param name="Greatest">The greatest number of edges of a node, 0 when there are no edges.</param>
public sealed record DegreeHistogram(IReadOnlyList<long> Counts, long Greatest)
{
    /// <summary>Number of nodes that have an edge.</summary>
    public long Nodes => Counts.Sum();

    /// <inheritdoc/>
    public bool Equals(DegreeHistogram? other) => other is not null && Greatest == other.Greatest && Counts.SequenceEqual(other.Counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Greatest, Counts.Count);
}
