using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What the edges that leave a node weigh together: their number when they have no weights.</summary>
internal static class OutgoingWeight
{
    internal static double Of(CsrView outgoing, int node)
    {
        if (!outgoing.IsWeighted) return outgoing.Degree(node);
        double sum = 0;
        foreach (double weight in outgoing.Weights(node)) sum += weight;
        return sum;
    }

    /// <summary>Fills in, for each node, <paramref name="numerator"/> divided by its outgoing weight, or 0 for nodes that no weight
    /// leaves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FillInverse(DirectedCsr graph, double numerator, Span<double> values, double added = 0)
    {
        CsrView outgoing = new(graph.OutgoingRows);
        for (int node = 0; node < values.Length; node++)
        {
            double weight = Of(outgoing, node);
            values[node] = weight > 0 ? numerator / (weight + added) : 0;
        }
    }
}
