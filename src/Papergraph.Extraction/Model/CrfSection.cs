using System.Buffers.Binary;

namespace Papergraph.Extraction;

/// <summary>The weights of a conditional random field as bytes.</summary>
/// <remarks>Layout, little-endian: number of labels (4), number of attributes n (4); the transitions, a row of tags by tag (4 bytes each);
/// zeros up to a multiple of 64; the n rows of <see cref="CrfWeights"/>.</remarks>
internal static class CrfSection
{
    private const int MostLabels = 60, Alignment = 64;

    /// <summary>The layout as bytes.</summary>
    public static byte[] ToBytes(CrfWeights weights)
    {
        TagSet tags = weights.Tags;
        int head = HeadLength(tags);
        byte[] bytes = new byte[head + weights.Rows.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, tags.Labels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), weights.Count);
        for (int i = 0; i < tags.Count * tags.Count; i++)
        {
            float weight = weights.TransitionWeights[(i / tags.Count * tags.Stride) + (i % tags.Count)];
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 + (4 * i)), weight);
        }

        weights.Rows.Span.CopyTo(bytes.AsSpan(head));
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote, and refers to it; null when it cannot be that.</summary>
    public static CrfWeights? Read(ReadOnlyMemory<byte> data)
    {
        ReadOnlySpan<byte> bytes = data.Span;
        if (bytes.Length < 8) return null;
        int labels = BinaryPrimitives.ReadInt32LittleEndian(bytes), count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (labels is < 1 or > MostLabels || count < 0) return null;
        TagSet tags = new(labels);
        int head = HeadLength(tags);
        if (bytes.Length != head + ((long)count * CrfWeights.RowBytes(tags))) return null;
        float[] transitions = new float[tags.Count * tags.Stride];
        for (int i = 0; i < tags.Count * tags.Count; i++)
        {
            float weight = BinaryPrimitives.ReadSingleLittleEndian(bytes[(8 + (4 * i))..]);
            transitions[(i / tags.Count * tags.Stride) + (i % tags.Count)] = weight;
        }

        return CrfWeights.TryRead(tags, data[head..], transitions, out CrfWeights? weights) ? weights : null;
    }

    private static int HeadLength(TagSet tags) => (8 + (4 * tags.Count * tags.Count) + Alignment - 1) / Alignment * Alignment;
}
