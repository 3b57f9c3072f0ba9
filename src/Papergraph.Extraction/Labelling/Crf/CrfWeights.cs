using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>The weights of a conditional random field: of each attribute with each tag, and of each tag behind each other one.</summary>
/// <remarks>A weight of an attribute is a byte times the scale of its row, so it is off by at most a 254th of the largest weight in the row.
/// Fingerprint, scale and bytes stand side by side in the slots of a hash table: a look-up touches one line of the processor's cache or
/// two.</remarks>
internal sealed class CrfWeights
{
    private const int HeadBytes = 8;
    private const float MostSteps = 127;
    private readonly byte[] _slots;
    private readonly int _slotBytes, _mask;

    /// <param name="tags">The tags.</param>
    /// <param name="attributes">Fingerprints, all different.</param>
    /// <param name="rows">For each attribute a row of <see cref="TagSet.Stride"/> weights by tag; rows of zeros are left out.</param>
    /// <param name="transitions">For each tag a row of weights by the tag behind it.</param>
    public static CrfWeights Of(TagSet tags, uint[] attributes, ReadOnlySpan<float> rows, float[] transitions)
    {
        List<uint> kept = [];
        List<float> scales = [];
        List<sbyte> values = [];
        for (int i = 0; i < attributes.Length; i++)
        {
            ReadOnlySpan<float> row = rows.Slice(i * tags.Stride, tags.Count);
            float largest = 0;
            foreach (float weight in row) largest = Math.Max(largest, Math.Abs(weight));
            if (largest == 0) continue;
            float scale = largest / MostSteps;
            kept.Add(attributes[i]);
            scales.Add(scale);
            foreach (float weight in row) values.Add((sbyte)MathF.Round(weight / scale));
        }

        return new CrfWeights(tags, [.. kept], [.. scales], [.. values], transitions);
    }

    /// <param name="tags">The tags.</param>
    /// <param name="attributes">Fingerprints, all different.</param>
    /// <param name="scales">The scale of each attribute's row, above 0.</param>
    /// <param name="values">For each attribute a row of <see cref="TagSet.Count"/> bytes.</param>
    /// <param name="transitions">For each tag a row of <see cref="TagSet.Stride"/> weights by the tag behind it.</param>
    public CrfWeights(TagSet tags, uint[] attributes, float[] scales, sbyte[] values, float[] transitions)
    {
        (Tags, Attributes, Scales, Values, TransitionWeights) = (tags, attributes, scales, values, transitions);
        Transitions = new CrfTransitions(tags, transitions);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * attributes.Length));
        (_mask, _slotBytes) = (size - 1, HeadBytes + tags.Stride);
        _slots = new byte[size * _slotBytes];
        for (int i = 0; i < attributes.Length; i++)
        {
            int slot = (int)attributes[i] & _mask;
            while (Scale(slot) != 0) slot = (slot + 1) & _mask;
            Span<byte> bytes = _slots.AsSpan(slot * _slotBytes, _slotBytes);
            MemoryMarshal.Write(bytes, attributes[i]);
            MemoryMarshal.Write(bytes[4..], scales[i]);
            MemoryMarshal.AsBytes(values.AsSpan(i * tags.Count, tags.Count)).CopyTo(bytes[HeadBytes..]);
        }
    }

    public TagSet Tags { get; }

    public uint[] Attributes { get; }

    public float[] Scales { get; }

    /// <summary>Rows of <see cref="TagSet.Count"/> bytes.</summary>
    public sbyte[] Values { get; }

    public float[] TransitionWeights { get; }

    public CrfTransitions Transitions { get; }

    /// <summary>Adds the weights of an attribute; none when it is unknown.</summary>
    public void AddTo(uint attribute, Span<float> sums)
    {
        for (int slot = (int)attribute & _mask; Scale(slot) is var scale && scale != 0; slot = (slot + 1) & _mask)
        {
            if (MemoryMarshal.Read<uint>(_slots.AsSpan(slot * _slotBytes)) != attribute) continue;
            ReadOnlySpan<ulong> eights = MemoryMarshal.Cast<byte, ulong>(_slots.AsSpan((slot * _slotBytes) + HeadBytes, Tags.Stride));
            Span<Vector256<float>> lanes = MemoryMarshal.Cast<float, Vector256<float>>(sums);
            for (int v = 0; v < lanes.Length; v++)
            {
                Vector128<short> wide = Vector128.WidenLower(Vector128.CreateScalar(eights[v]).AsSByte());
                lanes[v] += Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(wide), Vector128.WidenUpper(wide))) * scale;
            }

            return;
        }
    }

    /// <summary>Adds a row of numbers by tag to another.</summary>
    public static void Add(ReadOnlySpan<float> row, Span<float> sums)
    {
        ReadOnlySpan<Vector256<float>> from = MemoryMarshal.Cast<float, Vector256<float>>(row);
        Span<Vector256<float>> to = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        for (int v = 0; v < to.Length; v++) to[v] += from[v];
    }

    // 0 in an empty slot.
    private float Scale(int slot) => MemoryMarshal.Read<float>(_slots.AsSpan((slot * _slotBytes) + 4));
}
