namespace Papergraph.Extraction;

/// <summary>How well each tag follows each other one.</summary>
internal sealed class CrfTransitions
{
    private readonly double[] _factors, _transposed;

    /// <param name="tags">The tags.</param>
    /// <param name="weights">Logarithms of the factors: row by tag, column by the tag behind it, each row <see cref="TagSet.Stride"/> long;
    /// what stands at pairs that cannot be is not read.</param>
    public CrfTransitions(TagSet tags, ReadOnlySpan<float> weights)
    {
        Tags = tags;
        _factors = new double[tags.Count * tags.Stride];
        _transposed = new double[tags.Count * tags.Stride];
        for (int tag = 0; tag < tags.Count; tag++)
        {
            for (int next = 0; next < tags.Count; next++)
            {
                if (!TagSet.MayFollow(tag, next)) continue;
                double factor = StableMath.Exp(weights[(tag * tags.Stride) + next]);
                _factors[(tag * tags.Stride) + next] = factor;
                _transposed[(next * tags.Stride) + tag] = factor;
            }
        }
    }

    public TagSet Tags { get; }

    /// <summary>Factors, a row for each tag.</summary>
    public ReadOnlySpan<double> Factors => _factors;

    /// <summary>Factors, a row for each tag that stands behind.</summary>
    public ReadOnlySpan<double> Transposed => _transposed;

    public double Factor(int tag, int next) => _factors[(tag * Tags.Stride) + next];
}
