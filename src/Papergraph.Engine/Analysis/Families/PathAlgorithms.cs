namespace Papergraph.Engine.Analysis.Families;

/// <summary>x</summary>
internal static class PathAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All = [];
}
