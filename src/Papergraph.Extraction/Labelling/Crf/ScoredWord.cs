namespace Papergraph.Extraction;

/// <summary>A word with the sums of the weights of all that it says of the tokens around it.</summary>
internal sealed class ScoredWord : WordForm
{
    private readonly float[] _sums;
    private readonly int _stride;

    public ScoredWord(ReadOnlySpan<char> text, TokenKind kind, WordResources? words, CrfWeights weights)
        : base(text, kind, words)
    {
        _stride = weights.Tags.Stride;
        _sums = new float[WordAttributes.Offsets * _stride];
        for (int offset = -WordAttributes.Reach; offset <= WordAttributes.Reach; offset++)
        {
            WeightSum sink = new(weights, _sums.AsSpan((offset + WordAttributes.Reach) * _stride, _stride));
            WordAttributes.Add(this, offset, ref sink);
        }
    }

    /// <summary>A row by tag for the token that the word stands <paramref name="offset"/> tokens behind.</summary>
    public ReadOnlySpan<float> Sums(int offset) => _sums.AsSpan((offset + WordAttributes.Reach) * _stride, _stride);
}
