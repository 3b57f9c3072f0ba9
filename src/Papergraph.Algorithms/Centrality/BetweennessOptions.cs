namespace Papergraph.Algorithms;

/// <summary>How betweenness is told.</summary>
public sealed record BetweennessOptions
{
    /// <summary>The default: numbers of pairs.</summary>
    public static BetweennessOptions Default { get; } = new();

    /// <summary>Whether scores are divided by the number of pairs that a node or edge could be between: (n − 1)(n − 2) of nodes and n(n −
    /// 1) of edges in directed graphs, half as many in undirected ones. Default: false.</summary>
    public bool Normalized { get; init; }
}
