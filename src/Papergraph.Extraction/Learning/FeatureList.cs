namespace Papergraph.Extraction;

/// <summary>The features of one example: rows of a table of weights, found by hashing (Weinberger et al. 2009,
/// https://arxiv.org/abs/0902.2206).</summary>
/// <remarks>A feature is a template, by its number, and up to two values; numbers are part of a model. Features beyond
/// <see cref="Most"/> are left out.</remarks>
internal sealed class FeatureList(int bits)
{
    /// <summary>So many that the sum of as many 8-bit weights fits 16 bits.</summary>
    public const int Most = 256;

    private const ulong Seed = 0x94D049BB133111EB;
    private readonly int[] _rows = new int[Most];
    private int _count;

    /// <summary>Logarithm to base 2 of the number of rows.</summary>
    public int Bits { get; } = bits;

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(int template, ulong value = 0)
    {
        if (_count < Most) _rows[_count++] = (int)(Fingerprint.Mix(Fingerprint.Mix(value, (ulong)template), Seed) >> (64 - Bits));
    }

    public void Add(int template, ulong first, ulong second) => Add(template, Fingerprint.Mix(first, second));
}
