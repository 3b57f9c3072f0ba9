using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>Ties nodes that share neighbours.</summary>
internal static class SharedNeighbourProjector
{
    internal static ProjectedGraph Project(
        GraphReader graph, ProjectionPattern pattern, ProjectionRequest request, Func<NodeTable, bool> isIn, string source, Execution execution) =>
        throw EngineErrors.UnfitPattern(source);
}
