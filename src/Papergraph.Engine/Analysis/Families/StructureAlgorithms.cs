namespace Papergraph.Engine.Analysis.Families;

/// <summary>x</summary>
internal static class StructureAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All = [];
}
