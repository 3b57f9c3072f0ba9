namespace Papergraph.Extraction.Tests.Neural;

/// <summary>The slopes of a function by its definition: the difference over a small distance.</summary>
internal static class Slopes
{
    private const float Distance = 1f / 512;
    private const int Most = 60;

    /// <summary>Compares gradients with slopes at up to so many places, spread evenly.</summary>
    public static void AreEqual(float[] values, float[] gradients, Func<double> loss, Action<int, float>? set = null)
    {
        set ??= (i, value) => values[i] = value;
        float[] expected = [.. gradients], before = [.. values];
        Assert.Contains(expected, g => g != 0);
        int stride = Math.Max(1, values.Length / Most);
        for (int i = 0; i < values.Length; i += stride)
        {
            set(i, before[i] + Distance);
            double above = loss();
            set(i, before[i] - Distance);
            double below = loss();
            set(i, before[i]);
            double slope = (above - below) / (2 * Distance);
            Assert.InRange(expected[i] - slope, -2e-3 * (1 + Math.Abs(slope)), 2e-3 * (1 + Math.Abs(slope)));
        }

        loss();
    }
}
