namespace Papergraph.Engine.Analysis.Families;

/// <summary>x</summary>
internal static class CentralityAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All = [];
}
