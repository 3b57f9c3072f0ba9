namespace Papergraph.Algorithms;

/// <summary>The mean mutual information of two partitions whose groups have given sizes and nothing to do with each other.</summary>
/// <remarks>Vinh, Epps and Bailey 2010, theorem 4.1: what groups of a and b of n nodes share is hypergeometric. Groups of equal sizes
/// contribute equally, so only different sizes are gone through, and of each distribution only what can still be seen in a <c>double</c>,
/// from its mode outwards.</remarks>
internal static class ExpectedInformation
{
    private const double Negligible = 1e-18;

    public static double Of(Partition first, Partition second)
    {
        long n = first.NodeCount;
        if (n < 2) return 0;
        (int Size, int Count)[] firstSizes = DifferentSizes(first), secondSizes = DifferentSizes(second);
        double sum = 0;
        foreach ((int a, int countA) in firstSizes)
            foreach ((int b, int countB) in secondSizes) sum += (double)countA * countB * OfPair(a, b, n);
        return sum;
    }

    private static (int Size, int Count)[] DifferentSizes(Partition partition)
    {
        List<(int Size, int Count)> different = [];
        foreach (int size in partition.Sizes.Span)
        {
            if (different.Count > 0 && different[^1].Size == size) different[^1] = (size, different[^1].Count + 1);
            else different.Add((size, 1));
        }

        return [.. different];
    }

    private static double OfPair(long a, long b, long n)
    {
        long least = Math.Max(1, a + b - n), most = Math.Min(a, b);
        long mode = Math.Clamp((long)((a + 1.0) * (b + 1.0) / (n + 2.0)), least, most);
        double atMode = Math.Exp(LogProbability(mode, a, b, n));
        double sum = atMode * Term(mode);
        double probability = atMode;
        for (long shared = mode; shared < most && probability > Negligible; shared++)
        {
            probability *= (double)(a - shared) * (b - shared) / ((shared + 1.0) * (n - a - b + shared + 1));
            sum += probability * Term(shared + 1);
        }

        probability = atMode;
        for (long shared = mode; shared > least && probability > Negligible; shared--)
        {
            probability *= shared * (double)(n - a - b + shared) / ((a - shared + 1.0) * (b - shared + 1));
            sum += probability * Term(shared - 1);
        }

        return sum;

        double Term(double shared) => shared / n * Math.Log(n * shared / ((double)a * b));
    }

    private static double LogProbability(long shared, long a, long b, long n) =>
        LogChoose(a, shared) + LogChoose(n - a, b - shared) - LogChoose(n, b);

    private static double LogChoose(long n, long k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    // Exact sums for small numbers, Stirling's series beyond: its first term left out is below 10⁻¹⁵ from 32 on.
    private static double LogFactorial(long n)
    {
        if (n < 32)
        {
            double sum = 0;
            for (long i = 2; i <= n; i++) sum += Math.Log(i);
            return sum;
        }

        double x = n, inverse = 1 / (x * x);
        return (x * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI * x))
            + ((1.0 / 12) - (inverse * ((1.0 / 360) - (inverse * ((1.0 / 1260) - (inverse / 1680)))))) / x;
    }
}
