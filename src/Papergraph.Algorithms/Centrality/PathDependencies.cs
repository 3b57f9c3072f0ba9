namespace Papergraph.Algorithms;

/// <summary>Adds what the shortest paths from a few sources give to nodes and edges.</summary>
internal interface IPathDependencies
{
    /// <summary>Most sources at once.</summary>
    int Width { get; }

    /// <summary>Adds the dependency of each source on each other node and, if asked for, on each edge.</summary>
    /// <param name="sources">At most <see cref="Width"/> nodes, none twice.</param>
    /// <param name="nodes">What is added to, by node.</param>
    /// <param name="edges">What is added to, by entry of the rows; empty when edges are not asked for.</param>
    void Add(ReadOnlySpan<int> sources, Span<double> nodes, Span<double> edges);
}
