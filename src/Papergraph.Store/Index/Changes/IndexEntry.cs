namespace Papergraph.Store;

/// <summary>That an entity is found under a key.</summary>
/// <param name="Key">The key, as bytes.</param>
/// <param name="Entity">Id of the node, or position of the edge.</param>
internal readonly record struct IndexEntry(byte[] Key, long Entity)
{
    /// <summary>By key, then entity.</summary>
    public static IComparer<IndexEntry> Comparer { get; } = Comparer<IndexEntry>.Create((a, b) =>
    {
        int order = KeyBytes.Comparer.Compare(a.Key, b.Key);
        return order != 0 ? order : a.Entity.CompareTo(b.Entity);
    });
}
