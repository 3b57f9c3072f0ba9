namespace Papergraph.Extraction;

/// <summary>Minimises a smooth function by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno (Liu and Nocedal, “On the
/// limited memory
/// BFGS method for large scale optimization”, Mathematical Programming 45, 1989), with halving of steps that do not descend
/// enough.</summary>
/// <remarks>The first guess of the inverse Hessian is a diagonal that the objective gives, times the number that fits the last step. Where
/// variables differ by orders of magnitude in curvature, as those of rare and of frequent attributes do, that saves most of the
/// steps.</remarks>
internal static class LimitedMemoryBfgs
{
    private const int Memory = 6, Period = 8, MostHalvings = 20;
    private const double Descent = 1e-4, FirstLength = 1.0 / 32;

    /// <summary>Ends when the value has fallen by less than <paramref name="tolerance"/> of itself over <see cref="Period"/>
    /// steps.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="point">Where to begin; holds the result.</param>
    /// <param name="iterations">Steps at most.</param>
    /// <param name="tolerance">Relative.</param>
    /// <param name="progress">Is told the number of steps done.</param>
    /// <param name="cancellation">Observed before each step.</param>
    /// <returns>The value reached.</returns>
    public static double Minimize(
        IObjective objective, float[] point, int iterations, double tolerance, Action<int>? progress, CancellationToken cancellation)
    {
        int size = objective.Variables;
        float[] gradient = new float[size], next = new float[size], nextGradient = new float[size], direction = new float[size];
        List<(float[] Step, float[] Change, double Product)> memory = [];
        float[] scales = new float[size];
        objective.WriteInverseCurvature(scales);
        List<double> values = [objective.Evaluate(point, gradient)];
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            SetDirection(gradient, memory, scales, direction);
            double slope = FloatVectors.Dot(gradient, direction), value = values[^1], length = memory.Count == 0 ? FirstLength : 1;
            if (!(slope < 0)) break;
            double reached = Move(point, direction, length, next, objective, nextGradient);
            for (int halvings = 0; !(reached <= value + (Descent * length * slope)); halvings++)
            {
                if (halvings == MostHalvings) return value;
                length /= 2;
                reached = Move(point, direction, length, next, objective, nextGradient);
            }

            Remember(memory, point, next, gradient, nextGradient);
            next.CopyTo(point, 0);
            (gradient, nextGradient) = (nextGradient, gradient);
            values.Add(reached);
            progress?.Invoke(iteration + 1);
            if (values.Count > Period && values[^(Period + 1)] - reached < tolerance * Math.Abs(reached)) break;
        }

        return values[^1];
    }

    private static double Move(float[] point, float[] direction, double length, float[] next, IObjective objective, float[] gradient)
    {
        point.CopyTo(next, 0);
        FloatVectors.AddScaled(next, direction, (float)length);
        return objective.Evaluate(next, gradient);
    }

    private static void Remember(
        List<(float[] Step, float[] Change, double Product)> memory, float[] point, float[] next, float[] gradient, float[] nextGradient)
    {
        bool isFull = memory.Count == Memory;
        float[] step = isFull ? memory[0].Step : new float[point.Length], change = isFull ? memory[0].Change : new float[point.Length];
        FloatVectors.Subtract(next, point, step);
        FloatVectors.Subtract(nextGradient, gradient, change);

        double product = FloatVectors.Dot(step, change);
        if (isFull) memory.RemoveAt(0);
        if (product > 1e-10 * FloatVectors.Dot(change, change)) memory.Add((step, change, product));
    }

    // The two loops of Liu and Nocedal.
    private static void SetDirection(
        float[] gradient, List<(float[] Step, float[] Change, double Product)> memory, float[] scales, float[] direction)
    {
        for (int i = 0; i < direction.Length; i++) direction[i] = -gradient[i];
        double[] shares = new double[memory.Count];
        for (int i = memory.Count - 1; i >= 0; i--)
        {
            shares[i] = FloatVectors.Dot(memory[i].Step, direction) / memory[i].Product;
            FloatVectors.AddScaled(direction, memory[i].Change, (float)-shares[i]);
        }

        float scale = memory.Count > 0 ? (float)(memory[^1].Product / FloatVectors.ScaledSquares(memory[^1].Change, scales)) : 1;
        for (int i = 0; i < direction.Length; i++) direction[i] *= scale * scales[i];

        for (int i = 0; i < memory.Count; i++)
        {
            double share = shares[i] - (FloatVectors.Dot(memory[i].Change, direction) / memory[i].Product);
            FloatVectors.AddScaled(direction, memory[i].Step, (float)share);
        }
    }
}
