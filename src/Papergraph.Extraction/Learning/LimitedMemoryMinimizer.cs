namespace Papergraph.Extraction;

/// <summary>Finds the minimum of a smooth convex function by L-BFGS (Liu and Nocedal 1989, https://doi.org/10.1007/BF01589116).</summary>
/// <remarks>Steps are halved until they satisfy Armijo's condition. Sums are taken in order: the same result everywhere.</remarks>
internal static class LimitedMemoryMinimizer
{
    private const int Memory = 8, MostHalvings = 30;
    private const double SufficientDecrease = 1e-4;

    /// <summary>Value at a point; writes the gradient there.</summary>
    public delegate double Objective(float[] point, float[] gradient);

    /// <summary>Moves <paramref name="point"/> until a step gains less than <paramref name="tolerance"/> of the value.</summary>
    public static void Minimize(Objective objective, float[] point, int mostSteps, double tolerance, CancellationToken cancellation)
    {
        float[] gradient = new float[point.Length], direction = new float[point.Length];
        float[] next = new float[point.Length], nextGradient = new float[point.Length];
        List<(float[] Step, float[] Change, double Product)> past = [];
        double value = objective(point, gradient);
        for (int step = 0; step < mostSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            Direct(gradient, past, direction);
            double slope = FloatSums.Dot(gradient, direction);
            if (slope >= 0) return;
            double length = past.Count == 0 ? 1 / Math.Max(1, Math.Sqrt(-slope)) : 1;
            double reached = double.PositiveInfinity;
            for (int halving = 0; halving < MostHalvings; halving++, length /= 2)
            {
                point.CopyTo(next, 0);
                FloatSums.AddScaled(next, direction, (float)length);
                reached = objective(next, nextGradient);
                if (reached <= value + (SufficientDecrease * length * slope)) break;
            }

            if (!(reached < value)) return;
            Remember(past, point, next, gradient, nextGradient);
            double gain = value - reached;
            Array.Copy(next, point, point.Length);
            (gradient, nextGradient, value) = (nextGradient, gradient, reached);
            if (gain < tolerance * Math.Abs(value)) return;
        }
    }

    private static void Remember(
        List<(float[] Step, float[] Change, double Product)> past, float[] point, float[] next, float[] gradient, float[] nextGradient)
    {
        (float[] step, float[] change) = past.Count == Memory ? (past[0].Step, past[0].Change) : (new float[point.Length], new float[point.Length]);
        if (past.Count == Memory) past.RemoveAt(0);
        for (int i = 0; i < point.Length; i++)
        {
            step[i] = next[i] - point[i];
            change[i] = nextGradient[i] - gradient[i];
        }

        double product = FloatSums.Dot(step, change);
        if (product > 0) past.Add((step, change, product));
    }

    // The two loops over what is remembered: minus the inverse Hessian, as estimated, times the gradient.
    private static void Direct(float[] gradient, List<(float[] Step, float[] Change, double Product)> past, float[] direction)
    {
        for (int i = 0; i < direction.Length; i++) direction[i] = -gradient[i];
        Span<double> factors = stackalloc double[Memory];
        for (int k = past.Count - 1; k >= 0; k--)
        {
            factors[k] = FloatSums.Dot(past[k].Step, direction) / past[k].Product;
            FloatSums.AddScaled(direction, past[k].Change, (float)-factors[k]);
        }

        if (past.Count > 0)
        {
            float scale = (float)(past[^1].Product / FloatSums.Dot(past[^1].Change, past[^1].Change));
            for (int i = 0; i < direction.Length; i++) direction[i] *= scale;
        }

        for (int k = 0; k < past.Count; k++)
            FloatSums.AddScaled(direction, past[k].Step, (float)(factors[k] - (FloatSums.Dot(past[k].Change, direction) / past[k].Product)));
    }
}
