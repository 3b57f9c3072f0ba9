namespace Papergraph.Benchmarks;

/// <summary>Counts times in classes that grow by 5 %, so that quantiles of any number of them take no room.</summary>
internal sealed class LatencyHistogram
{
    private const double Growth = 1.05, LeastMicroseconds = 0.1;

    private readonly long[] _counts = new long[512];

    /// <summary>Number of times added.</summary>
    public long Count { get; private set; }

    public void Add(TimeSpan time)
    {
        double steps = Math.Log(Math.Max(time.TotalMicroseconds / LeastMicroseconds, 1)) / Math.Log(Growth);
        _counts[Math.Min((int)steps, _counts.Length - 1)]++;
        Count++;
    }

    /// <summary>The upper end of the class in which this share of all times lies at most, in microseconds.</summary>
    public double Quantile(double share)
    {
        long seen = 0;
        for (int i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen > 0 && seen >= share * Count) return LeastMicroseconds * Math.Pow(Growth, i + 1);
        }

        return 0;
    }

    public static LatencyHistogram Sum(IEnumerable<LatencyHistogram> parts)
    {
        LatencyHistogram sum = new();
        foreach (LatencyHistogram part in parts)
        {
            for (int i = 0; i < sum._counts.Length; i++) sum._counts[i] += part._counts[i];
            sum.Count += part.Count;
        }

        return sum;
    }
}
