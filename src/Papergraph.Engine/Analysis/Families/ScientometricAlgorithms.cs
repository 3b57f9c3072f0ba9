namespace Papergraph.Engine.Analysis.Families;

/// <summary>x</summary>
internal static class ScientometricAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All = [];
}
