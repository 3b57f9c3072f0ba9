namespace Papergraph.Algorithms;

/// <summary>A number of paths, of any size: Mantissa · 2^(480·Exponent), with a mantissa below 2⁴⁸⁰.</summary>
/// <remarks>Paths double at every diamond of citations, so a <c>double</c> alone would overflow. Numbers below 2⁵³ are exact, greater ones
/// are rounded as in a <c>double</c>. The product of two mantissas and the sum of 2³¹ of those are finite.</remarks>
internal readonly record struct PathCount(double Mantissa, int Exponent)
{
    public const int Unit = 480;

    private static readonly double Limit = Math.ScaleB(1, Unit), Inverse = Math.ScaleB(1, -Unit);

    public static PathCount One => new(1, 0);

    public static PathCount operator +(PathCount a, PathCount b)
    {
        if (a.Exponent < b.Exponent) (a, b) = (b, a);
        double sum = a.Mantissa + ((a.Exponent - b.Exponent) switch { 0 => b.Mantissa, 1 => b.Mantissa * Inverse, _ => 0 });
        return sum < Limit ? new(sum, a.Exponent) : new(sum * Inverse, a.Exponent + 1);
    }

    /// <summary>The product of two numbers in units of 2^(480·<paramref name="units"/>).</summary>
    public static double Product(PathCount a, PathCount b, int units) => (a.Exponent + b.Exponent - units) switch
    {
        0 => a.Mantissa * b.Mantissa,
        int exponent => Math.ScaleB(a.Mantissa * b.Mantissa, Math.Max(exponent, -5) * Unit),
    };
}
