using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Bounds from above on the number of edges of a shortest path, whatever its ends, in O(nodes + edges).</summary>
internal static class PathLengthBound
{
    /// <summary>For each component: no path is longer than the way from one end to the node searched from and on to the other end.</summary>
    public static int OfUndirected(int nodeCount, CsrRows rows)
    {
        int bound = 0;
        Components(nodeCount, rows, rows, (_, farthest, second) => bound = Math.Max(bound, farthest + second));
        return bound;
    }

    /// <summary>No path has more nodes than its weak component.</summary>
    public static int OfDirected(DirectedCsr graph)
    {
        int bound = 0;
        Components(graph.NodeCount, graph.OutgoingRows, graph.IncomingRows, (size, _, _) => bound = Math.Max(bound, size - 1));
        return bound;
    }

    // Tells of each component its size and the two greatest distances from its first node.
    private static void Components(int nodeCount, CsrRows along, CsrRows against, Action<int, int, int> told)
    {
        int[] distances = new int[nodeCount], queue = new int[nodeCount];
        Array.Fill(distances, -1);
        for (int first = 0; first < nodeCount; first++)
        {
            if (distances[first] >= 0) continue;
            (distances[first], queue[0]) = (0, first);
            int count = 1;
            for (int i = 0; i < count; i++)
            {
                foreach (int neighbour in along.Neighbours(queue[i])) Reach(neighbour, distances[queue[i]] + 1, ref count);
                if (ReferenceEquals(along, against)) continue;
                foreach (int neighbour in against.Neighbours(queue[i])) Reach(neighbour, distances[queue[i]] + 1, ref count);
            }

            told(count, distances[queue[count - 1]], count > 1 ? distances[queue[count - 2]] : 0);
        }

        void Reach(int node, int distance, ref int count)
        {
            if (distances[node] >= 0) return;
            distances[node] = distance;
            queue[count++] = node;
        }
    }
}
