using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>A matrix of weights that is learned, and the gradient of the loss with respect to it.</summary>
internal sealed class Parameter(int rows, int columns)
{
    private float[]? _gradient;

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    /// <summary>Row after row.</summary>
    public float[] Value { get; } = new float[rows * columns];

    /// <summary>Is added to by each pass backward; takes memory only once it is asked for.</summary>
    public float[] Gradient => _gradient ??= new float[Value.Length];

    public Span<float> Row(int row) => Value.AsSpan(row * Columns, Columns);

    public Span<float> GradientRow(int row) => Gradient.AsSpan(row * Columns, Columns);

    /// <summary>Fills it with numbers equally likely from −bound to bound.</summary>
    public Parameter Scattered(ref Xoshiro256 random, double bound)
    {
        for (int i = 0; i < Value.Length; i++) Value[i] = (float)(((2 * random.NextDouble()) - 1) * bound);
        return this;
    }

    /// <summary>Fills it so that sums over its rows have about the variance of what they sum (X. Glorot and Y. Bengio, AISTATS
    /// 2010).</summary>
    public Parameter Scattered(ref Xoshiro256 random) => Scattered(ref random, Math.Sqrt(6.0 / (Rows + Columns)));
}
