using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>All taggings of one sequence with their probabilities, by the forward–backward algorithm with scaling (L. Rabiner, “A
/// tutorial on
/// hidden Markov models”, Proc. IEEE 77(2), 1989, §V).</summary>
/// <remarks>Made once and used again for sequence after sequence. A tagging y of n tokens has the weight Π exp(e(t, y_t)) · Π f(y_t,
/// y_{t+1}), its
/// probability is its share of the sum Z over all taggings that spell out spans.</remarks>
internal sealed class CrfLattice(TagSet tags)
{
    // A tag that much worse than the best one at its token is taken to be only that much worse, so that nothing overflows.
    private const double MostDifference = 60;

    private double[] _potentials = [], _alpha = [], _beta = [], _scales = [];

    /// <summary>Tokens of the sequence.</summary>
    public int Length { get; private set; }

    /// <summary>ln Z.</summary>
    public double LogPartition { get; private set; }

    /// <summary>Reads a sequence.</summary>
    /// <param name="emissions">e(t, y): a row of <see cref="TagSet.Stride"/> numbers for each token.</param>
    /// <param name="length">Number of tokens, at least 1.</param>
    /// <param name="transitions">f.</param>
    public void Run(ReadOnlySpan<float> emissions, int length, CrfTransitions transitions)
    {
        Length = length;
        if (_scales.Length < length)
        {
            int size = Math.Max(length, 2 * _scales.Length);
            (_potentials, _alpha, _beta, _scales) =
                (new double[size * tags.Stride], new double[size * tags.Stride], new double[size * tags.Stride], new double[size]);
        }

        LogPartition = 0;
        for (int t = 0; t < length; t++) LogPartition += SetPotentials(t, emissions.Slice(t * tags.Stride, tags.Stride));
        Forward(transitions);
        Backward(transitions);
    }

    /// <summary>Probability of the tag at the token.</summary>
    public double Marginal(int token, int tag) => _alpha[(token * tags.Stride) + tag] * _beta[(token * tags.Stride) + tag];

    /// <summary>Probability of the tag, given all that stands before the token, times that of what stands there: with
    /// <see cref="Step"/> and <see cref="Completion"/> the probability of any run of tags.</summary>
    public double Beginning(int token, int tag) => _alpha[(token * tags.Stride) + tag];

    /// <summary>Factor for going on from the token before to this one with the given tags.</summary>
    public double Step(int token, int tag, int next, CrfTransitions transitions) =>
        transitions.Factor(tag, next) * _potentials[(token * tags.Stride) + next] * _scales[token];

    /// <summary>Factor for all that stands behind the token.</summary>
    public double Completion(int token, int tag) => _beta[(token * tags.Stride) + tag];

    /// <summary>Adds the expected number of times that each tag stands before each other one.</summary>
    public void AddExpectedTransitions(CrfTransitions transitions, Span<double> into)
    {
        ReadOnlySpan<double> factors = transitions.Factors;
        Span<double> ahead = stackalloc double[tags.Stride];
        for (int t = 1; t < Length; t++)
        {
            for (int next = 0; next < tags.Stride; next++)
                ahead[next] = _potentials[(t * tags.Stride) + next] * _beta[(t * tags.Stride) + next] * _scales[t];
            ReadOnlySpan<Vector256<double>> columns = MemoryMarshal.Cast<double, Vector256<double>>(ahead);
            for (int tag = 0; tag < tags.Count; tag++)
            {
                Vector256<double> before = Vector256.Create(_alpha[((t - 1) * tags.Stride) + tag]);
                int at = tag * tags.Stride;
                ReadOnlySpan<Vector256<double>> row = MemoryMarshal.Cast<double, Vector256<double>>(factors.Slice(at, tags.Stride));
                Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(into.Slice(at, tags.Stride));
                for (int v = 0; v < sums.Length; v++) sums[v] += before * row[v] * columns[v];
            }
        }
    }

    // Returns what was taken off every emission so that the largest is 0.
    private double SetPotentials(int token, ReadOnlySpan<float> emissions)
    {
        Span<double> row = _potentials.AsSpan(token * tags.Stride, tags.Stride);
        double most = double.NegativeInfinity;
        for (int tag = 0; tag < tags.Count; tag++)
        {
            row[tag] = emissions[tag];
            most = Math.Max(most, row[tag]);
        }

        for (int tag = 0; tag < tags.Count; tag++) row[tag] = Math.Max(row[tag] - most, -MostDifference);
        foreach (ref Vector256<double> lanes in MemoryMarshal.Cast<double, Vector256<double>>(row)) lanes = StableMath.Exp(lanes);
        row[tags.Count..].Clear();
        for (int tag = 0; tag < tags.Count; tag++)
        {
            if ((token == 0 && !TagSet.Opens(tag)) || (token == Length - 1 && !TagSet.Closes(tag))) row[tag] = 0;
        }

        return most;
    }

    private void Forward(CrfTransitions transitions)
    {
        Span<double> sums = stackalloc double[tags.Stride];
        for (int t = 0; t < Length; t++)
        {
            Span<double> alpha = _alpha.AsSpan(t * tags.Stride, tags.Stride);
            ReadOnlySpan<double> potentials = _potentials.AsSpan(t * tags.Stride, tags.Stride);
            if (t == 0)
            {
                potentials.CopyTo(alpha);
            }
            else
            {
                Multiply(_alpha.AsSpan((t - 1) * tags.Stride, tags.Stride), transitions.Factors, sums);
                for (int tag = 0; tag < alpha.Length; tag++) alpha[tag] = sums[tag] * potentials[tag];
            }

            double total = 0;
            foreach (double share in alpha) total += share;
            LogPartition += StableMath.Log(total);
            double scale = _scales[t] = 1 / total;
            foreach (ref double share in alpha) share *= scale;
        }
    }

    private void Backward(CrfTransitions transitions)
    {
        Span<double> ahead = stackalloc double[tags.Stride];
        _beta.AsSpan((Length - 1) * tags.Stride, tags.Stride).Fill(1);
        for (int t = Length - 2; t >= 0; t--)
        {
            int next = (t + 1) * tags.Stride;
            for (int tag = 0; tag < ahead.Length; tag++) ahead[tag] = _potentials[next + tag] * _beta[next + tag] * _scales[t + 1];
            Multiply(ahead, transitions.Transposed, _beta.AsSpan(t * tags.Stride, tags.Stride));
        }
    }

    // A row times a square matrix.
    private void Multiply(ReadOnlySpan<double> row, ReadOnlySpan<double> matrix, Span<double> product)
    {
        Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(product);
        sums.Clear();
        ReadOnlySpan<Vector256<double>> columns = MemoryMarshal.Cast<double, Vector256<double>>(matrix);
        for (int tag = 0; tag < tags.Count; tag++)
        {
            Vector256<double> factor = Vector256.Create(row[tag]);
            ReadOnlySpan<Vector256<double>> line = columns.Slice(tag * sums.Length, sums.Length);
            for (int v = 0; v < sums.Length; v++) sums[v] += factor * line[v];
        }
    }
}
