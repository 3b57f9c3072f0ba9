using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The connected parts of communities.</summary>
internal static class ConnectedParts
{
    /// <summary>Splits each community into its connected parts; edges of weight 0 connect nothing. O(nodes + edges), no
    /// recursion.</summary>
    /// <returns>For each node a node of its part, the same for all of them.</returns>
    public static int[] Of(CommunityGraph graph, int[] labels)
    {
        int[] parts = new int[labels.Length], stack = new int[labels.Length];
        Array.Fill(parts, -1);
        CsrView view = new(graph.Rows);
        for (int seed = 0; seed < parts.Length; seed++)
        {
            if (parts[seed] >= 0) continue;
            parts[seed] = seed;
            stack[0] = seed;
            for (int depth = 1; depth > 0;)
            {
                int node = stack[--depth];
                ReadOnlySpan<int> neighbours = view.Neighbours(node);
                ReadOnlySpan<double> weights = view.Weights(node);
                for (int i = 0; i < neighbours.Length; i++)
                {
                    int neighbour = neighbours[i];
                    if (parts[neighbour] >= 0 || labels[neighbour] != labels[node] || (view.IsWeighted && weights[i] == 0)) continue;
                    parts[neighbour] = seed;
                    stack[depth++] = neighbour;
                }
            }
        }

        return parts;
    }
}
