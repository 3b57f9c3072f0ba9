using System.Runtime.CompilerServices;

namespace Papergraph.Extraction;

/// <summary>Attributes of many tokens, in groups, whose weights are looked up all at once.</summary>
/// <remarks>Most of a look-up is waiting for memory; side by side, many wait no longer than one. Made once and used again.</remarks>
internal sealed class WeightBatch(CrfWeights weights)
{
    /// <summary>Most attributes of a group.</summary>
    public const int MostOfGroup = 16;

    private uint[] _attributes = [];
    private int[] _rows = [], _ends = [];
    private int _count, _groups;

    /// <summary>Forgets everything and makes room for so many groups.</summary>
    public void Reset(int groups)
    {
        if (_ends.Length < groups)
            (_attributes, _rows, _ends) = (new uint[2 * groups * MostOfGroup], new int[2 * groups * MostOfGroup], new int[2 * groups]);
        (_count, _groups) = (0, 0);
    }

    /// <summary>Begins the next group, whose attributes are added to what this gives and which <see cref="End"/> closes.</summary>
    public Group Begin() => new(weights, _attributes.AsSpan(_count, MostOfGroup), _rows.AsSpan(_count, MostOfGroup));

    public void End(in Group group) => _ends[_groups++] = _count += group.Count;

    /// <summary>Looks all attributes up.</summary>
    public void Resolve() => weights.Resolve(_attributes.AsSpan(0, _count), _rows);

    /// <summary>Adds the weights of a group to a row by tag.</summary>
    public void AddTo(int group, Span<float> sums)
    {
        int first = group == 0 ? 0 : _ends[group - 1];
        weights.AddTo(_rows.AsSpan(first, _ends[group] - first), sums);
    }

    /// <summary>The attributes of a group that may be known.</summary>
    public ref struct Group(CrfWeights weights, Span<uint> attributes, Span<int> rows) : IAttributeSink
    {
        private readonly Span<uint> _attributes = attributes;
        private readonly Span<int> _rows = rows;

        public int Count { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(uint fingerprint)
        {
            // Without a branch: whether an attribute is known cannot be foretold.
            _attributes[Count] = fingerprint;
            Count += weights.MayHold(fingerprint, out _rows[Count]);
        }
    }
}
