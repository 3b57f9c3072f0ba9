using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Extraction;

/// <summary>Rows of single-precision numbers, each padded with zeros to whole vectors of eight lanes, and arithmetic on them.</summary>
/// <remarks>Eight lanes whatever the processor has, fused multiply-add, and sums in one order: results are the same to the bit on every
/// machine.</remarks>
internal sealed class FloatRows
{
    private const int Lanes = 8;

    private readonly Vector256<float>[] _values;
    private readonly int _stride;

    /// <summary>Creates rows of zeros.</summary>
    public FloatRows(int rows, int length)
    {
        (Count, Length, _stride) = (rows, length, (length + Lanes - 1) / Lanes);
        _values = new Vector256<float>[rows * _stride];
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Numbers in a row.</summary>
    public int Length { get; }

    /// <summary>A row with its padding.</summary>
    public Span<Vector256<float>> this[int row] => _values.AsSpan(row * _stride, _stride);

    /// <summary>The numbers of a row.</summary>
    public Span<float> Values(int row) => MemoryMarshal.Cast<Vector256<float>, float>(this[row])[..Length];

    /// <summary>The same rows once more.</summary>
    public FloatRows Copy()
    {
        FloatRows copy = new(Count, Length);
        _values.CopyTo(copy._values);
        return copy;
    }

    /// <summary>Makes the row one unit long; a row of zeros stays.</summary>
    public void Normalize(int row)
    {
        Span<Vector256<float>> values = this[row];
        float square = Dot(values, values);
        if (square <= 0) return;
        Scale(values, 1 / MathF.Sqrt(square));
    }

    /// <summary>The scalar product of two rows.</summary>
    public static float Dot(ReadOnlySpan<Vector256<float>> a, ReadOnlySpan<Vector256<float>> b)
    {
        b = b[..a.Length];
        Vector256<float> even = Vector256<float>.Zero, odd = Vector256<float>.Zero;
        int i = 0;
        for (; i + 1 < a.Length; i += 2)
        {
            even = Vector256.FusedMultiplyAdd(a[i], b[i], even);
            odd = Vector256.FusedMultiplyAdd(a[i + 1], b[i + 1], odd);
        }

        if (i < a.Length) even = Vector256.FusedMultiplyAdd(a[i], b[i], even);
        Vector256<float> sum = even + odd;
        Vector128<float> half = sum.GetLower() + sum.GetUpper();
        return (half[0] + half[2]) + (half[1] + half[3]);
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="output"/> to <paramref name="gradient"/>, and as many times
    /// <paramref name="input"/> to <paramref name="output"/>, in one pass.</summary>
    public static void Exchange(
        ReadOnlySpan<Vector256<float>> input, Span<Vector256<float>> output, float factor, Span<Vector256<float>> gradient)
    {
        output = output[..input.Length];
        gradient = gradient[..input.Length];
        Vector256<float> factors = Vector256.Create(factor);
        for (int i = 0; i < input.Length; i++)
        {
            Vector256<float> before = output[i];
            gradient[i] = Vector256.FusedMultiplyAdd(before, factors, gradient[i]);
            output[i] = Vector256.FusedMultiplyAdd(input[i], factors, before);
        }
    }

    /// <summary>Adds <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static void Add(ReadOnlySpan<Vector256<float>> from, Span<Vector256<float>> to)
    {
        to = to[..from.Length];
        for (int i = 0; i < from.Length; i++) to[i] += from[i];
    }

    /// <summary>Multiplies a row by a number.</summary>
    public static void Scale(Span<Vector256<float>> row, float factor)
    {
        for (int i = 0; i < row.Length; i++) row[i] *= factor;
    }
}
