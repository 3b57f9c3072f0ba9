using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>Sums over long vectors in an order that does not depend on the machine: sixteen lanes, then lane by lane.</summary>
internal static class FloatSums
{
    private const int Lanes = 16;

    /// <summary>The inner product; products are taken and summed in double precision.</summary>
    public static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vector512<double> low = Vector512<double>.Zero, high = Vector512<double>.Zero;
        int i = 0;
        for (; i + Lanes <= a.Length; i += Lanes)
        {
            (Vector512<double> firstA, Vector512<double> secondA) = Vector512.Widen(Vector512.Create(a.Slice(i, Lanes)));
            (Vector512<double> firstB, Vector512<double> secondB) = Vector512.Widen(Vector512.Create(b.Slice(i, Lanes)));
            low += firstA * firstB;
            high += secondA * secondB;
        }

        double sum = 0;
        for (int lane = 0; lane < Lanes / 2; lane++) sum += low[lane] + high[lane];
        for (; i < a.Length; i++) sum += (double)a[i] * b[i];
        return sum;
    }

    /// <summary>Adds a multiple of one vector to another.</summary>
    public static void AddScaled(Span<float> to, ReadOnlySpan<float> what, float factor)
    {
        Vector512<float> factors = Vector512.Create(factor);
        int i = 0;
        for (; i + Lanes <= to.Length; i += Lanes)
            (Vector512.Create(to.Slice(i, Lanes)) + (Vector512.Create(what.Slice(i, Lanes)) * factors)).CopyTo(to[i..]);
        for (; i < to.Length; i++) to[i] += what[i] * factor;
    }
}
