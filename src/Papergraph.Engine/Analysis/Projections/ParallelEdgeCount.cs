using Papergraph.Core;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>Makes of the parallel edges between two nodes one edge, which weighs as many as they are.</summary>
internal static class ParallelEdgeCount
{
    internal static DirectedCsr Of(DirectedCsr graph)
    {
        CsrRows outgoing = Merged(graph.OutgoingRows, graph.NodeCount);
        return new(graph.NodeCount, outgoing, outgoing.Transposed(graph.NodeCount));
    }

    private static CsrRows Merged(CsrRows rows, int nodeCount)
    {
        long[] offsets = new long[nodeCount + 1L];
        for (int node = 0; node < nodeCount; node++) offsets[node + 1] = offsets[node] + CountDistinct(rows.Neighbours(node));
        int[] neighbours = new int[checked((int)offsets[^1])];
        double[] weights = new double[neighbours.Length];
        int at = -1;
        for (int node = 0; node < nodeCount; node++)
        {
            int before = -1;
            foreach (int neighbour in rows.Neighbours(node))
            {
                if (neighbour != before) neighbours[++at] = before = neighbour;
                weights[at]++;
            }
        }

        return CsrRows.OfArrays(offsets, neighbours, weights: weights);
    }

    private static int CountDistinct(ReadOnlySpan<int> ascending)
    {
        int count = 0, before = -1;
        foreach (int value in ascending)
        {
            if (value != before) count++;
            before = value;
        }

        return count;
    }
}
