namespace Papergraph.Algorithms;

/// <summary>Refuses options of iterated centralities that are outside their ranges.</summary>
internal static class OptionRange
{
    internal static void RequireDamping(string option, double value)
    {
        if (!(value is >= 0 and < 1)) throw AlgorithmErrors.OutOfRange(option, value, "at least 0 and below 1");
    }

    internal static void RequireTolerance(double value)
    {
        if (!(value >= 0 && double.IsFinite(value))) throw AlgorithmErrors.OutOfRange("tolerance", value, "finite and not negative");
    }

    internal static void RequirePositive(string option, double value)
    {
        if (!(value > 0 && double.IsFinite(value))) throw AlgorithmErrors.OutOfRange(option, value, "above 0 and finite");
    }

    internal static void RequireAtLeastOne(string option, int value)
    {
        if (value < 1) throw AlgorithmErrors.OutOfRange(option, value, "at least 1");
    }

    /// <summary>Lets pass one finite number ≥ 0 for each node with a finite sum above 0.</summary>
    internal static void RequireDistribution(string option, ReadOnlySpan<double> values, int nodeCount)
    {
        if (values.Length != nodeCount) throw AlgorithmErrors.UnfitLength(option, values.Length, nodeCount);
        double sum = 0;
        foreach (double value in values)
        {
            if (!(value >= 0 && double.IsFinite(value)))
                throw AlgorithmErrors.OutOfRange(option, value, "finite and not negative for every node");
            sum += value;
        }

        if (!(sum > 0 && double.IsFinite(sum))) throw AlgorithmErrors.OutOfRange(option, sum, "above 0 and finite, summed over all nodes");
    }

    /// <summary>The values divided by their sum; none for none.</summary>
    internal static double[] Normalized(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        double[] normalized = values.ToArray();
        for (int i = 0; i < normalized.Length; i++) normalized[i] /= sum;
        return normalized;
    }
}
