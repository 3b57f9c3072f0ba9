using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Rows in which each neighbour stands once and no node beside itself: what measures over sets of neighbours are defined
/// on.</summary>
internal static class SimpleRows
{
    /// <summary>Both directions of a graph without self-loops and parallel edges; the weights of parallel edges are added.</summary>
    /// <returns>The rows given where they are simple already, else copies; O(nodes + edges) either way.</returns>
    public static (CsrRows Rows, CsrRows Transposed) Of(int nodeCount, CsrRows rows, CsrRows transposed)
    {
        if (AreSimple(rows)) return (rows, transposed);
        CsrRows simple = Merged(rows);
        return (simple, ReferenceEquals(rows, transposed) ? simple : simple.Transposed(nodeCount));
    }

    private static bool AreSimple(CsrRows rows)
    {
        CsrView view = new(rows);
        for (int node = rows.FirstNode; node < rows.FirstNode + rows.NodeCount; node++)
        {
            int before = -1;
            foreach (int neighbour in view.Neighbours(node))
            {
                if (neighbour == before || neighbour == node) return false;
                before = neighbour;
            }
        }

        return true;
    }

    private static CsrRows Merged(CsrRows rows)
    {
        CsrView view = new(rows);
        long[] offsets = new long[rows.NodeCount + 1];
        int[] neighbours = new int[checked((int)rows.EdgeCount)];
        double[]? weights = rows.IsWeighted ? new double[neighbours.Length] : null;
        int count = 0;
        for (int row = 0; row < rows.NodeCount; row++)
        {
            int node = rows.FirstNode + row, first = count;
            ReadOnlySpan<int> all = view.Neighbours(node);
            ReadOnlySpan<double> values = view.Weights(node);
            for (int i = 0; i < all.Length; i++)
            {
                if (all[i] == node) continue;
                if (count == first || neighbours[count - 1] != all[i]) neighbours[count++] = all[i];
                if (weights is not null) weights[count - 1] += values[i];
            }

            offsets[row + 1] = count;
        }

        return CsrRows.OfArrays(offsets, neighbours, rows.FirstNode, weights);
    }
}
