using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What the edges of a row weigh together: their number when they have no weights.</summary>
internal static class RowWeight
{
    internal static double Of(in CsrView rows, int node)
    {
        if (!rows.IsWeighted) return rows.Degree(node);
        double sum = 0;
        foreach (double weight in rows.Weights(node)) sum += weight;
        return sum;
    }

    /// <summary>For each node <paramref name="numerator"/> divided by its outgoing weight and <paramref name="added"/>; 0 for nodes that no
    /// weight leaves.</summary>
    /// <exception cref="PapergraphException">The weights of a node are so small or great together that there is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double[] Inverse(string algorithm, DirectedCsr graph, double numerator, double added = 0)
    {
        double[] values = new double[graph.NodeCount];
        CsrView outgoing = new(graph.OutgoingRows);
        for (int node = 0; node < values.Length; node++)
        {
            double weight = Of(outgoing, node);
            values[node] = weight > 0 ? numerator / (weight + added) : 0;
            if (!double.IsFinite(weight) || !double.IsFinite(values[node]))
                throw AlgorithmErrors.UnfitWeight(algorithm, weight, node, "of a size that can be summed and divided by");
        }

        return values;
    }
}
