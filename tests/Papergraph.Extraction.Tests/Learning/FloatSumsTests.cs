namespace Papergraph.Extraction.Tests;

public class FloatSumsTests
{
    // Whole numbers have no rounding, so that the order of the sum cannot matter.
    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(53)]
    public void Sums_of_whole_numbers_are_exact(int length)
    {
        float[] a = [.. Enumerable.Range(0, length).Select(i => i - 7f)], b = [.. Enumerable.Range(0, length).Select(i => (i * 3f) + 1)];
        double expected = 0;
        for (int i = 0; i < length; i++) expected += (double)(i - 7) * ((i * 3) + 1);
        Assert.Equal(expected, FloatSums.Dot(a, b));
        FloatSums.AddScaled(a, b, 2);
        Assert.Equal(Enumerable.Range(0, length).Select(i => i - 7f + (2 * ((i * 3f) + 1))), a);
    }
}
