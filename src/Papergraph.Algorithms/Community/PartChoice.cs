namespace Papergraph.Algorithms;

/// <summary>Chooses one of the parts that a node could join, or none, with chances that grow as exp(gain / θ). Used again and again by one
/// worker.</summary>
internal sealed class PartChoice
{
    // Below exp(−40) a chance is lost in the rounding of the others.
    private const double LeastExponent = -40;

    private readonly List<(int Part, double Weight, double Gain)> _offers = [];
    private double _best;

    public void Begin()
    {
        _offers.Clear();
        _best = 0;
    }

    /// <param name="part">The part.</param>
    /// <param name="weight">Weight of the node's edges to it; handed back.</param>
    /// <param name="gain">What the quality gains, at least 0.</param>
    public void Offer(int part, double weight, double gain)
    {
        _offers.Add((part, weight, gain));
        _best = Math.Max(_best, gain);
    }

    /// <returns>The part taken, or null when the node stays alone: it gains 0 by that, which is one of the choices.</returns>
    public (int Part, double Weight)? Take(double temperature, ref Xoshiro256 random)
    {
        double alone = Chance(0, temperature), sum = alone;
        foreach ((_, _, double gain) in _offers) sum += Chance(gain, temperature);
        double drawn = random.NextDouble() * sum;
        foreach ((int part, double weight, double gain) in _offers)
        {
            double chance = Chance(gain, temperature);
            if (drawn < chance) return (part, weight);
            drawn -= chance;
        }

        return null;
    }

    private double Chance(double gain, double temperature)
    {
        double exponent = temperature > 0 ? (gain - _best) / temperature : gain == _best ? 0 : double.NegativeInfinity;
        return exponent == 0 ? 1 : exponent < LeastExponent ? 0 : Exponential(exponent);
    }

    // By additions and multiplications alone, so that no machine's library decides which way a draw falls: exp(x) = exp(x / 64)^64.
    private static double Exponential(double x)
    {
        double y = x / 64, power = 1;
        for (int term = 12; term > 0; term--) power = 1 + (power * y / term);
        for (int square = 0; square < 6; square++) power *= power;
        return power;
    }
}
