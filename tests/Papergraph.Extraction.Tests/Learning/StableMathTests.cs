using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Extraction.Tests;

// Oracle: the C library, which is right to the last bits on every system, if not to the same bits.
public class StableMathTests
{
    [Fact]
    public void The_exponential_is_right_to_fourteen_digits() =>
        Prop.ForAll(Gen.Choose(-690_000, 690_000).Select(n => n / 1000.0).ToArbitrary(), x =>
            Math.Abs((StableMath.Exp(x) / Math.Exp(x)) - 1) < 1e-14).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_logarithm_undoes_the_exponential() =>
        Prop.ForAll(Gen.Choose(-690_000, 690_000).Select(n => n / 1000.0).ToArbitrary(), x =>
            Math.Abs(StableMath.Log(Math.Exp(x)) - x) < 1e-13 * Math.Max(1, Math.Abs(x))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Zero_gives_one_and_one_gives_zero()
    {
        Assert.Equal(1, StableMath.Exp(0));
        Assert.Equal(0, StableMath.Log(1));
    }

    [Fact]
    public void What_lies_beyond_the_range_stays_finite()
    {
        Assert.True(double.IsFinite(StableMath.Exp(1e9)));
        Assert.True(StableMath.Exp(-1e9) > 0);
    }
}
