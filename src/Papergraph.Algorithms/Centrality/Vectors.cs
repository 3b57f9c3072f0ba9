using System.Runtime.Intrinsics;

namespace Papergraph.Algorithms;

/// <summary>Arithmetic on long vectors. Sums are taken in eight lanes whatever the machine has, so that they are the same to the bit on
/// all.</summary>
internal static class Vectors
{
    internal static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector512<double> sums = default;
        int i = 0;
        for (; i <= a.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            sums += Vector512.Create(a[i..]) * Vector512.Create(b[i..]);
        double sum = Vector512.Sum(sums);
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    internal static double Norm(ReadOnlySpan<double> a) => Math.Sqrt(Dot(a, a));

    internal static void Scale(Span<double> a, double factor)
    {
        for (int i = 0; i < a.Length; i++) a[i] *= factor;
    }

    /// <summary>a ← a + factor·b.</summary>
    internal static void Add(Span<double> a, double factor, ReadOnlySpan<double> b)
    {
        Vector512<double> factors = Vector512.Create(factor);
        int i = 0;
        for (; i <= a.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            (Vector512.Create((ReadOnlySpan<double>)a[i..]) + (factors * Vector512.Create(b[i..]))).CopyTo(a[i..]);
        for (; i < a.Length; i++) a[i] += factor * b[i];
    }
}
