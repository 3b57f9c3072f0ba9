using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>Sums over vectors in a fixed order: 16 lanes, then the lanes pairwise, then the rest.</summary>
internal static class VectorMath
{
    private const int Lanes = 16;

    /// <summary>into += scale · values.</summary>
    public static void AddScaled(ReadOnlySpan<float> values, float scale, Span<float> into)
    {
        ref float source = ref MemoryMarshal.GetReference(values), target = ref MemoryMarshal.GetReference(into[..values.Length]);
        Vector512<float> factor = Vector512.Create(scale);
        nuint at = 0;
        for (; at + Lanes <= (nuint)values.Length; at += Lanes)
        {
            Vector512<float> before = Vector512.LoadUnsafe(ref target, at);
            Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(ref source, at), before).StoreUnsafe(ref target, at);
        }

        for (int i = (int)at; i < values.Length; i++) into[i] = MathF.FusedMultiplyAdd(scale, values[i], into[i]);
    }

    /// <summary>into += values.</summary>
    public static void Add(ReadOnlySpan<float> values, Span<float> into)
    {
        ref float source = ref MemoryMarshal.GetReference(values), target = ref MemoryMarshal.GetReference(into[..values.Length]);
        nuint at = 0;
        for (; at + Lanes <= (nuint)values.Length; at += Lanes)
            (Vector512.LoadUnsafe(ref source, at) + Vector512.LoadUnsafe(ref target, at)).StoreUnsafe(ref target, at);
        for (int i = (int)at; i < values.Length; i++) into[i] += values[i];
    }

    /// <summary>The scalar product.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ref float a = ref MemoryMarshal.GetReference(left), b = ref MemoryMarshal.GetReference(right[..left.Length]);
        Vector512<float> sums = Vector512<float>.Zero;
        nuint at = 0;
        for (; at + Lanes <= (nuint)left.Length; at += Lanes)
            sums = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, at), Vector512.LoadUnsafe(ref b, at), sums);
        float sum = Sum(sums);
        for (int i = (int)at; i < left.Length; i++) sum = MathF.FusedMultiplyAdd(left[i], right[i], sum);
        return sum;
    }

    /// <summary>The sum of the squares.</summary>
    public static double SquaredNorm(ReadOnlySpan<float> values) => Dot(values, values);

    /// <summary>Multiplies all by a number.</summary>
    public static void Scale(Span<float> values, float scale)
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        Vector512<float> factor = Vector512.Create(scale);
        nuint at = 0;
        for (; at + Lanes <= (nuint)values.Length; at += Lanes) (Vector512.LoadUnsafe(ref first, at) * factor).StoreUnsafe(ref first, at);
        for (int i = (int)at; i < values.Length; i++) values[i] *= scale;
    }

    /// <summary>The lanes added pairwise, halves first.</summary>
    public static float Sum(Vector512<float> lanes)
    {
        Vector256<float> eight = lanes.GetLower() + lanes.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }
}
