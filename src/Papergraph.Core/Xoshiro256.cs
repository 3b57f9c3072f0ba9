using System.Numerics;

namespace Papergraph.Core;

/// <summary>Seeded random numbers, the same on every machine: xoshiro256** 1.0 of D. Blackman and S. Vigna, “Scrambled Linear
/// Pseudorandom Number Generators”, ACM TOMS 47(4), 2021, https://doi.org/10.1145/3460772, its state filled by SplitMix64.</summary>
/// <remarks>A mutable value: pass it by reference. For parallel work give each block a stream of its own.</remarks>
public struct Xoshiro256
{
    private ulong _a, _b, _c, _d;

    /// <summary>The numbers of a seed, or of one of its streams, which have nothing to do with each other.</summary>
    public Xoshiro256(ulong seed, ulong stream = 0)
    {
        ulong state = unchecked(seed ^ (stream * 0xD1B54A32D192ED03));
        (_a, _b, _c, _d) = (Split(ref state), Split(ref state), Split(ref state), Split(ref state));
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9, shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = BitOperations.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>A number from 0 to below <paramref name="bound"/>, each equally likely; D. Lemire, “Fast Random Integer Generation in an
    /// Interval”, ACM TOMACS 29(1), 2019, https://doi.org/10.1145/3230636.</summary>
    public int Next(int bound)
    {
        unchecked
        {
            ulong product = (Next() >> 32) * (ulong)bound;
            if ((uint)product < (uint)bound)
            {
                uint least = (uint)-bound % (uint)bound;
                while ((uint)product < least) product = (Next() >> 32) * (ulong)bound;
            }

            return (int)(product >> 32);
        }
    }

    /// <summary>A number from 0 to below 1, a multiple of 2⁻⁵³.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Puts the values in random order; all orders are equally likely (Fisher–Yates).</summary>
    public void Shuffle(Span<int> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static ulong Split(ref ulong state)
    {
        unchecked
        {
            ulong z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
