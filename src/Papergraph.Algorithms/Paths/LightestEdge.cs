using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What the lightest of the edges from one node to another weighs.</summary>
internal static class LightestEdge
{
    /// <summary>The least weight, 1 without weights; positive infinity when there is no such edge. O(log degree + parallel edges).</summary>
    public static double Weight(CsrView rows, int from, int to)
    {
        ReadOnlySpan<int> neighbours = rows.Neighbours(from);
        ReadOnlySpan<double> weights = rows.Weights(from);
        int at = neighbours.BinarySearch(to);
        if (at < 0) return double.PositiveInfinity;
        if (weights.IsEmpty) return 1;
        double least = weights[at];
        for (int i = at - 1; i >= 0 && neighbours[i] == to; i--) least = Math.Min(least, weights[i]);
        for (int i = at + 1; i < neighbours.Length && neighbours[i] == to; i++) least = Math.Min(least, weights[i]);
        return least;
    }
}
