using System.Buffers.Binary;

namespace Papergraph.Extraction;

/// <summary>How a labeller reads terms across many unlabelled papers: a term that is clearly a method in a hundred papers is one here
/// too.</summary>
/// <remarks>Terms are compared in folded form (<see cref="FoldedTerm"/>) by 32-bit fingerprints. Layout, little-endian: number of labels
/// L (4), number of
/// terms n (4); n fingerprints, ascending (4 each); for each term the logarithm of its papers in eighths of a bit (1), then for each label
/// the mean over those papers of the probability that the term occurs with it, times 255 (1 each).</remarks>
internal sealed class TermStatistics
{
    private const int Head = 8, MostLabels = 60;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly uint[] _keys;

    private TermStatistics(ReadOnlyMemory<byte> data, int labels, uint[] keys) => (_data, Labels, _keys) = (data, labels, keys);

    public int Labels { get; }

    public int Count => _keys.Length;

    /// <summary>The layout as bytes.</summary>
    public ReadOnlyMemory<byte> Data => _data;

    /// <summary>What is known of a term: the logarithm of its papers to base 2, times 8, then a mean for each label; empty when it is
    /// unknown.</summary>
    public ReadOnlySpan<byte> Of(ulong foldedTerm)
    {
        int at = Array.BinarySearch(_keys, KeyOf(foldedTerm));
        if (at < 0) return default;
        return _data.Span.Slice(Head + (4 * _keys.Length) + (at * (1 + Labels)), 1 + Labels);
    }

    public static uint KeyOf(ulong foldedTerm) => (uint)(foldedTerm >> 32);

    /// <summary>Reads the layout; null when it cannot be that.</summary>
    public static TermStatistics? Read(ReadOnlyMemory<byte> data)
    {
        if (data.Length < Head) return null;
        int labels = BinaryPrimitives.ReadInt32LittleEndian(data.Span), count = BinaryPrimitives.ReadInt32LittleEndian(data.Span[4..]);
        if (labels is < 1 or > MostLabels || count < 0 || data.Length != Head + (count * (5L + labels))) return null;
        uint[] keys = new uint[count];
        for (int i = 0; i < count; i++)
        {
            keys[i] = BinaryPrimitives.ReadUInt32LittleEndian(data.Span[(Head + (4 * i))..]);
            if (i > 0 && keys[i] <= keys[i - 1]) return null;
        }

        return new TermStatistics(data, labels, keys);
    }
}
