namespace Papergraph.Extraction;

/// <summary>How well each tag follows each other one.</summary>
internal sealed class CrfTransitions
{
    private readonly double[] _factors, _opening, _closing, _inner;

    /// <param name="tags">The tags.</param>
    /// <param name="weights">Logarithms of the factors: row by tag, column by the tag behind it, each row <see cref="TagSet.Stride"/> long;
    /// what stands at pairs that cannot be is not read.</param>
    public CrfTransitions(TagSet tags, ReadOnlySpan<float> weights)
    {
        Layout = new LatticeLayout(tags);
        _factors = new double[tags.Count * tags.Stride];
        _opening = new double[Layout.Joints * Layout.Inner];
        _closing = new double[Layout.Joints * Layout.Inner];
        _inner = new double[4 * tags.Labels];
        for (int tag = 0; tag < tags.Count; tag++)
        {
            for (int next = 0; next < tags.Count; next++)
            {
                if (!TagSet.MayFollow(tag, next)) continue;
                double factor = StableMath.Exp(weights[(tag * tags.Stride) + next]);
                _factors[(tag * tags.Stride) + next] = factor;
                if (!TagSet.Closes(tag)) continue;
                int closing = Layout.Backward[tag], opening = Layout.Forward[next];
                _opening[(closing * Layout.Inner) + opening] = factor;
                _closing[(opening * Layout.Inner) + closing] = factor;
            }
        }

        for (int label = 0; label < tags.Labels; label++)
        {
            int begin = TagSet.Begin(label), inside = TagSet.Inside(label), end = TagSet.End(label);
            Span<double> inner = _inner.AsSpan(4 * label, 4);
            (inner[0], inner[1]) = (Factor(begin, inside), Factor(begin, end));
            (inner[2], inner[3]) = (Factor(inside, inside), Factor(inside, end));
        }
    }

    public LatticeLayout Layout { get; }

    /// <summary>Factors, a row of <see cref="TagSet.Stride"/> for each tag; 0 for pairs that cannot be.</summary>
    public ReadOnlySpan<double> Factors => _factors;

    /// <summary>For each closing tag, by its place, a row of the opening tags behind it.</summary>
    public ReadOnlySpan<double> Opening => _opening;

    /// <summary>For each opening tag, by its place, a row of the closing tags before it.</summary>
    public ReadOnlySpan<double> Closing => _closing;

    /// <summary>For each label the factors from its beginning to inside and end, then from inside to both.</summary>
    public ReadOnlySpan<double> Inner => _inner;

    public double Factor(int tag, int next) => _factors[(tag * Layout.Tags.Stride) + next];
}
