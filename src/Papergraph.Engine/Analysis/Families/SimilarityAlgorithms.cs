namespace Papergraph.Engine.Analysis.Families;

/// <summary>x</summary>
internal static class SimilarityAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All = [];
}
