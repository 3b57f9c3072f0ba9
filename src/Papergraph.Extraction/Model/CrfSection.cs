using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Papergraph.Extraction;

/// <summary>The weights of a conditional random field as bytes.</summary>
/// <remarks>Layout, little-endian: number of labels (4), number of attributes n (4); the transitions, a row of tags by tag (4 bytes each);
/// the fingerprints of the attributes, ascending (4 each); the scale of each attribute's row (4 each); a row by tag for each attribute (1
/// byte
/// each, times its scale).</remarks>
internal static class CrfSection
{
    private const int MostLabels = 60;

    /// <summary>The layout as bytes.</summary>
    public static byte[] ToBytes(CrfWeights weights)
    {
        TagSet tags = weights.Tags;
        int[] order = [.. Enumerable.Range(0, weights.Attributes.Length).OrderBy(row => weights.Attributes[row])];
        int count = order.Length, head = 8 + (4 * tags.Count * tags.Count);
        byte[] bytes = new byte[head + (count * (8 + tags.Count))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, tags.Labels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), count);
        for (int i = 0; i < tags.Count * tags.Count; i++)
        {
            float weight = weights.TransitionWeights[(i / tags.Count * tags.Stride) + (i % tags.Count)];
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 + (4 * i)), weight);
        }

        for (int i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(head + (4 * i)), weights.Attributes[order[i]]);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(head + (4 * count) + (4 * i)), weights.Scales[order[i]]);
            ReadOnlySpan<byte> row = MemoryMarshal.AsBytes(weights.Values.AsSpan(order[i] * tags.Count, tags.Count));
            row.CopyTo(bytes.AsSpan(head + (8 * count) + (i * tags.Count)));
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
        for (int i = 0; i < tags.Count * tags.Count; i++)
        {
            float weight = BinaryPrimitives.ReadSingleLittleEndian(bytes[(8 + (4 * i))..]);
            transitions[(i / tags.Count * tags.Stride) + (i % tags.Count)] = weight;
        }

        uint[] attributes = new uint[count];
        float[] scales = new float[count];
        for (int i = 0; i < count; i++)
        {
            attributes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(head + (4 * i))..]);
            scales[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(head + (4 * count) + (4 * i))..]);
            if ((i > 0 && attributes[i] <= attributes[i - 1]) || !(scales[i] > 0)) return null;
        }

        sbyte[] values = MemoryMarshal.Cast<byte, sbyte>(bytes[(head + (8 * count))..]).ToArray();
        return new CrfWeights(tags, attributes, scales, values, transitions);
    }
}
