using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Papergraph.Extraction;

/// <summary>The weights of a conditional random field as bytes.</summary>
/// <remarks>Layout, little-endian: number of labels (4), number of attributes n (4); the transitions, a row of tags by tag (4 bytes each);
/// the fingerprints of the attributes, ascending (4 each); the scale of each attribute's row (4 each); a row by tag for each attribute (1 byte
/// each, times its scale). A weight is off by at most a 254th of the largest in its row.</remarks>
internal static class CrfSection
{
    private const int MostLabels = 60;

    /// <summary>Weights as they are after writing and reading.</summary>
    public static byte[] ToBytes(CrfWeights weights)
    {
        TagSet tags = weights.Tags;
        int[] order = [.. Enumerable.Range(0, weights.Attributes.Length).Where(row => Largest(weights, row) > 0).OrderBy(row => weights.Attributes[row])];
        int count = order.Length, head = 8 + (4 * tags.Count * tags.Count);
        byte[] bytes = new byte[head + (count * (8 + tags.Count))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, tags.Labels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), count);
        for (int tag = 0; tag < tags.Count; tag++)
        {
            for (int next = 0; next < tags.Count; next++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(
                    bytes.AsSpan(8 + (4 * ((tag * tags.Count) + next))), weights.TransitionWeights[(tag * tags.Stride) + next]);
            }
        }

        for (int i = 0; i < count; i++)
        {
            float scale = Largest(weights, order[i]) / 127;
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(head + (4 * i)), weights.Attributes[order[i]]);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(head + (4 * count) + (4 * i)), scale);
            for (int tag = 0; tag < tags.Count; tag++)
            {
                float weight = weights.Rows[(order[i] * tags.Stride) + tag];
                bytes[head + (8 * count) + (i * tags.Count) + tag] = (byte)(sbyte)MathF.Round(weight / scale);
            }
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null when it cannot be that.</summary>
    public static CrfWeights? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8) return null;
        int labels = BinaryPrimitives.ReadInt32LittleEndian(bytes), count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (labels is < 1 or > MostLabels || count < 0) return null;
        TagSet tags = new(labels);
        int head = 8 + (4 * tags.Count * tags.Count);
        if (bytes.Length != head + (count * (8L + tags.Count))) return null;
        float[] transitions = new float[tags.Count * tags.Stride];
        for (int tag = 0; tag < tags.Count; tag++)
        {
            for (int next = 0; next < tags.Count; next++)
                transitions[(tag * tags.Stride) + next] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(8 + (4 * ((tag * tags.Count) + next)))..]);
        }

        uint[] attributes = new uint[count];
        float[] rows = new float[count * tags.Stride];
        ReadOnlySpan<sbyte> values = MemoryMarshal.Cast<byte, sbyte>(bytes[(head + (8 * count))..]);
        for (int i = 0; i < count; i++)
        {
            attributes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(head + (4 * i))..]);
            if (i > 0 && attributes[i] <= attributes[i - 1]) return null;
            float scale = BinaryPrimitives.ReadSingleLittleEndian(bytes[(head + (4 * count) + (4 * i))..]);
            Span<float> row = rows.AsSpan(i * tags.Stride, tags.Count);
            ReadOnlySpan<sbyte> value = values.Slice(i * tags.Count, tags.Count);
            for (int tag = 0; tag < row.Length; tag++) row[tag] = value[tag] * scale;
        }

        return new CrfWeights(tags, attributes, rows, transitions);
    }

    private static float Largest(CrfWeights weights, int row)
    {
        float largest = 0;
        foreach (float weight in weights.Rows.Slice(row * weights.Tags.Stride, weights.Tags.Count)) largest = Math.Max(largest, Math.Abs(weight));
        return largest;
    }
}
