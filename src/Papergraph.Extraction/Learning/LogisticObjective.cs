using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>The negative log-likelihood of multinomial logistic regression on some examples, with an L2 penalty.</summary>
/// <remarks>Weights lie in rows of <see cref="LinearModel.Lanes"/>, one row a feature that at least <see cref="LeastExamples"/> of the
/// examples have; the rest weigh nothing. Examples are summed in order.</remarks>
internal sealed class LogisticObjective : IObjective
{
    private const int Lanes = LinearModel.Lanes, LeastExamples = 2;
    private readonly ExampleSet _examples;
    private readonly IReadOnlyList<int> _chosen;
    private readonly LogisticOptions _options;

    // Of every row of the table, the row of weights, or −1; and the rows of the chosen examples, one after the other.
    private readonly int[] _compact, _rows;

    // Of every row of weights, in how many examples it is.
    private readonly List<int> _counts = [];

    public LogisticObjective(ExampleSet examples, IReadOnlyList<int> chosen, LogisticOptions options)
    {
        (_examples, _options) = (examples, options);
        _chosen = [.. chosen.Where(example => examples.Weight(example) > 0)];
        _compact = new int[1 << options.Bits];
        int features = 0;
        foreach (int example in _chosen)
        {
            features += examples.Rows(example).Length;
            foreach (int row in examples.Rows(example)) _compact[row]++;
        }

        for (int row = 0; row < _compact.Length; row++)
        {
            int count = _compact[row];
            _compact[row] = count >= LeastExamples ? _counts.Count : -1;
            if (count >= LeastExamples) _counts.Add(count);
        }

        _rows = new int[features];
        int at = 0;
        foreach (int example in _chosen)
        {
            foreach (int row in examples.Rows(example)) _rows[at++] = _compact[row];
        }
    }

    /// <inheritdoc/>
    public int Variables => _counts.Count * Lanes;

    /// <inheritdoc/>
    public double Evaluate(float[] weights, float[] gradient)
    {
        double value = 0.5 * _options.Penalty * FloatVectors.Dot(weights, weights);
        Array.Clear(gradient);
        FloatVectors.AddScaled(gradient, weights, (float)_options.Penalty);
        Span<double> probabilities = stackalloc double[Lanes];
        Span<float> residual = stackalloc float[Lanes];
        int at = 0;
        foreach (int example in _chosen)
        {
            ReadOnlySpan<int> rows = _rows.AsSpan(at, _examples.Rows(example).Length);
            at += rows.Length;
            int label = _examples.Label(example);
            float weight = _examples.Weight(example);
            Scores(weights, rows, residual);
            double logSum = Softmax.Normalize(residual[.._options.Classes], probabilities);
            value += weight * (logSum - residual[label]);
            residual.Clear();
            for (int c = 0; c < _options.Classes; c++) residual[c] = weight * (float)(probabilities[c] - (c == label ? 1 : 0));
            AddTo(gradient, rows, residual);
        }

        return value;
    }

    // The second derivative of the loss of one example is p (1 − p), at most a quarter.
    /// <inheritdoc/>
    public void WriteInverseCurvature(float[] scales)
    {
        for (int row = 0; row < _counts.Count; row++)
            scales.AsSpan(row * Lanes, Lanes).Fill((float)(1 / (_options.Penalty + (0.25 * _counts[row]))));
    }

    /// <summary>The weights in a table with a row for every feature.</summary>
    public float[] Expanded(float[] weights)
    {
        float[] table = new float[_compact.Length * Lanes];
        for (int row = 0; row < _compact.Length; row++)
        {
            if (_compact[row] >= 0) weights.AsSpan(_compact[row] * Lanes, Lanes).CopyTo(table.AsSpan(row * Lanes));
        }

        return table;
    }

    /// <summary>Writes the sum of the weights of every class; rows below 0 weigh nothing.</summary>
    public static void Scores(float[] weights, ReadOnlySpan<int> rows, Span<float> into)
    {
        Vector512<float> sum = Vector512<float>.Zero;
        foreach (int row in rows)
        {
            if (row >= 0) sum += Vector512.LoadUnsafe(ref weights[row * Lanes]);
        }

        sum.CopyTo(into);
    }

    private static void AddTo(float[] gradient, ReadOnlySpan<int> rows, ReadOnlySpan<float> residual)
    {
        Vector512<float> step = Vector512.Create(residual);
        foreach (int row in rows)
        {
            if (row >= 0) (Vector512.LoadUnsafe(ref gradient[row * Lanes]) + step).StoreUnsafe(ref gradient[row * Lanes]);
        }
    }
}
