namespace Papergraph.Store;

/// <summary>What a graph is made of.</summary>
public enum EntityKind
{
    /// <summary>A node.</summary>
    Node,

    /// <summary>An edge.</summary>
    Edge,
}
