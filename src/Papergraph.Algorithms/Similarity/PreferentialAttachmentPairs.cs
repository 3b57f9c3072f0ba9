using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The pairs without an edge whose degrees have the greatest products. Any two nodes are candidates, so they are taken by falling
/// product until no other can be among the best.</summary>
internal static class PreferentialAttachmentPairs
{
    /// <param name="rows">The neighbours of each node, each once and none beside itself.</param>
    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="most">Most pairs.</param>
    /// <param name="cancellation">Observed once per node.</param>
    public static Best<(int, int)> Best(CsrRows rows, int nodeCount, int most, CancellationToken cancellation)
    {
        CsrView view = new(rows);
        long[] order = new long[nodeCount];
        for (int node = 0; node < nodeCount; node++) order[node] = ((int.MaxValue - view.Degree(node)) << 32) | (uint)node;
        Array.Sort(order);
        Best<(int, int)> best = new(most);
        for (int i = 0; i < nodeCount; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            int node = (int)order[i];
            ReadOnlySpan<int> linked = view.Neighbours(node);
            int j = i + 1;
            for (; j < nodeCount; j++)
            {
                int other = (int)order[j];
                double product = (double)linked.Length * view.Degree(other);
                if (product == 0) break;
                if (linked.BinarySearch(other) >= 0) continue;

                // Nodes of equal degree come by number, so after one pair that is not taken no other of this node is.
                if (!best.Add(product, (Math.Min(node, other), Math.Max(node, other)))) break;
            }

            // Nor is any pair of later nodes, when a node's pair with the very next one is not.
            if (j == i + 1) break;
        }

        return best;
    }
}
