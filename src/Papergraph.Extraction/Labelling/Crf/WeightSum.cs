namespace Papergraph.Extraction;

/// <summary>Adds up the weights of attributes by tag.</summary>
internal readonly ref struct WeightSum(CrfWeights weights, Span<float> sums) : IAttributeSink
{
    private readonly Span<float> _sums = sums;

    public void Add(uint fingerprint) => weights.AddTo(fingerprint, _sums);
}
