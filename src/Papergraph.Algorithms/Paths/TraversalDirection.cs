namespace Papergraph.Algorithms;

/// <summary>Which way the edges of a directed graph are gone.</summary>
public enum TraversalDirection
{
    /// <summary>From source to target.</summary>
    Outgoing,

    /// <summary>From target to source.</summary>
    Incoming,

    /// <summary>Either way.</summary>
    Both,
}
