using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Extraction.Tests.Neural;

public class KernelTests
{
    public static TheoryData<int, int, int> Sizes() => new()
    {
        { 1, 1, 1 }, { 3, 5, 2 }, { 8, 32, 7 }, { 9, 33, 257 }, { 13, 64, 300 }, { 200, 21, 40 }, { 4, 96, 512 }, { 395, 70, 9 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_is_the_chain_of_fused_multiply_adds_of_the_definition(int rows, int columns, int depth)
    {
        Xoshiro256 random = new(7);
        float[] left = Numbers(rows * depth, ref random), right = Numbers(depth * columns, ref random);
        float[] sums = Numbers(rows * columns, ref random);
        float[] expected = Product(left, right, sums, rows, columns, depth);
        PackedMatrix packed = new();
        packed.Pack(right, depth, columns);

        float[] product = [.. sums];
        packed.MultiplyAdd(left, rows, product);
        Assert.Equal(expected, product);

        product = [.. sums];
        packed.MultiplyTransposedAdd(Transposed(left, rows, depth), rows, product);
        Assert.Equal(expected, product);

        packed.PackTransposed(Transposed(right, depth, columns), depth, columns);
        product = [.. sums];
        packed.MultiplyAdd(left, rows, product);
        Assert.Equal(expected, product);
    }

    [Fact]
    public void A_smaller_matrix_is_packed_where_a_larger_one_was()
    {
        Xoshiro256 random = new(8);
        PackedMatrix packed = new();
        packed.Pack(Numbers(50 * 90, ref random), 50, 90);
        float[] right = Numbers(3 * 5, ref random), left = Numbers(2 * 3, ref random), product = new float[2 * 5];
        packed.PackTransposed(Transposed(right, 3, 5), 3, 5);
        packed.MultiplyAdd(left, 2, product);
        Assert.Equal(Product(left, right, new float[10], 2, 5, 3), product);
    }

    [Fact]
    public void The_smooth_functions_agree_with_those_of_the_platform()
    {
        for (double x = -100; x <= 100; x += 0.003)
        {
            float value = (float)x;
            double limited = Math.Clamp(value, -87f, 88f);
            Assert.InRange(SmoothFunctions.Exp(value) / Math.Exp(limited), 1 - 3e-7, 1 + 3e-7);
            Assert.InRange(SmoothFunctions.Tanh(Vector512.Create(value))[5] - Math.Tanh(value), -3e-7, 3e-7);
            Assert.InRange(SmoothFunctions.Logistic(Vector512.Create(value))[9] - (1 / (1 + Math.Exp(-value))), -3e-7, 3e-7);
        }
    }

    [Fact]
    public void The_logarithm_agrees_with_that_of_the_platform()
    {
        for (double x = 1e-300; x < 1e300; x *= 1.37)
            Assert.InRange(SmoothFunctions.Log(x) - Math.Log(x), -1e-13 * Math.Abs(Math.Log(x)), 1e-13 * Math.Abs(Math.Log(x)));
        Assert.Equal(0, SmoothFunctions.Log(1));
    }

    [Fact]
    public void An_exponential_is_the_same_in_a_vector_and_alone()
    {
        float[] values = [.. Enumerable.Range(0, 37).Select(i => (i - 18) * 0.37f)];
        float[] together = [.. values];
        SmoothFunctions.Exp(together);
        Assert.Equal(values.Select(SmoothFunctions.Exp), together);
    }

    [Fact]
    public void The_first_steps_of_Adam_go_against_the_gradient_by_the_rate()
    {
        Parameter parameter = new(1, 17);
        Adam adam = new([parameter]);
        for (int step = 1; step <= 3; step++)
        {
            for (int i = 0; i < 17; i++) parameter.Gradient[i] = i % 2 == 0 ? 5 : -0.25f;
            adam.Step(0.1, 0);
            for (int i = 0; i < 17; i++) Assert.Equal(i % 2 == 0 ? -0.1 * step : 0.1 * step, parameter.Value[i], 1e-5);
            Assert.All(parameter.Gradient, g => Assert.Equal(0, g));
        }
    }

    [Fact]
    public void A_gradient_that_is_too_long_is_cut_to_the_norm()
    {
        Parameter one = new(1, 2), other = new(1, 1);
        (one.Gradient[0], one.Gradient[1], other.Gradient[0]) = (2, 3, 6);
        Adam adam = new([one, other]);
        adam.Clip(7);
        Assert.Equal([2, 3], one.Gradient);
        adam.Clip(3.5);
        Assert.Equal([1, 1.5f], one.Gradient);
        Assert.Equal([3], other.Gradient);
    }

    internal static float[] Numbers(int count, ref Xoshiro256 random)
    {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) numbers[i] = (float)((2 * random.NextDouble()) - 1);
        return numbers;
    }

    private static float[] Product(float[] left, float[] right, float[] sums, int rows, int columns, int depth)
    {
        float[] product = [.. sums];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                for (int k = 0; k < depth; k++)
                {
                    ref float sum = ref product[(i * columns) + j];
                    sum = MathF.FusedMultiplyAdd(left[(i * depth) + k], right[(k * columns) + j], sum);
                }
            }
        }

        return product;
    }

    private static float[] Transposed(float[] matrix, int rows, int columns)
    {
        float[] transposed = new float[matrix.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++) transposed[(j * rows) + i] = matrix[(i * columns) + j];
        }

        return transposed;
    }
}
