namespace Papergraph.Extraction;

/// <summary>1 ∕ (1 + e⁻ˣ) from a table of steps of 1∕128 between −8 and 8, and 0 or 1 beyond.</summary>
/// <remarks>e is raised by a series of additions and multiplications, which are exact to the bit on every machine as the system's
/// exponential function is not.</remarks>
internal static class LogisticTable
{
    private const int StepsPerUnit = 128, Limit = 8;

    private static readonly float[] Values = [.. Enumerable.Range(0, (2 * Limit * StepsPerUnit) + 1)
        .Select(i => (float)(1 / (1 + Exponential(Limit - (i / (double)StepsPerUnit)))))];

    /// <summary>The value at the step nearest to <paramref name="x"/>.</summary>
    public static float At(float x) => x switch
    {
        >= Limit => 1,
        > -Limit => Values[(int)((x + Limit) * StepsPerUnit + 0.5f)],
        _ => 0,
    };

    // e^x = (e^(x/256))^256; the series of e^y for |y| ≤ 1/32 ends after nine terms within double precision.
    private static double Exponential(double x)
    {
        double y = x / 256, term = 1, sum = 1;
        for (int i = 1; i < 10; i++)
        {
            term *= y / i;
            sum += term;
        }

        for (int i = 0; i < 8; i++) sum *= sum;
        return sum;
    }
}
