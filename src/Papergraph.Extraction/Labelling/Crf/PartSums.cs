namespace Papergraph.Extraction;

/// <summary>What the weights say of three parts of speech in a row, added up when it is asked for first.</summary>
/// <param name="weights">The weights.</param>
/// <param name="offset">Where the first of the three stands from the token that they speak of.</param>
internal sealed class PartSums(CrfWeights weights, int offset)
{
    private readonly float[] _sums = new float[PartAttributes.Threes * weights.Tags.Stride];
    private readonly bool[] _isKnown = new bool[PartAttributes.Threes];

    /// <summary>A row by tag for the token in the middle of a window of parts.</summary>
    public ReadOnlySpan<float> this[uint window]
    {
        get
        {
            int parts = PartAttributes.Three(window, offset), stride = weights.Tags.Stride;
            Span<float> sums = _sums.AsSpan(parts * stride, stride);
            if (!_isKnown[parts]) Set(parts, sums);
            return sums;
        }
    }

    private void Set(int parts, Span<float> sums)
    {
        WeightSum sink = new(weights, stackalloc uint[WeightSum.Room], stackalloc int[WeightSum.Room], sums);
        PartAttributes.AddThree(offset, parts, ref sink);
        sink.Flush();
        _isKnown[parts] = true;
    }
}
