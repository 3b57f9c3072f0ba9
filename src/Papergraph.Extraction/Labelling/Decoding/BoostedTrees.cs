using System.Buffers.Binary;

namespace Papergraph.Extraction;

/// <summary>A sum of decision trees of equal depth: the log-odds of a yes.</summary>
/// <remarks>A tree of depth d has 2ᵈ − 1 questions in the order of a heap, then 2ᵈ answers. A question sends what is above its threshold to
/// the right.</remarks>
internal sealed class BoostedTrees
{
    private const int MostTrees = 10_000, DeepestTree = 8;
    // Far above the rounding of sums of answers.
    private const double Rounding = 1e-6;

    private readonly Question[] _questions;
    private readonly float[] _answers;

    // The most that the trees from each one on can add.
    private readonly double[] _most;

    public BoostedTrees(int depth, float bias, byte[] features, float[] thresholds, float[] answers)
    {
        (Depth, Bias, _answers) = (depth, bias, answers);
        _questions = new Question[features.Length];
        for (int i = 0; i < features.Length; i++) _questions[i] = new Question(features[i], thresholds[i]);
        _most = new double[Count + 1];
        for (int tree = Count - 1; tree >= 0; tree--)
        {
            float most = float.NegativeInfinity;
            foreach (float answer in answers.AsSpan(tree << depth, 1 << depth)) most = Math.Max(most, answer);
            _most[tree] = _most[tree + 1] + most;
        }
    }

    public int Depth { get; }

    public float Bias { get; }

    public int Count => _answers.Length >> Depth;

    /// <summary>Probability of a yes, 0 to 1.</summary>
    public double Probability(ReadOnlySpan<float> features) => ProbabilityOfSum(double.NegativeInfinity, features);

    /// <summary>Probability of a yes, or a lower one where it is below <paramref name="threshold"/>, which is found out sooner.</summary>
    public double ProbabilityFrom(float threshold, ReadOnlySpan<float> features)
    {
        bool isReal = threshold is > 0 and < 1;
        return ProbabilityOfSum(isReal ? StableMath.Log(threshold / (1.0 - threshold)) - Rounding : double.NegativeInfinity, features);
    }

    private double ProbabilityOfSum(double leastSum, ReadOnlySpan<float> features)
    {
        double sum = Bias;
        int count = (1 << Depth) - 1;
        ReadOnlySpan<double> most = _most;
        for (int tree = 0; tree < Count; tree++)
        {
            if (sum + most[tree] < leastSum) return 0;
            ReadOnlySpan<Question> questions = _questions.AsSpan(tree * count, count);
            int node = 0;
            while (node < questions.Length)
            {
                Question question = questions[node];
                bool isAbove = features[question.Feature] > question.Threshold;
                node = (2 * node) + 1 + (isAbove ? 1 : 0);
            }

            sum += _answers[(tree << Depth) + node - count];
        }

        return StableMath.Logistic(sum);
    }

    /// <summary>Layout, little-endian: number of trees (4), depth (4), bias (4), thresholds (4 each), answers (4 each), features (1
    /// each).</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[12 + (5 * _questions.Length) + (4 * _answers.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Depth);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), Bias);
        int at = 12;
        foreach (float value in _questions.Select(question => question.Threshold).Concat(_answers))
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), value);
            at += 4;
        }

        foreach (Question question in _questions) bytes[at++] = (byte)question.Feature;
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null when it cannot be that, or asks for a feature beyond
    /// <paramref name="features"/>.</summary>
    public static BoostedTrees? Read(ReadOnlySpan<byte> bytes, int features)
    {
        if (bytes.Length < 12) return null;
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes), depth = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (count is < 0 or > MostTrees || depth is < 1 or > DeepestTree) return null;
        int questions = count * ((1 << depth) - 1), answers = count << depth;
        if (bytes.Length != 12 + (4 * (questions + answers)) + questions) return null;
        float[] values = new float[questions + answers];
        for (int i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(12 + (4 * i))..]);
        byte[] asked = bytes[(bytes.Length - questions)..].ToArray();
        if (Array.Exists(asked, feature => feature >= features)) return null;
        float bias = BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]);
        return new BoostedTrees(depth, bias, asked, values[..questions], values[questions..]);
    }

    /// <summary>Is the feature above the threshold?</summary>
    private readonly record struct Question(int Feature, float Threshold);
}
