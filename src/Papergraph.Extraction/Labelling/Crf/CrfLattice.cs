using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>All taggings of one sequence with their probabilities, by the forward–backward algorithm with scaling (L. Rabiner, “A
/// tutorial on
/// hidden Markov models”, Proc. IEEE 77(2), 1989, §V).</summary>
/// <remarks>Made once and used again for sequence after sequence. A tagging y of n tokens has the weight Π exp(e(t, y_t)) · Π f(y_t,
/// y_{t+1}), its
/// probability is its share of the sum Z over all taggings that spell out spans. Only transitions that exist are computed; sums have one
/// order on every machine.</remarks>
internal sealed class CrfLattice
{
    // A tag that much worse than the best one at its token is taken to be only that much worse, so that nothing overflows.
    private const double MostDifference = 60;

    private readonly TagSet _tags;
    private readonly LatticeLayout _layout;
    private readonly double[] _ahead, _pairs;
    private double[] _potentials = [], _alpha = [], _beta = [], _totals = [];
    private double _takenOff;

    public CrfLattice(TagSet tags)
    {
        _tags = tags;
        _layout = new LatticeLayout(tags);
        _ahead = new double[_layout.Width];
        _pairs = new double[_layout.Joints * _layout.Inner];
    }

    /// <summary>Tokens of the sequence.</summary>
    public int Length { get; private set; }

    /// <summary>ln Z.</summary>
    public double LogPartition
    {
        get
        {
            double sum = _takenOff;
            foreach (double total in _totals.AsSpan(0, Length)) sum += StableMath.Log(total);
            return sum;
        }
    }

    /// <summary>Reads a sequence.</summary>
    /// <param name="emissions">e(t, y): a row of <see cref="TagSet.Stride"/> numbers for each token.</param>
    /// <param name="length">Number of tokens, at least 1.</param>
    /// <param name="transitions">f.</param>
    public void Run(ReadOnlySpan<float> emissions, int length, CrfTransitions transitions)
    {
        Length = length;
        if (_totals.Length < length)
        {
            int size = Math.Max(length, 2 * _totals.Length), cells = size * _layout.Width;
            (_potentials, _alpha, _beta, _totals) = (new double[cells], new double[cells], new double[cells], new double[size]);
        }

        _takenOff = 0;
        for (int t = 0; t < length; t++) _takenOff += SetPotentials(t, emissions.Slice(t * _tags.Stride, _tags.Count));
        Forward(transitions);
        Backward(transitions);
    }

    /// <summary>Probability of the tag at the token.</summary>
    public double Marginal(int token, int tag) => Beginning(token, tag) * Completion(token, tag);

    /// <summary>Probability of the tag, given all that stands before the token, times that of what stands there: with
    /// <see cref="Step"/> and <see cref="Completion"/> the probability of any run of tags.</summary>
    public double Beginning(int token, int tag) => _alpha[(token * _layout.Width) + _layout.Forward[tag]];

    /// <summary>Factor for going on from the token before to this one with the given tags.</summary>
    public double Step(int token, int tag, int next, CrfTransitions transitions) =>
        transitions.Factor(tag, next) * _potentials[(token * _layout.Width) + _layout.Forward[next]] / _totals[token];

    /// <summary>Factor for all that stands behind the token.</summary>
    public double Completion(int token, int tag) => _beta[(token * _layout.Width) + _layout.Backward[tag]];

    /// <summary>Adds the expected number of times that each tag stands before each other one.</summary>
    public void AddExpectedTransitions(CrfTransitions transitions, Span<double> into)
    {
        Array.Clear(_pairs);
        for (int t = 1; t < Length; t++)
        {
            SetAhead(t);
            ReadOnlySpan<double> alpha = Row(_alpha, t - 1);
            for (int label = 0; label < _tags.Labels; label++)
            {
                AddExpected(transitions, alpha, TagSet.Begin(label), TagSet.Inside(label), into);
                AddExpected(transitions, alpha, TagSet.Begin(label), TagSet.End(label), into);
                AddExpected(transitions, alpha, TagSet.Inside(label), TagSet.Inside(label), into);
                AddExpected(transitions, alpha, TagSet.Inside(label), TagSet.End(label), into);
            }

            ReadOnlySpan<Vector256<double>> ahead = MemoryMarshal.Cast<double, Vector256<double>>(_ahead.AsSpan(0, _layout.Inner));
            for (int tag = 0; tag < _tags.Count; tag++)
            {
                if (!TagSet.Closes(tag)) continue;
                Vector256<double> before = Vector256.Create(alpha[_layout.Forward[tag]]);
                int inner = _layout.Inner, at = _layout.Backward[tag] * inner;
                ReadOnlySpan<Vector256<double>> row = MemoryMarshal.Cast<double, Vector256<double>>(transitions.Opening.Slice(at, inner));
                Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(_pairs.AsSpan(at, inner));
                for (int v = 0; v < sums.Length; v++) sums[v] += before * row[v] * ahead[v];
            }
        }

        for (int tag = 0; tag < _tags.Count; tag++)
        {
            for (int next = 0; TagSet.Closes(tag) && next < _tags.Count; next++)
            {
                if (TagSet.Opens(next))
                    into[(tag * _tags.Stride) + next] += _pairs[(_layout.Backward[tag] * _layout.Inner) + _layout.Forward[next]];
            }
        }
    }

    private void AddExpected(CrfTransitions transitions, ReadOnlySpan<double> alpha, int tag, int next, Span<double> into) =>
        into[(tag * _tags.Stride) + next] += alpha[_layout.Forward[tag]] * transitions.Factor(tag, next) * _ahead[_layout.Forward[next]];

    // Returns what was taken off every emission so that the largest is 0.
    private double SetPotentials(int token, ReadOnlySpan<float> emissions)
    {
        Span<double> row = Row(_potentials, token);
        float most = emissions[0];
        foreach (float emission in emissions) most = Math.Max(most, emission);
        ReadOnlySpan<int> places = _layout.Forward;
        for (int tag = 0; tag < emissions.Length; tag++)
            row[places[tag]] = Math.Max((double)emissions[tag] - most, -MostDifference);
        foreach (ref Vector256<double> lanes in MemoryMarshal.Cast<double, Vector256<double>>(row)) lanes = StableMath.Exp(lanes);
        int labels = _tags.Labels, inner = _layout.Inner;
        row[_layout.Joints..inner].Clear();
        row[(inner + (2 * labels))..].Clear();
        if (token == 0) row[inner..].Clear();
        if (token < Length - 1) return most;
        row.Slice(1, labels).Clear();
        row.Slice(inner, labels).Clear();
        return most;
    }

    private void Forward(CrfTransitions transitions)
    {
        Row(_potentials, 0).CopyTo(Row(_alpha, 0));
        Scale(0);
        for (int t = 1; t < Length; t++)
        {
            ReadOnlySpan<double> before = Row(_alpha, t - 1), potentials = Row(_potentials, t);
            Span<double> alpha = Row(_alpha, t);
            ReadOnlySpan<Vector256<double>> rows = MemoryMarshal.Cast<double, Vector256<double>>(transitions.Opening);
            Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(alpha[.._layout.Inner]);
            int labels = _tags.Labels, inner = _layout.Inner, ends = inner + labels, singles = 1 + labels;
            for (int v = 0; v < sums.Length; v++)
            {
                Vector256<double> sum = before[0] * rows[v];
                for (int label = 0; label < labels; label++)
                {
                    sum += before[ends + label] * rows[((1 + label) * sums.Length) + v];
                    sum += before[singles + label] * rows[((singles + label) * sums.Length) + v];
                }

                sums[v] = sum;
            }

            for (int label = 0; label < labels; label++)
            {
                double begin = before[1 + label], inside = before[inner + label];
                ReadOnlySpan<double> factors = transitions.Inner.Slice(4 * label, 4);
                alpha[inner + label] = (begin * factors[0]) + (inside * factors[2]);
                alpha[ends + label] = (begin * factors[1]) + (inside * factors[3]);
            }

            for (int i = 0; i < alpha.Length; i++) alpha[i] *= potentials[i];
            Scale(t);
        }
    }

    private void Backward(CrfTransitions transitions)
    {
        Row(_beta, Length - 1).Fill(1);
        ReadOnlySpan<Vector256<double>> rows = MemoryMarshal.Cast<double, Vector256<double>>(transitions.Closing);
        int labels = _tags.Labels, inner = _layout.Inner, singles = 1 + labels;
        for (int t = Length - 2; t >= 0; t--)
        {
            SetAhead(t + 1);
            ReadOnlySpan<double> ahead = _ahead;
            Span<double> beta = Row(_beta, t);
            Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(beta[..inner]);
            for (int v = 0; v < sums.Length; v++)
            {
                Vector256<double> sum = ahead[0] * rows[v];
                for (int label = 0; label < labels; label++)
                {
                    sum += ahead[1 + label] * rows[((1 + label) * sums.Length) + v];
                    sum += ahead[singles + label] * rows[((singles + label) * sums.Length) + v];
                }

                sums[v] = sum;
            }

            for (int label = 0; label < labels; label++)
            {
                double inside = ahead[inner + label], end = ahead[inner + labels + label];
                ReadOnlySpan<double> factors = transitions.Inner.Slice(4 * label, 4);
                beta[inner + label] = (factors[0] * inside) + (factors[1] * end);
                beta[inner + labels + label] = (factors[2] * inside) + (factors[3] * end);
            }
        }
    }

    // By tag, in forward places: what stands at the token and behind it.
    private void SetAhead(int token)
    {
        ReadOnlySpan<double> potentials = Row(_potentials, token), beta = Row(_beta, token);
        double scale = 1 / _totals[token];
        int labels = _tags.Labels, inner = _layout.Inner;
        _ahead[0] = potentials[0] * beta[0] * scale;
        for (int label = 0; label < labels; label++)
        {
            _ahead[1 + label] = potentials[1 + label] * beta[inner + label] * scale;
            _ahead[1 + labels + label] = potentials[1 + labels + label] * beta[1 + labels + label] * scale;
            _ahead[inner + label] = potentials[inner + label] * beta[inner + labels + label] * scale;
            _ahead[inner + labels + label] = potentials[inner + labels + label] * beta[1 + label] * scale;
        }
    }

    // Divides the row by its sum.
    private void Scale(int token)
    {
        Span<Vector256<double>> alpha = MemoryMarshal.Cast<double, Vector256<double>>(Row(_alpha, token));
        Vector256<double> sums = alpha[0];
        foreach (Vector256<double> shares in alpha[1..]) sums += shares;
        Vector128<double> half = sums.GetLower() + sums.GetUpper();
        double total = half[0] + half[1], scale = 1 / total;
        _totals[token] = total;
        foreach (ref Vector256<double> shares in alpha) shares *= scale;
    }

    private Span<double> Row(double[] rows, int token) => rows.AsSpan(token * _layout.Width, _layout.Width);
}
