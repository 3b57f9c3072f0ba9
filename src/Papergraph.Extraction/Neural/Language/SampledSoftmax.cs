using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The loss of foretelling a word among many, against a random sample of the others (S. Jean et al., “On Using Very Large Target
/// Vocabulary for Neural Machine Translation”, ACL 2015).</summary>
internal sealed class SampledSoftmax
{
    private const float GreatestDifference = 60;
    private readonly double[] _cumulative;
    private readonly float[] _logExpected;
    private readonly int[] _sample;
    private readonly float[] _offsets;
    private readonly Matrix _sampled, _scores, _sampleGradient;
    private readonly PackedMatrix _packed = new();
    private readonly TouchedRows _touched;

    /// <summary>For a vocabulary.</summary>
    /// <param name="frequencies">Of its words; each is sampled in proportion to the power ¾ of its frequency.</param>
    /// <param name="size">Numbers of a word.</param>
    /// <param name="sample">How many others a word is compared with, a multiple of 16.</param>
    public SampledSoftmax(ReadOnlySpan<long> frequencies, int size, int sample)
    {
        Words = new Parameter(frequencies.Length, size);
        Bias = new Parameter(frequencies.Length, 1);
        _touched = new TouchedRows(frequencies.Length);
        _cumulative = new double[frequencies.Length];
        _logExpected = new float[frequencies.Length];
        double sum = 0;
        for (int i = 0; i < frequencies.Length; i++) _cumulative[i] = sum += Weight(frequencies[i]);
        for (int i = 0; i < frequencies.Length; i++) _logExpected[i] = (float)SmoothFunctions.Log(sample * Weight(frequencies[i]) / sum);
        _sample = new int[sample];
        _offsets = new float[sample];
        _sampled = new Matrix(sample, size);
        _sampleGradient = new Matrix(sample, size);
        _scores = new Matrix(0, sample);
    }

    /// <summary>A row for each word.</summary>
    public Parameter Words { get; }

    public Parameter Bias { get; }

    /// <summary>The words that the last pass had to do with.</summary>
    public ReadOnlySpan<int> Touched => _touched.Rows;

    /// <summary>One pass forward and back.</summary>
    /// <param name="states">A row for each word to foretell.</param>
    /// <param name="targets">The words.</param>
    /// <param name="random">Chooses the sample.</param>
    /// <param name="statesGradient">Is set to the gradient of the mean loss.</param>
    /// <returns>The mean loss, in nats.</returns>
    public double Run(Matrix states, ReadOnlySpan<int> targets, ref Xoshiro256 random, Matrix statesGradient)
    {
        _touched.Clear();
        Draw(ref random);
        _packed.PackTransposed(_sampled.Data, Words.Columns, _sample.Length);
        _scores.Clear(states.Rows);
        _packed.MultiplyAdd(states.Data, states.Rows, _scores.Data);
        statesGradient.Clear(states.Rows);
        float share = 1f / states.Rows;
        double loss = 0;
        for (int row = 0; row < states.Rows; row++)
        {
            int target = targets[row];
            _touched.Add(target);
            float score = VectorMath.Dot(states[row], Words.Row(target)) + Bias.Value[target] - _logExpected[target];
            float sum = 1 + Exponentials(_scores[row], score, target);
            loss += SmoothFunctions.Log(sum);
            VectorMath.Scale(_scores[row], share / sum);
            float gradient = ((1 / sum) - 1) * share;
            VectorMath.AddScaled(Words.Row(target), gradient, statesGradient[row]);
            VectorMath.AddScaled(states[row], gradient, Words.GradientRow(target));
            Bias.Gradient[target] += gradient;
        }

        _packed.Pack(_sampled.Data, _sample.Length, Words.Columns);
        _packed.MultiplyAdd(_scores.Data, states.Rows, statesGradient.Data);
        _packed.Pack(states.Data, states.Rows, Words.Columns);
        _sampleGradient.Data.Clear();
        _packed.MultiplyTransposedAdd(_scores.Data, _sample.Length, _sampleGradient.Data);
        Array.Clear(_offsets);
        for (int row = 0; row < states.Rows; row++) VectorMath.Add(_scores[row], _offsets);
        for (int i = 0; i < _sample.Length; i++)
        {
            VectorMath.Add(_sampleGradient[i], Words.GradientRow(_sample[i]));
            Bias.Gradient[_sample[i]] += _offsets[i];
        }

        return loss / states.Rows;
    }

    private static double Weight(long frequency)
    {
        double root = Math.Sqrt(frequency + 1);
        return root * Math.Sqrt(root);
    }

    private void Draw(ref Xoshiro256 random)
    {
        double total = _cumulative[^1];
        for (int i = 0; i < _sample.Length; i++)
        {
            int at = Array.BinarySearch(_cumulative, random.NextDouble() * total);
            int word = Math.Min(at >= 0 ? at + 1 : ~at, _cumulative.Length - 1);
            _sample[i] = word;
            _touched.Add(word);
            Words.Row(word).CopyTo(_sampled[i]);
            _offsets[i] = Bias.Value[word] - _logExpected[word];
        }
    }

    // Puts e^(score of the other − score of the target) in place of each score, 0 where the other is the target.
    private float Exponentials(Span<float> scores, float score, int target)
    {
        ref float first = ref MemoryMarshal.GetReference(scores), offset = ref MemoryMarshal.GetArrayDataReference(_offsets);
        ref int other = ref MemoryMarshal.GetArrayDataReference(_sample);
        Vector512<float> sums = Vector512<float>.Zero, limit = Vector512.Create(GreatestDifference);
        Vector512<int> same = Vector512.Create(target);
        for (nuint at = 0; at < (nuint)scores.Length; at += 16)
        {
            Vector512<float> others = Vector512.LoadUnsafe(ref first, at) + Vector512.LoadUnsafe(ref offset, at);
            Vector512<float> e = SmoothFunctions.Exp(Vector512.Min(others - Vector512.Create(score), limit));
            e = Vector512.AndNot(e, Vector512.Equals(Vector512.LoadUnsafe(ref other, at), same).AsSingle());
            e.StoreUnsafe(ref first, at);
            sums += e;
        }

        return VectorMath.Sum(sums);
    }
}
