namespace Papergraph.Algorithms;

/// <summary>A vector of numbers for each node: an embedding.</summary>
/// <param name="Dimensions">Numbers of each vector.</param>
/// <param name="Values">The vectors one after another, in the order of nodes.</param>
public sealed record NodeVectors(int Dimensions, ReadOnlyMemory<float> Values)
{
    /// <summary>Number of nodes.</summary>
    public int NodeCount => Values.Length / Dimensions;

    /// <summary>The vector of a node.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public ReadOnlySpan<float> Of(int node)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)NodeCount, nameof(node));
        return Values.Span.Slice(node * Dimensions, Dimensions);
    }
}
