using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>The weights of a conditional random field: of each attribute with each tag, and of each tag behind each other one.</summary>
/// <remarks>
/// <para>A weight of an attribute is a byte times the scale of its row, so it is off by at most a 254th of the largest weight in the
/// row. Rows are used where they lie in the model. Layout of a row, little-endian: fingerprint (4), scale (4), then
/// <see cref="TagSet.Stride"/> signed bytes by tag, those beyond <see cref="TagSet.Count"/> 0; rows ascend by fingerprint.</para>
/// <para>An index leads to them in one step: the high bits of a fingerprint name a word of it that holds the first row that begins with
/// them, and a bit for each value that the next five bits have in such rows. An unknown attribute mostly finds no bit; for a known one
/// the bits below its own tell how many rows to go on.</para>
/// </remarks>
internal sealed class CrfWeights
{
    private const int HeadBytes = 8, WordBytes = 8, BitsOfPart = 5, Unknown = -1;
    private const float MostSteps = 127;
    private readonly ReadOnlyMemory<byte> _rows;
    private readonly ulong[] _index;
    private readonly int _shift, _rowWords;

    private CrfWeights(TagSet tags, ReadOnlyMemory<byte> rows, float[] transitions)
    {
        (Tags, _rows, TransitionWeights) = (tags, rows, transitions);
        Transitions = new CrfTransitions(tags, transitions);
        _rowWords = RowBytes(tags) / WordBytes;
        Count = rows.Length / RowBytes(tags);
        int bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(1, Count)) - 1);
        _shift = 32 - bits;
        _index = new ulong[1 << bits];
    }

    public TagSet Tags { get; }

    /// <summary>Number of attributes.</summary>
    public int Count { get; }

    /// <summary>The rows as they lie in the model.</summary>
    public ReadOnlyMemory<byte> Rows => _rows;

    public float[] TransitionWeights { get; }

    public CrfTransitions Transitions { get; }

    /// <summary>Length of a row.</summary>
    public static int RowBytes(TagSet tags) => HeadBytes + tags.Stride;

    /// <summary>Rounds weights.</summary>
    /// <param name="tags">The tags.</param>
    /// <param name="attributes">Fingerprints, all different.</param>
    /// <param name="rows">For each attribute a row of <see cref="TagSet.Stride"/> weights by tag; rows of zeros are left out.</param>
    /// <param name="transitions">For each tag a row of weights by the tag behind it.</param>
    public static CrfWeights Of(TagSet tags, uint[] attributes, ReadOnlySpan<float> rows, float[] transitions)
    {
        int[] order = [.. Enumerable.Range(0, attributes.Length).OrderBy(i => attributes[i])];
        byte[] data = new byte[attributes.Length * RowBytes(tags)];
        int length = 0;
        foreach (int i in order)
        {
            ReadOnlySpan<float> row = rows.Slice(i * tags.Stride, tags.Count);
            float largest = 0;
            foreach (float weight in row) largest = Math.Max(largest, Math.Abs(weight));
            float scale = largest / MostSteps;
            if (scale == 0) continue;
            BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(length), attributes[i]);
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(length + 4), scale);
            for (int tag = 0; tag < row.Length; tag++) data[length + HeadBytes + tag] = (byte)(sbyte)MathF.Round(row[tag] / scale);
            length += RowBytes(tags);
        }

        bool isSound = TryRead(tags, data.AsMemory(0, length), transitions, out CrfWeights? weights);
        return isSound ? weights! : throw new ArgumentException("Two attributes have one fingerprint.", nameof(attributes));
    }

    /// <summary>Takes rows as they lie in a model.</summary>
    /// <param name="tags">The tags.</param>
    /// <param name="rows">Whole rows; kept, not copied.</param>
    /// <param name="transitions">For each tag a row of <see cref="TagSet.Stride"/> weights by the tag behind it.</param>
    /// <param name="weights">Null when the rows do not ascend, or a scale is not above 0.</param>
    public static bool TryRead(TagSet tags, ReadOnlyMemory<byte> rows, float[] transitions, [NotNullWhen(true)] out CrfWeights? weights)
    {
        weights = new CrfWeights(tags, rows, transitions);
        if (weights.TryIndex()) return true;
        weights = null;
        return false;
    }

    /// <summary>Looks an attribute up in the index.</summary>
    /// <param name="attribute">Its fingerprint.</param>
    /// <param name="row">Its row when it is known: this one or, seldom, one of the next.</param>
    /// <returns>1 when it is known, mostly 0 when it is not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MayHold(uint attribute, out int row)
    {
        ulong word = _index[attribute >> _shift];
        int part = PartOf(attribute);
        uint parts = (uint)(word >> 32);
        row = (int)(uint)word + BitOperations.PopCount(parts & ((1u << part) - 1));
        return (int)(parts >> part) & 1;
    }

    /// <summary>Finds the rows of attributes.</summary>
    /// <remarks>Nearly without branches that cannot be foretold, so that the processor waits for many rows at once.</remarks>
    /// <param name="attributes">Fingerprints.</param>
    /// <param name="rows">The row of each, as <see cref="MayHold"/> gave it; receives what <see cref="AddTo"/> reads.</param>
    public void Resolve(ReadOnlySpan<uint> attributes, Span<int> rows)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(_rows.Span);
        rows = rows[..attributes.Length];
        for (int i = 0; i < attributes.Length; i++)
        {
            int place = rows[i] * _rowWords;
            uint found = (uint)words[place];

            // Two attributes of one index word seldom have one bit.
            while (found < attributes[i] && place + _rowWords < words.Length) found = (uint)words[place += _rowWords];
            rows[i] = found == attributes[i] ? place : Unknown;
        }
    }

    /// <summary>Adds the weights of attributes, in their order; none for an unknown one.</summary>
    /// <param name="rows">Attributes as <see cref="Resolve"/> gave them.</param>
    /// <param name="sums">A row by tag.</param>
    public void AddTo(ReadOnlySpan<int> rows, Span<float> sums)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(_rows.Span);
        Span<Vector256<float>> lanes = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        for (int v = 0; v < lanes.Length; v++)
        {
            Vector256<float> sum = lanes[v];
            foreach (int row in rows)
            {
                if (row == Unknown) continue;
                Vector128<short> wide = Vector128.WidenLower(Vector128.CreateScalar(words[row + 1 + v]).AsSByte());
                float scale = BitConverter.UInt32BitsToSingle((uint)(words[row] >> 32));
                sum += Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(wide), Vector128.WidenUpper(wide))) * scale;
            }

            lanes[v] = sum;
        }
    }

    /// <summary>Adds a row of numbers by tag to another.</summary>
    public static void Add(ReadOnlySpan<float> row, Span<float> sums)
    {
        ReadOnlySpan<Vector256<float>> from = MemoryMarshal.Cast<float, Vector256<float>>(row);
        Span<Vector256<float>> to = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        for (int v = 0; v < to.Length; v++) to[v] += from[v];
    }

    /// <summary>Adds three rows of numbers by tag to another, one after the other.</summary>
    public static void Add(ReadOnlySpan<float> first, ReadOnlySpan<float> second, ReadOnlySpan<float> third, Span<float> sums)
    {
        Span<Vector256<float>> to = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        ReadOnlySpan<Vector256<float>> a = MemoryMarshal.Cast<float, Vector256<float>>(first)[..to.Length];
        ReadOnlySpan<Vector256<float>> b = MemoryMarshal.Cast<float, Vector256<float>>(second)[..to.Length];
        ReadOnlySpan<Vector256<float>> c = MemoryMarshal.Cast<float, Vector256<float>>(third)[..to.Length];
        for (int v = 0; v < to.Length; v++) to[v] = to[v] + a[v] + b[v] + c[v];
    }

    private int PartOf(uint attribute) => (int)(attribute >> (_shift - BitsOfPart)) & ((1 << BitsOfPart) - 1);

    // Compiled in full at once: this runs once, when a program begins.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryIndex()
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(_rows.Span);
        long before = -1;
        for (int row = 0; row < Count; row++)
        {
            ulong head = words[row * _rowWords];
            uint attribute = (uint)head;
            if (attribute <= before || !(BitConverter.UInt32BitsToSingle((uint)(head >> 32)) > 0)) return false;
            before = attribute;
            ref ulong word = ref _index[attribute >> _shift];
            if (word >> 32 == 0) word = (uint)row;
            word |= 1UL << (32 + PartOf(attribute));
        }

        return true;
    }
}
