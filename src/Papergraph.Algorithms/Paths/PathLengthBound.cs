using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Bounds from above on the number of edges of a shortest path, whatever its ends, in O(nodes + edges).</summary>
internal static class PathLengthBound
{
    /// <summary>For each component: no path is longer than the way from one end to the node searched from and on to the other
    /// end.</summary>
    public static int OfUndirected(int nodeCount, CsrRows rows, CancellationToken cancellation)
    {
        LevelSearch search = new(nodeCount, cancellation, rows);
        bool[] seen = new bool[nodeCount];
        int bound = 0;
        for (int node = 0; node < nodeCount; node++)
            if (NextComponent(search, seen, node)) bound = Math.Max(bound, OfSearched(search));
        return bound;
    }

    /// <summary>No path has more nodes than its weak component.</summary>
    public static int OfDirected(DirectedCsr graph, CancellationToken cancellation)
    {
        LevelSearch search = new(graph.NodeCount, cancellation, graph.OutgoingRows, graph.IncomingRows);
        bool[] seen = new bool[graph.NodeCount];
        int bound = 0;
        for (int node = 0; node < graph.NodeCount; node++)
            if (NextComponent(search, seen, node)) bound = Math.Max(bound, search.Nodes.Length - 1);
        return bound;
    }

    /// <summary>The bound for the component that was searched: its two greatest distances from the source together.</summary>
    public static int OfSearched(LevelSearch search)
    {
        ReadOnlySpan<int> nodes = search.Nodes;
        return search.Depth + (nodes.Length > 1 ? search.Distance(nodes[^2]) : 0);
    }

    private static bool NextComponent(LevelSearch search, bool[] seen, int node)
    {
        if (seen[node]) return false;
        search.From(node);
        foreach (int found in search.Nodes) seen[found] = true;
        return true;
    }
}
