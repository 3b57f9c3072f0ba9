namespace Papergraph.Extraction;

/// <summary>The features of one example: rows of a table of weights, found by hashing (Weinberger et al. 2009, https://arxiv.org/abs/0902.2206).</summary>
/// <remarks>A feature is a template, by number, and up to two values. Those beyond <see cref="Most"/> are left out.</remarks>
internal sealed class FeatureList(int bits)
{
    /// <summary>So many that the sum of as many 8-bit weights fits 16 bits.</summary>
    public const int Most = 256;

    private const ulong Prime1 = 0x9E3779B97F4A7C15, Prime2 = 0xBF58476D1CE4E5B9, Prime3 = 0x94D049BB133111EB;
    private readonly int[] _rows = new int[Most];
    private int _count;

    /// <summary>Logarithm to base 2 of the number of rows.</summary>
    public int Bits { get; } = bits;

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(int template, ulong value = 0)
    {
        if (_count < Most) _rows[_count++] = (int)(Mixed(((ulong)template * Prime1) ^ value) >> (64 - Bits));
    }

    public void Add(int template, ulong first, ulong second) => Add(template, Joined(first, second));

    /// <summary>Two values as one; the order counts.</summary>
    public static ulong Joined(ulong first, ulong second) => Mixed(first + Prime1) + second;

    // The finaliser of SplitMix64.
    private static ulong Mixed(ulong x)
    {
        x = (x ^ (x >> 30)) * Prime2;
        x = (x ^ (x >> 27)) * Prime3;
        return x ^ (x >> 31);
    }
}
