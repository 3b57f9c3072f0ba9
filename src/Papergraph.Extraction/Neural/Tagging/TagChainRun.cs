namespace Papergraph.Extraction;

/// <summary>The probabilities of all taggings of one sentence at once, by the forward–backward algorithm, scaled at each token (L. Rabiner,
/// Proc. IEEE 77(2), 1989). For one thread at a time.</summary>
internal sealed class TagChainRun
{
    private readonly TagChain _weights;
    private readonly TagScheme _scheme;
    private readonly double[] _transitions, _begins, _ends;
    private double[] _potentials = [], _forward = [], _backward = [], _scales = [];
    private int _length;
    private double _logPartition;

    public TagChainRun(TagChain weights)
    {
        (_weights, _scheme) = (weights, weights.Scheme);
        _transitions = new double[_scheme.Tags * _scheme.Tags];
        _begins = new double[_scheme.Tags];
        _ends = new double[_scheme.Tags];
    }

    /// <summary>To be called after each change of the weights.</summary>
    public void Refresh()
    {
        foreach ((int from, int to) in _scheme.Steps)
            _transitions[(from * _scheme.Tags) + to] = SmoothFunctions.Exp(_weights.Transitions.Value[(from * _scheme.Tags) + to]);
        for (int tag = 0; tag < _scheme.Tags; tag++)
        {
            _begins[tag] = _scheme.MayBegin[tag] ? SmoothFunctions.Exp(_weights.Ends.Row(0)[tag]) : 0;
            _ends[tag] = _scheme.MayEnd[tag] ? SmoothFunctions.Exp(_weights.Ends.Row(1)[tag]) : 0;
        }
    }

    /// <summary>Reads a sentence.</summary>
    /// <param name="scores">Of each tag at each token: the scores of a token stand together.</param>
    /// <param name="length">Number of tokens, at least 1.</param>
    public void Read(ReadOnlySpan<float> scores, int length)
    {
        int tags = _scheme.Tags;
        Grow(length);
        _length = length;
        _logPartition = 0;
        Span<float> exponentials = stackalloc float[tags];
        for (int t = 0; t < length; t++)
        {
            ReadOnlySpan<float> row = scores.Slice(t * tags, tags);
            float greatest = row[0];
            foreach (float score in row) greatest = Math.Max(greatest, score);
            for (int tag = 0; tag < tags; tag++) exponentials[tag] = row[tag] - greatest;
            SmoothFunctions.Exp(exponentials);
            for (int tag = 0; tag < tags; tag++) _potentials[(t * tags) + tag] = exponentials[tag];
            _logPartition += greatest;
        }

        GoForward();
        GoBackward();
    }

    /// <summary>Adds the gradient of −log P(tags) to those of the weights and sets that of the scores.</summary>
    /// <param name="scores">As they were read.</param>
    /// <param name="tags">A path that the scheme allows.</param>
    /// <param name="share">What the gradient is multiplied by.</param>
    /// <param name="scoresGradient">Is set.</param>
    /// <returns>−log P(tags).</returns>
    public double Learn(ReadOnlySpan<float> scores, ReadOnlySpan<byte> tags, float share, Span<float> scoresGradient)
    {
        int count = _scheme.Tags;
        double logScore = _weights.Ends.Row(0)[tags[0]] + _weights.Ends.Row(1)[tags[^1]];
        for (int t = 0; t < _length; t++)
        {
            for (int tag = 0; tag < count; tag++) scoresGradient[(t * count) + tag] = (float)(Marginal(t, tag) * share);
            scoresGradient[(t * count) + tags[t]] -= share;
            logScore += scores[(t * count) + tags[t]];
            if (t == 0) continue;
            int step = (tags[t - 1] * count) + tags[t];
            logScore += _weights.Transitions.Value[step];
            _weights.Transitions.Gradient[step] -= share;
            foreach ((int from, int to) in _scheme.Steps)
            {
                _weights.Transitions.Gradient[(from * count) + to] += (float)(share * _forward[((t - 1) * count) + from]
                    * _transitions[(from * count) + to] * _potentials[(t * count) + to] * _backward[(t * count) + to] / _scales[t]);
            }
        }

        for (int tag = 0; tag < count; tag++)
        {
            _weights.Ends.GradientRow(0)[tag] += (float)(share * Marginal(0, tag));
            _weights.Ends.GradientRow(1)[tag] += (float)(share * Marginal(_length - 1, tag));
        }

        _weights.Ends.GradientRow(0)[tags[0]] -= share;
        _weights.Ends.GradientRow(1)[tags[^1]] -= share;
        return _logPartition - logScore;
    }

    /// <summary>Tells every span of at least this probability, by first token, then end, then label.</summary>
    /// <param name="least">Spans that are less probable are left out.</param>
    /// <param name="found">Is told the first token, the end, the label and the probability.</param>
    public void FindSpans(float least, Action<int, int, int, float> found)
    {
        int tags = _scheme.Tags;
        Span<double> open = stackalloc double[_scheme.Labels];
        for (int first = 0; first < _length; first++)
        {
            for (int label = 0; label < _scheme.Labels; label++)
            {
                double single = Marginal(first, TagScheme.Single(label));
                if (single >= least) found(first, first + 1, label, (float)Math.Min(1, single));
                open[label] = _forward[(first * tags) + TagScheme.Begin(label)];
            }

            bool isOpen = true;
            for (int last = first + 1; last < _length && isOpen; last++)
            {
                isOpen = false;
                for (int label = 0; label < _scheme.Labels; label++)
                {
                    if (open[label] == 0) continue;
                    int on = TagScheme.Inside(label), to = TagScheme.End(label), from = last == first + 1 ? TagScheme.Begin(label) : on;
                    double scaled = open[label] / _scales[last];
                    double step = scaled * _transitions[(from * tags) + to];
                    double end = step * _potentials[(last * tags) + to] * _backward[(last * tags) + to];
                    if (end >= least) found(first, last + 1, label, (float)Math.Min(1, end));
                    open[label] = scaled * _transitions[(from * tags) + on] * _potentials[(last * tags) + on];
                    if (open[label] * _backward[(last * tags) + on] < least) open[label] = 0;
                    else isOpen = true;
                }
            }
        }
    }

    /// <summary>The probability of a tag at a token.</summary>
    public double Marginal(int token, int tag) => _forward[(token * _scheme.Tags) + tag] * _backward[(token * _scheme.Tags) + tag];

    // The forward weights of each token sum to 1.
    private void GoForward()
    {
        int tags = _scheme.Tags;
        for (int t = 0; t < _length; t++)
        {
            Span<double> row = _forward.AsSpan(t * tags, tags);
            ReadOnlySpan<double> potentials = _potentials.AsSpan(t * tags, tags);
            row.Clear();
            if (t == 0) _begins.CopyTo(row);
            else
            {
                ReadOnlySpan<double> before = _forward.AsSpan((t - 1) * tags, tags);
                foreach ((int from, int to) in _scheme.Steps) row[to] += before[from] * _transitions[(from * tags) + to];
            }

            double sum = 0;
            for (int tag = 0; tag < tags; tag++) sum += row[tag] *= potentials[tag];
            for (int tag = 0; tag < tags; tag++) row[tag] /= sum;
            _scales[t] = sum;
            _logPartition += SmoothFunctions.Log(sum);
        }

        double end = 0;
        for (int tag = 0; tag < tags; tag++) end += _forward[((_length - 1) * tags) + tag] * _ends[tag];
        _scales[_length] = end;
        _logPartition += SmoothFunctions.Log(end);
    }

    // The product of forward and backward weight is the probability of the tag.
    private void GoBackward()
    {
        int tags = _scheme.Tags;
        for (int tag = 0; tag < tags; tag++) _backward[((_length - 1) * tags) + tag] = _ends[tag] / _scales[_length];
        for (int t = _length - 2; t >= 0; t--)
        {
            Span<double> row = _backward.AsSpan(t * tags, tags);
            row.Clear();
            ReadOnlySpan<double> after = _backward.AsSpan((t + 1) * tags, tags), potentials = _potentials.AsSpan((t + 1) * tags, tags);
            foreach ((int from, int to) in _scheme.Steps) row[from] += _transitions[(from * tags) + to] * potentials[to] * after[to];
            for (int tag = 0; tag < tags; tag++) row[tag] /= _scales[t + 1];
        }
    }

    private void Grow(int length)
    {
        if (_scales.Length > length) return;
        int room = Math.Max(length, 2 * _scales.Length);
        _potentials = new double[room * _scheme.Tags];
        _forward = new double[room * _scheme.Tags];
        _backward = new double[room * _scheme.Tags];
        _scales = new double[room + 1];
    }
}
