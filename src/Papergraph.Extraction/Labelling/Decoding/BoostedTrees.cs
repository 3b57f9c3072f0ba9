using System.Buffers.Binary;

namespace Papergraph.Extraction;

/// <summary>A sum of decision trees of equal depth: the log-odds of a yes.</summary>
/// <remarks>A tree of depth d has 2ᵈ − 1 questions in the order of a heap, then 2ᵈ answers. A question sends what is above its threshold to
/// the right.</remarks>
internal sealed class BoostedTrees
{
    private const int MostTrees = 10_000, DeepestTree = 8;
    private readonly byte[] _features;
    private readonly float[] _thresholds, _answers;

    public BoostedTrees(int depth, float bias, byte[] features, float[] thresholds, float[] answers) =>
        (Depth, Bias, _features, _thresholds, _answers) = (depth, bias, features, thresholds, answers);

    public int Depth { get; }

    public float Bias { get; }

    public int Count => _answers.Length >> Depth;

    /// <summary>Probability of a yes, 0 to 1.</summary>
    public double Probability(ReadOnlySpan<float> features)
    {
        double sum = Bias;
        int questions = (1 << Depth) - 1, answers = 1 << Depth;
        for (int tree = 0; tree < Count; tree++)
        {
            int node = 0;
            for (int level = 0; level < Depth; level++)
            {
                int at = (tree * questions) + node;
                node = (2 * node) + (features[_features[at]] > _thresholds[at] ? 2 : 1);
            }

            sum += _answers[(tree * answers) + node - questions];
        }

        return StableMath.Logistic(sum);
    }

    /// <summary>Layout, little-endian: number of trees (4), depth (4), bias (4), thresholds (4 each), answers (4 each), features (1
    /// each).</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[12 + (4 * (_thresholds.Length + _answers.Length)) + _features.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Depth);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), Bias);
        int at = 12;
        foreach (float value in _thresholds.Concat(_answers))
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), value);
            at += 4;
        }

        _features.CopyTo(bytes, at);
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
}
