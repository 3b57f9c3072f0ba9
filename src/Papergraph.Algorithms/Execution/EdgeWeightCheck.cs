using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Refuses weights that a definition does not know, before a kernel begins.</summary>
internal static class EdgeWeightCheck
{
    /// <summary>Lets pass finite weights ≥ 0, or none. O(edges).</summary>
    /// <exception cref="PapergraphException">A weight is negative, NaN or infinite.</exception>
    public static void RequireNonNegative(string algorithm, CsrRows rows)
    {
        if (!rows.IsWeighted) return;
        for (int node = rows.FirstNode; node < rows.FirstNode + rows.NodeCount; node++)
            foreach (double weight in rows.WeightsOf(node))
                if (!(weight >= 0 && double.IsFinite(weight))) throw AlgorithmErrors.UnfitWeight(algorithm, weight, node, "finite and not negative");
    }

    /// <summary>Lets pass finite weights &gt; 0, or none. O(edges).</summary>
    /// <exception cref="PapergraphException">A weight is zero, negative, NaN or infinite.</exception>
    public static void RequirePositive(string algorithm, CsrRows rows)
    {
        if (!rows.IsWeighted) return;
        for (int node = rows.FirstNode; node < rows.FirstNode + rows.NodeCount; node++)
            foreach (double weight in rows.WeightsOf(node))
                if (!(weight > 0 && double.IsFinite(weight))) throw AlgorithmErrors.UnfitWeight(algorithm, weight, node, "finite and above 0");
    }

    /// <summary>Lets pass finite weights, or none. O(edges).</summary>
    /// <exception cref="PapergraphException">A weight is NaN or infinite.</exception>
    public static void RequireFinite(string algorithm, CsrRows rows)
    {
        if (!rows.IsWeighted) return;
        for (int node = rows.FirstNode; node < rows.FirstNode + rows.NodeCount; node++)
            foreach (double weight in rows.WeightsOf(node))
                if (!double.IsFinite(weight)) throw AlgorithmErrors.UnfitWeight(algorithm, weight, node, "finite");
    }
}
