using System.Numerics;

namespace Papergraph.Store.Tests;

/// <summary>The order of values by its definition, for comparison: types by rank, texts by code points, numbers as exact
/// fractions.</summary>
internal static class ValueOracle
{
    private static readonly BigInteger Denominator = BigInteger.Pow(2, 1074);

    public static int Compare(object a, object b)
    {
        int order = Rank(a).CompareTo(Rank(b));
        if (order != 0) return Math.Sign(order);
        return Math.Sign(a switch
        {
            DateTimeOffset instant => (instant.UtcTicks / 10).CompareTo(((DateTimeOffset)b).UtcTicks / 10),
            DateOnly date => date.CompareTo((DateOnly)b),
            string text => CompareCodePoints(text, (string)b),
            bool truth => truth.CompareTo((bool)b),
            double.NaN => 0,
            _ => Numerator(a).CompareTo(Numerator(b)),
        });
    }

    /// <summary>Whether an index finds the one under the other: values equal, or the value an element of the list.</summary>
    public static bool IsFoundUnder(object? stored, object value) => stored switch
    {
        null => false,
        Array list => list.Cast<object>().Any(element => Compare(element, value) == 0),
        _ => Compare(stored, value) == 0,
    };

    public static bool IsComparable(object a, object b) => Rank(a) == Rank(b);

    private static int Rank(object value) => value switch
    {
        DateTimeOffset => 1,
        DateOnly => 2,
        string => 3,
        bool => 4,
        double.NaN => 6,
        long or double => 5,
        _ => throw new ArgumentException("No scalar.", nameof(value)),
    };

    private static int CompareCodePoints(string a, string b)
    {
        int[] left = [.. a.EnumerateRunes().Select(rune => rune.Value)], right = [.. b.EnumerateRunes().Select(rune => rune.Value)];
        for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (left[i] != right[i]) return left[i] - right[i];
        }

        return left.Length - right.Length;
    }

    /// <summary>The number times 2¹⁰⁷⁴, which is whole for every double; infinities beyond all others.</summary>
    private static BigInteger Numerator(object number)
    {
        if (number is long whole) return whole * Denominator;
        double value = (double)number;
        if (double.IsInfinity(value)) return Math.Sign(value) * BigInteger.Pow(2, 4000);
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xFFFFFFFFFFFFF;
        BigInteger scaled = exponent == 0 ? fraction : (BigInteger)(fraction | (1L << 52)) << (exponent - 1);
        return value < 0 ? -scaled : scaled;
    }
}
