using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>Exponential, logistic function, hyperbolic tangent and logarithm with the same bits on every machine, which those of the
/// platform
/// do not promise.</summary>
internal static class SmoothFunctions
{
    private const float Least = -87f, Most = 88f;

    /// <summary>e^x, 16 at a time; x is first limited to −87…88. Relative error at most 3·10⁻⁷.</summary>
    /// <remarks>e^x = 2^n · e^r with |r| ≤ ln 2 / 2, e^r by its Taylor polynomial of degree 7.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(Least)), Vector512.Create(Most));

        // Adding and subtracting 1.5 · 2²³ rounds to an integer.
        Vector512<float> round = Vector512.Create(12_582_912f);
        Vector512<float> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), round);
        Vector512<float> n = shifted - round;
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        Vector512<float> p = Vector512.Create(1f / 5040);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 720));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 120));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 24));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 6));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.5f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
        Vector512<int> power = Vector512.ShiftLeft(shifted.AsInt32() - round.AsInt32(), 23);
        return (p.AsInt32() + power).AsSingle();
    }

    /// <summary>1 / (1 + e^−x), 16 at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Logistic(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>tanh x, 16 at a time. Absolute error at most 3·10⁻⁷.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) =>
        Vector512<float>.One - (Vector512.Create(2f) / (Vector512<float>.One + Exp(x + x)));

    /// <summary>e^x of each number, in place.</summary>
    public static void Exp(Span<float> values)
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        nuint at = 0;
        for (; at + 16 <= (nuint)values.Length; at += 16) Exp(Vector512.LoadUnsafe(ref first, at)).StoreUnsafe(ref first, at);
        for (; at < (nuint)values.Length; at++) values[(int)at] = Exp(values[(int)at]);
    }

    /// <summary>e^x of one number, as <see cref="Exp(Vector512{float})"/> has it.</summary>
    public static float Exp(float x) => Exp(Vector512.Create(x)).ToScalar();

    /// <summary>Natural logarithm of a positive normal number; relative error at most 10⁻¹⁴.</summary>
    /// <remarks>x = 2^n · m with m from √½ to √2, ln m = 2 artanh((m − 1) / (m + 1)) by its series.</remarks>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int n = (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (m > 1.4142135623730951) (m, n) = (m / 2, n + 1);
        double t = (m - 1) / (m + 1), square = t * t, sum = 0;
        for (int power = 21; power >= 1; power -= 2) sum = (sum * square) + (1.0 / power);
        return (n * 0.69314718055994531) + (2 * t * sum);
    }
}
