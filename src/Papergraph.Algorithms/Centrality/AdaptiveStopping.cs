namespace Papergraph.Algorithms;

/// <summary>When KADABRA has sampled enough: Borassi and Natale 2019, §4. The probability of failure is shared out among the nodes by a
/// first estimate of their scores, and each node has its own bounds.</summary>
internal sealed class AdaptiveStopping
{
    /// <summary>Samples between two looks at the bounds. Any would do: the bounds hold at whatever time one stops.</summary>
    public const int Batch = 1024;

    // Part of the probability that is shared out evenly, so that nodes that the first samples missed have some.
    private const double EvenPart = 0.01;

    private readonly double[] _logs;
    private readonly double _most, _error;
    private int _worst;

    /// <param name="counts">How often the first samples met each node.</param>
    /// <param name="samples">How many they were.</param>
    /// <param name="most">ω.</param>
    /// <param name="options">Error and probability.</param>
    public AdaptiveStopping(int[] counts, int samples, int most, ApproximateBetweennessOptions options)
    {
        (_most, _error) = (most, options.Error);
        double half = options.FailureProbability / 2, even = half * EvenPart / (2.0 * counts.Length);
        double c = Concentration(counts, samples, half * (1 - EvenPart) / 2);
        _logs = Array.ConvertAll(counts, count => -Math.Log(even + Math.Exp(-c * samples / count)));
    }

    /// <summary>ω, the samples that suffice whatever they show, for half the probability of failure.</summary>
    /// <param name="longestPath">Bound on the edges of a shortest path, at least 2.</param>
    /// <param name="options">Error and probability.</param>
    /// <exception cref="Papergraph.Core.PapergraphException">They are more than can be drawn.</exception>
    public static int MostSamples(int longestPath, ApproximateBetweennessOptions options)
    {
        double inner = longestPath - 1;
        double most = Math.Ceiling(
            0.5 / (options.Error * options.Error) * (Math.Floor(Math.Log2(inner)) + 1 + Math.Log(2 / options.FailureProbability)));
        return most <= int.MaxValue
            ? (int)most
            : throw AlgorithmErrors.OutOfRange("error", options.Error, "greater: so small a bound needs more than 2^31 samples");
    }

    /// <summary>Whether no node is off by more than the error.</summary>
    public bool AreBoundsReached(int[] counts, int samples)
    {
        // The node that stood in the way is asked first the next time.
        for (int i = 0; i < counts.Length; i++)
        {
            int node = _worst + i < counts.Length ? _worst + i : _worst + i - counts.Length;
            if (Below(counts[node], samples, _logs[node]) <= _error && Above(counts[node], samples, _logs[node]) <= _error) continue;
            _worst = node;
            return false;
        }

        return true;
    }

    // f of the paper: how far the score may lie below.
    private double Below(double count, double samples, double log)
    {
        double shift = (1.0 / 3) - (_most / samples);
        return log / samples * (shift + Math.Sqrt((shift * shift) + (2 * count / samples * _most / log)));
    }

    // g of the paper: how far it may lie above.
    private double Above(double count, double samples, double log)
    {
        double shift = (1.0 / 3) + (_most / samples);
        return log / samples * (shift + Math.Sqrt((shift * shift) + (2 * count / samples * _most / log)));
    }

    // The least c with Σ exp(−c/b) at most the share, b being the first estimates.
    private static double Concentration(int[] counts, int samples, double share)
    {
        double low = 0, high = 1;
        while (Total(high) > share) high *= 2;
        for (int step = 0; step < 50; step++)
        {
            double middle = (low + high) / 2;
            if (Total(middle) > share) low = middle;
            else high = middle;
        }

        return high;

        double Total(double c)
        {
            double total = 0;
            foreach (int count in counts) total += Math.Exp(-c * samples / count);
            return total;
        }
    }
}
