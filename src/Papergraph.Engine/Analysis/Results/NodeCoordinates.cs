namespace Papergraph.Engine.Analysis.Results;

/// <summary>A point in space for each node.</summary>
/// <param name="Facts">Numbers about the whole.</param>
/// <param name="Dimensions">Coordinates of each node.</param>
/// <param name="Coordinates">Those of node 0, then those of node 1, and so on.</param>
public sealed record NodeCoordinates(IReadOnlyList<ResultFact> Facts, int Dimensions, ReadOnlyMemory<float> Coordinates) : AnalysisResult(Facts)
{
    /// <summary>The coordinates of a node.</summary>
    public ReadOnlySpan<float> Of(int node) => Coordinates.Span.Slice(node * Dimensions, Dimensions);
}
