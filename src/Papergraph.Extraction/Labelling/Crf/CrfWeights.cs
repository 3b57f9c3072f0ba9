using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>The weights of a conditional random field: of each attribute with each tag, and of each tag behind each other one.</summary>
internal sealed class CrfWeights
{
    private readonly uint[] _keys;
    private readonly int[] _slots;
    private readonly float[] _rows;

    /// <param name="tags">The tags.</param>
    /// <param name="attributes">Fingerprints, all different.</param>
    /// <param name="rows">For each attribute a row of <see cref="TagSet.Stride"/> weights by tag.</param>
    /// <param name="transitions">For each tag a row of weights by the tag behind it.</param>
    public CrfWeights(TagSet tags, uint[] attributes, float[] rows, float[] transitions)
    {
        Tags = tags;
        Attributes = attributes;
        _rows = rows;
        TransitionWeights = transitions;
        Transitions = new CrfTransitions(tags, transitions);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * attributes.Length));
        _keys = new uint[size];
        _slots = new int[size];
        for (int i = 0; i < attributes.Length; i++)
        {
            int slot = (int)(attributes[i] & (uint)(size - 1));
            while (_slots[slot] != 0) slot = (slot + 1) & (size - 1);
            (_keys[slot], _slots[slot]) = (attributes[i], i + 1);
        }
    }

    public TagSet Tags { get; }

    public uint[] Attributes { get; }

    public ReadOnlySpan<float> Rows => _rows;

    public float[] TransitionWeights { get; }

    public CrfTransitions Transitions { get; }

    /// <summary>Adds the weights of an attribute; none when it is unknown.</summary>
    public void AddTo(uint attribute, Span<float> sums)
    {
        int mask = _slots.Length - 1, slot = (int)attribute & mask;
        while (_slots[slot] != 0)
        {
            if (_keys[slot] == attribute)
            {
                Add(_rows.AsSpan((_slots[slot] - 1) * Tags.Stride, Tags.Stride), sums);
                return;
            }

            slot = (slot + 1) & mask;
        }
    }

    /// <summary>Adds a row of numbers by tag to another.</summary>
    public static void Add(ReadOnlySpan<float> row, Span<float> sums)
    {
        ReadOnlySpan<Vector256<float>> from = MemoryMarshal.Cast<float, Vector256<float>>(row);
        Span<Vector256<float>> to = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        for (int v = 0; v < to.Length; v++) to[v] += from[v];
    }
}
