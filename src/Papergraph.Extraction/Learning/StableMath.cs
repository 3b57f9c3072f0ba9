namespace Papergraph.Extraction;

/// <summary>Exponential and logarithm by additions and multiplications in a fixed order, so that every machine gives the same bits.</summary>
/// <remarks>The C library behind <see cref="Math"/> may round differently on another system. Relative error below 1e-15.</remarks>
internal static class StableMath
{
    private const double Log2E = 1.4426950408889634, Ln2 = 0.6931471805599453, Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10;
    private const double Largest = 700;

    // 1 / n! from n = 13 down to 0.
    private static ReadOnlySpan<double> InverseFactorials =>
    [
        1 / 6227020800.0, 1 / 479001600.0, 1 / 39916800.0, 1 / 3628800.0, 1 / 362880.0, 1 / 40320.0, 1 / 5040.0, 1 / 720.0, 1 / 120.0, 1 / 24.0,
        1 / 6.0, 1 / 2.0, 1, 1,
    ];

    /// <summary>e to the power of <paramref name="x"/>, which is taken to lie between −700 and 700.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -Largest, Largest);
        double power = Math.Floor((x * Log2E) + 0.5);
        double rest = x - (power * Ln2High) - (power * Ln2Low);

        // Taylor's series; |rest| ≤ ln 2 / 2, so that the first term left out is below 1e-17.
        double sum = 0;
        foreach (double coefficient in InverseFactorials) sum = (sum * rest) + coefficient;
        return sum * BitConverter.Int64BitsToDouble((long)(power + 1023) << 52);
    }

    /// <summary>The natural logarithm of a positive, normal number.</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh((m − 1) / (m + 1)); the argument is at most 0.172.
        double t = (mantissa - 1) / (mantissa + 1), square = t * t, sum = 0;
        for (int n = 23; n >= 1; n -= 2) sum = (sum * square) + (1.0 / n);
        return (2 * t * sum) + (exponent * Ln2);
    }
}
