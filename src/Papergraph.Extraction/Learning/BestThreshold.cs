namespace Papergraph.Extraction;

/// <summary>Chooses from which probability on findings are kept.</summary>
internal static class BestThreshold
{
    /// <summary>The probability at which F1 is highest, half-way to the next finding that it leaves out; 0.5 when nothing is right at
    /// any.</summary>
    /// <param name="found">Probability of every finding and whether it is right.</param>
    /// <param name="wanted">How many there are to find.</param>
    public static float ByF1(IEnumerable<(double Probability, bool IsRight)> found, int wanted)
    {
        (double Probability, bool IsRight)[] sorted = [.. found.OrderByDescending(f => f.Probability)];
        double best = 0, threshold = 0.5;
        int right = 0;
        for (int kept = 1; kept <= sorted.Length; kept++)
        {
            if (sorted[kept - 1].IsRight) right++;
            if (kept < sorted.Length && sorted[kept].Probability == sorted[kept - 1].Probability) continue;
            double f1 = 2.0 * right / (kept + wanted);
            double next = kept < sorted.Length ? sorted[kept].Probability : 0;
            if (f1 > best) (best, threshold) = (f1, (sorted[kept - 1].Probability + next) / 2);
        }

        return (float)threshold;
    }
}
