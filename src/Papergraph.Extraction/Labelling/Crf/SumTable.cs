namespace Papergraph.Extraction;

/// <summary>Sums of the weights of attributes that a small number tells, one row by tag for each number.</summary>
internal sealed class SumTable
{
    private readonly float[] _sums;
    private readonly int _stride;

    private SumTable(float[] sums, int stride) => (_sums, _stride) = (sums, stride);

    /// <summary>Adds the attributes that a code tells.</summary>
    public delegate void Adder(int code, ref WeightSum sink);

    /// <summary>A row of <see cref="TagSet.Stride"/> numbers.</summary>
    public ReadOnlySpan<float> this[int code] => _sums.AsSpan(code * _stride, _stride);

    /// <summary>Adds up the weights of all codes.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="codes">Codes are below this.</param>
    /// <param name="add">Adds what a code tells.</param>
    public static SumTable Of(CrfWeights weights, int codes, Adder add)
    {
        int stride = weights.Tags.Stride;
        float[] sums = new float[codes * stride];
        Span<uint> waiting = stackalloc uint[WeightSum.Room];
        Span<int> places = stackalloc int[WeightSum.Room];
        for (int code = 0; code < codes; code++)
        {
            WeightSum sink = new(weights, waiting, places, sums.AsSpan(code * stride, stride));
            add(code, ref sink);
            sink.Flush();
        }

        return new SumTable(sums, stride);
    }
}
