namespace Papergraph.Extraction;

/// <summary>The penalised negative log-likelihood of a corpus and its gradient.</summary>
/// <remarks>Variables: a row by tag for each attribute, then one for each tag with the tag behind it. Every sum has a fixed order:
/// sequences are
/// taken in blocks of <see cref="BlockSize"/>, and each row of the gradient is gathered by itself, so the number of threads changes
/// no bit.</remarks>
internal sealed class CrfObjective : IObjective
{
    private const int BlockSize = 32, RowsAtOnce = 1024, Chunk = 256;

    private readonly CrfCorpus _corpus;
    private readonly double _prior;
    private readonly ParallelOptions _parallel;
    private readonly int _stride, _transitionsAt, _blocks;
    private readonly float[] _groupSums, _groupGradients, _differences;
    private readonly double[] _losses, _expected;

    public CrfObjective(CrfCorpus corpus, double prior, int threads)
    {
        _corpus = corpus;
        _prior = prior;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        _stride = corpus.Tags.Stride;
        _transitionsAt = corpus.Attributes.Length * _stride;
        _blocks = (corpus.Weights.Length + BlockSize - 1) / BlockSize;
        _groupSums = new float[corpus.Groups.Count * _stride];
        _groupGradients = new float[corpus.Groups.Count * _stride];
        _differences = new float[corpus.Gold.Length * _stride];
        _losses = new double[_blocks];
        _expected = new double[_blocks * corpus.Tags.Count * _stride];
    }

    public int Variables => _transitionsAt + (_corpus.Tags.Count * _stride);

    public double Evaluate(float[] point, float[] gradient)
    {
        ForRows(_corpus.Groups.Count, group => Gather(_corpus.Groups[group], point, _groupSums.AsSpan(group * _stride, _stride)));
        CrfTransitions transitions = new(_corpus.Tags, point.AsSpan(_transitionsAt));
        Parallel.For(
            0, _blocks, _parallel, () => new Lane(_corpus.Tags), (block, _, lane) => Run(block, point, transitions, lane), _ => { });
        ForRows(
            _corpus.Groups.Count,
            group => Gather(_corpus.GroupTokens[group], _differences, _groupGradients.AsSpan(group * _stride, _stride)));
        ForRows(_corpus.Attributes.Length, attribute =>
        {
            Span<float> row = gradient.AsSpan(attribute * _stride, _stride);
            Gather(_corpus.AttributeTokens[attribute], _differences, row);
            GatherMore(_corpus.AttributeGroups[attribute], _groupGradients, row);
        });
        SetTransitionGradient(transitions, gradient);
        double loss = 0;
        foreach (double part in _losses) loss += part;
        return loss + AddPrior(point, gradient);
    }

    // An attribute of n tokens of which a share p has the tag curves by about n·p·(1 − p).
    public void WriteInverseCurvature(float[] scales)
    {
        double[] shares = new double[_stride];
        foreach (byte tag in _corpus.Gold) shares[tag] += 1.0 / _corpus.Gold.Length;
        for (int attribute = 0; attribute < _corpus.Attributes.Length; attribute++)
        {
            double count = _corpus.TokensOf(attribute);
            for (int tag = 0; tag < _stride; tag++)
                scales[(attribute * _stride) + tag] = (float)(1 / (_prior + (count * shares[tag] * (1 - shares[tag]))));
        }

        for (int i = 0; i < _corpus.Tags.Count * _stride; i++)
        {
            double share = shares[i / _stride] * shares[i % _stride];
            scales[_transitionsAt + i] = (float)(1 / (_prior + (_corpus.Gold.Length * share)));
        }
    }

    // Loss of a block; the difference between expected and true tags of each token; the expected transitions.
    private Lane Run(int block, float[] point, CrfTransitions transitions, Lane lane)
    {
        int transitionCount = _corpus.Tags.Count * _stride;
        Span<double> expected = _expected.AsSpan(block * transitionCount, transitionCount);
        expected.Clear();
        double loss = 0;
        for (int sequence = block * BlockSize; sequence < Math.Min(_corpus.Weights.Length, (block + 1) * BlockSize); sequence++)
        {
            int first = _corpus.Sequences[sequence], length = _corpus.Sequences[sequence + 1] - first;
            if (length == 0) continue;
            lane.MakeRoom(length * _stride);
            Span<float> emissions = lane.Emissions.AsSpan(0, length * _stride);
            for (int i = 0; i < length; i++)
            {
                Span<float> row = emissions.Slice(i * _stride, _stride);
                Gather(_corpus.TokenGroups[first + i], _groupSums, row);
                GatherMore(_corpus.TokenAttributes[first + i], point, row);
            }

            lane.Lattice.Run(emissions, length, transitions);
            float weight = _corpus.Weights[sequence];
            loss += weight * (lane.Lattice.LogPartition - Score(first, length, emissions, point));
            for (int i = 0; i < length; i++)
            {
                Span<float> difference = _differences.AsSpan((first + i) * _stride, _stride);
                for (int tag = 0; tag < _corpus.Tags.Count; tag++) difference[tag] = weight * (float)lane.Lattice.Marginal(i, tag);
                difference[_corpus.Gold[first + i]] -= weight;
            }

            lane.Transitions.AsSpan().Clear();
            lane.Lattice.AddExpectedTransitions(transitions, lane.Transitions);
            for (int i = 0; i < transitionCount; i++) expected[i] += weight * lane.Transitions[i];
            for (int i = 1; i < length; i++) expected[(_corpus.Gold[first + i - 1] * _stride) + _corpus.Gold[first + i]] -= weight;
        }

        _losses[block] = loss;
        return lane;
    }

    private double Score(int first, int length, ReadOnlySpan<float> emissions, float[] point)
    {
        double score = 0;
        for (int i = 0; i < length; i++)
        {
            int tag = _corpus.Gold[first + i];
            score += emissions[(i * _stride) + tag];
            if (i > 0) score += point[_transitionsAt + (_corpus.Gold[first + i - 1] * _stride) + tag];
        }

        return score;
    }

    private void SetTransitionGradient(CrfTransitions transitions, float[] gradient)
    {
        int count = _corpus.Tags.Count * _stride;
        for (int i = 0; i < count; i++)
        {
            double sum = 0;
            for (int block = 0; block < _blocks; block++) sum += _expected[(block * count) + i];
            gradient[_transitionsAt + i] = transitions.Factors[i] > 0 ? (float)sum : 0;
        }
    }

    private double AddPrior(float[] point, float[] gradient)
    {
        FloatVectors.AddScaled(gradient, point, (float)_prior);
        return _prior / 2 * FloatVectors.Dot(point, point);
    }

    private void Gather(ReadOnlySpan<int> rows, float[] from, Span<float> sum)
    {
        sum.Clear();
        GatherMore(rows, from, sum);
    }

    // Long sums in chunks: the rounding of a float then grows with the number of chunks, not of rows.
    private void GatherMore(ReadOnlySpan<int> rows, float[] from, Span<float> sum)
    {
        Span<float> part = stackalloc float[_stride];
        for (; rows.Length > Chunk; rows = rows[Chunk..])
        {
            part.Clear();
            foreach (int row in rows[..Chunk]) CrfWeights.Add(from.AsSpan(row * _stride, _stride), part);
            CrfWeights.Add(part, sum);
        }

        foreach (int row in rows) CrfWeights.Add(from.AsSpan(row * _stride, _stride), sum);
    }

    private void ForRows(int count, Action<int> body) =>
        Parallel.For(0, (count + RowsAtOnce - 1) / RowsAtOnce, _parallel, block =>
        {
            for (int row = block * RowsAtOnce; row < Math.Min(count, (block + 1) * RowsAtOnce); row++) body(row);
        });

    /// <summary>What one thread needs.</summary>
    private sealed class Lane(TagSet tags)
    {
        public CrfLattice Lattice { get; } = new(tags);

        public double[] Transitions { get; } = new double[tags.Count * tags.Stride];

        public float[] Emissions { get; private set; } = [];

        public void MakeRoom(int length)
        {
            if (Emissions.Length < length) Emissions = new float[2 * length];
        }
    }
}
