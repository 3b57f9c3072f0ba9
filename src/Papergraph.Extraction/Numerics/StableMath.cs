using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>Exponentials and logarithms that have the same bits on every machine: only additions, multiplications and exact bit operations,
/// in a fixed order, where the platform's library may round either way.</summary>
internal static class StableMath
{
    private const double Log2E = 1.4426950408889634, Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e to the power of each lane; relative error below 1e-14 between −700 and 700, where arguments are cut off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-700.0)), Vector256.Create(700.0));

        // x = k·ln 2 + r with |r| ≤ ln 2 / 2; adding and taking away 1.5·2⁵² rounds to the nearest integer.
        Vector256<double> shift = Vector256.Create(6755399441055744.0);
        Vector256<double> shifted = (x * Log2E) + shift;
        Vector256<double> k = shifted - shift;
        Vector256<double> r = x - (k * Ln2High) - (k * Ln2Low);

        // Taylor's series to the 12th power.
        Vector256<double> sum = Vector256.Create(1.0 / 479001600);
        sum = (sum * r) + Vector256.Create(1.0 / 39916800);
        sum = (sum * r) + Vector256.Create(1.0 / 3628800);
        sum = (sum * r) + Vector256.Create(1.0 / 362880);
        sum = (sum * r) + Vector256.Create(1.0 / 40320);
        sum = (sum * r) + Vector256.Create(1.0 / 5040);
        sum = (sum * r) + Vector256.Create(1.0 / 720);
        sum = (sum * r) + Vector256.Create(1.0 / 120);
        sum = (sum * r) + Vector256.Create(1.0 / 24);
        sum = (sum * r) + Vector256.Create(1.0 / 6);
        sum = (sum * r) + Vector256.Create(0.5);
        sum = (sum * r) + Vector256<double>.One;
        sum = (sum * r) + Vector256<double>.One;

        // The low bits of the shifted number hold k, and 2ᵏ is k + 1023 in the bits of the exponent.
        return sum * ((shifted.AsInt64() + Vector256.Create(1023L)) << 52).AsDouble();
    }

    /// <summary>e to the power of <paramref name="x"/>.</summary>
    public static double Exp(double x) => Exp(Vector256.Create(x)).ToScalar();

    /// <summary>The natural logarithm of a positive normal number; error below 1e-14 relative to max(1, |result|).</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        // ln m = 2·artanh(s) with s = (m − 1)/(m + 1), |s| < 0.172.
        double s = (m - 1) / (m + 1), square = s * s, sum = 0;
        for (int power = 21; power >= 1; power -= 2) sum = (sum * square) + (1.0 / power);
        return (2 * s * sum) + (exponent * Ln2Low) + (exponent * Ln2High);
    }

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static double Logistic(double x) => 1 / (1 + Exp(-x));
}
