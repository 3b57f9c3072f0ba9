using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Extraction.Tests;

// Oracle: the platform's library, which is within one unit in the last place of the truth.
public class StableMathTests
{
    [Fact]
    public void Exponentials_agree_with_the_library()
    {
        Xoshiro256 random = new(1);
        for (int i = 0; i < 10_000; i++)
        {
            double x = (random.NextDouble() * 1380) - 690;
            Assert.InRange(StableMath.Exp(x) / Math.Exp(x), 1 - 1e-13, 1 + 1e-13);
        }

        Assert.Equal(1, StableMath.Exp(0));
        Assert.True(StableMath.Exp(-1e9) > 0);
        Assert.True(double.IsFinite(StableMath.Exp(1e9)));
    }

    [Fact]
    public void Lanes_do_not_touch_each_other()
    {
        Vector256<double> powers = StableMath.Exp(Vector256.Create(-3.5, 0, 0.25, 40));
        Assert.Equal([StableMath.Exp(-3.5), 1, StableMath.Exp(0.25), StableMath.Exp(40)], [powers[0], powers[1], powers[2], powers[3]]);
    }

    [Fact]
    public void Logarithms_agree_with_the_library()
    {
        Xoshiro256 random = new(2);
        for (int i = 0; i < 10_000; i++)
        {
            double x = Math.Exp((random.NextDouble() * 1000) - 500);
            Assert.InRange(StableMath.Log(x) - Math.Log(x), -1e-12, 1e-12);
        }

        Assert.Equal(0, StableMath.Log(1));
    }
}
