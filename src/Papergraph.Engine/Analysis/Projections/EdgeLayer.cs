using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>The edges of one type that a projection has: those that lead from and to nodes with the labels of one of its patterns.</summary>
/// <param name="Table">The edges.</param>
/// <param name="Ends">For each pattern the nodes that its edges may leave and enter, by id; null for all nodes of the projection.</param>
internal sealed record EdgeLayer(EdgeTable Table, IReadOnlyList<(bool[]? From, bool[]? To)> Ends)
{
    /// <summary>Whether the ends of an edge, both nodes of the projection, have the labels.</summary>
    internal bool Has(int source, int target)
    {
        foreach ((bool[]? from, bool[]? to) in Ends)
            if ((from is null || from[source]) && (to is null || to[target])) return true;
        return false;
    }

    /// <summary>Whether every edge of the type is one of these, so that its rows can be used as they lie in the store.</summary>
    /// <remarks>O(nodes), without a look at the edges: rows cover no node without edges at either end.</remarks>
    internal bool HasAll(NodeSelection nodes) =>
        nodes.IsAsStored && Table.Outgoing.IsInPlace && Table.Incoming.IsInPlace
        && Ends.Any(ends => AllHave(Table.Outgoing, ends.From, nodes.Count) && AllHave(Table.Incoming, ends.To, nodes.Count));

    private static bool AllHave(Adjacency edges, bool[]? labelled, int nodeCount)
    {
        if (edges.FirstNode + edges.NodeCount > nodeCount) return false;
        if (labelled is null) return true;
        for (int node = edges.FirstNode; node < edges.FirstNode + edges.NodeCount; node++)
            if (!labelled[node] && edges.Degree(node) > 0) return false;
        return true;
    }
}
