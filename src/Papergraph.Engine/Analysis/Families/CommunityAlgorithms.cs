namespace Papergraph.Engine.Analysis.Families;

/// <summary>x</summary>
internal static class CommunityAlgorithms
{
    internal static readonly IReadOnlyList<GraphAlgorithm> All = [];
}
