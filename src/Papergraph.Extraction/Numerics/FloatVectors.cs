using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>Sums over long vectors, with a fixed number of lanes and so the same bits on every machine.</summary>
internal static class FloatVectors
{
    /// <summary>Σ a·b in double precision.</summary>
    public static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector256<float>> left = MemoryMarshal.Cast<float, Vector256<float>>(a);
        ReadOnlySpan<Vector256<float>> right = MemoryMarshal.Cast<float, Vector256<float>>(b);
        Vector256<double> low = default, high = default;
        for (int v = 0; v < left.Length; v++)
        {
            (Vector256<double> aLow, Vector256<double> aHigh) = Vector256.Widen(left[v]);
            (Vector256<double> bLow, Vector256<double> bHigh) = Vector256.Widen(right[v]);
            low += aLow * bLow;
            high += aHigh * bHigh;
        }

        double sum = Vector256.Sum(low + high);
        for (int i = left.Length * Vector256<float>.Count; i < a.Length; i++) sum += (double)a[i] * b[i];
        return sum;
    }

    /// <summary>Σ a²·scale in double precision.</summary>
    public static double ScaledSquares(ReadOnlySpan<float> a, ReadOnlySpan<float> scales)
    {
        ReadOnlySpan<Vector256<float>> left = MemoryMarshal.Cast<float, Vector256<float>>(a);
        ReadOnlySpan<Vector256<float>> right = MemoryMarshal.Cast<float, Vector256<float>>(scales);
        Vector256<double> low = default, high = default;
        for (int v = 0; v < left.Length; v++)
        {
            (Vector256<double> aLow, Vector256<double> aHigh) = Vector256.Widen(left[v]);
            (Vector256<double> bLow, Vector256<double> bHigh) = Vector256.Widen(right[v]);
            low += aLow * aLow * bLow;
            high += aHigh * aHigh * bHigh;
        }

        double sum = Vector256.Sum(low + high);
        for (int i = left.Length * Vector256<float>.Count; i < a.Length; i++) sum += (double)a[i] * a[i] * scales[i];
        return sum;
    }

    /// <summary>to += factor · vector.</summary>
    public static void AddScaled(Span<float> to, ReadOnlySpan<float> vector, float factor)
    {
        Span<Vector256<float>> sums = MemoryMarshal.Cast<float, Vector256<float>>(to);
        ReadOnlySpan<Vector256<float>> added = MemoryMarshal.Cast<float, Vector256<float>>(vector);
        for (int v = 0; v < sums.Length; v++) sums[v] += factor * added[v];
        for (int i = sums.Length * Vector256<float>.Count; i < to.Length; i++) to[i] += factor * vector[i];
    }

    /// <summary>to = a − b.</summary>
    public static void Subtract(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> to)
    {
        a.CopyTo(to);
        AddScaled(to, b, -1);
    }
}
