using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Chooses one of the parts that a node could join, or none, with chances that grow as exp(gain / θ). Used again and again by one
/// worker.</summary>
/// <param name="temperature">θ, at least 0; with 0 one of the best is chosen.</param>
internal sealed class PartChoice(double temperature)
{
    private (int Part, double Weight, double Gain)[] _offers = new (int, double, double)[16];
    private int _count;
    private double _best;

    /// <summary>Begins with one choice, to stay alone, which gains 0.</summary>
    public void Begin()
    {
        _offers[0] = (-1, 0, 0);
        (_count, _best) = (1, 0);
    }

    /// <summary>Adds a choice.</summary>
    /// <param name="part">The part.</param>
    /// <param name="weight">Weight of the node's edges to it; handed back.</param>
    /// <param name="gain">What the quality gains, at least 0.</param>
    public void Offer(int part, double weight, double gain)
    {
        if (_count == _offers.Length) Array.Resize(ref _offers, 2 * _count);
        _offers[_count++] = (part, weight, gain);
        if (gain > _best) _best = gain;
    }

    /// <summary>Draws offers, all equally likely, until one is accepted, with the chance that it has beside the best. So the exponential is
    /// computed for the few that are drawn; the best is always accepted.</summary>
    /// <returns>The part taken, or −1 when the node stays alone.</returns>
    public (int Part, double Weight) Take(ref Xoshiro256 random)
    {
        while (_count > 1)
        {
            (int part, double weight, double gain) = _offers[random.Next(_count)];
            if (gain == _best) return (part, weight);

            // exp(x) ≥ 1 + x: most offers that are nearly as good are accepted without the exponential.
            double drawn = random.NextDouble(), exponent = (gain - _best) / temperature;
            if (drawn < 1 + exponent || drawn < Exponential(exponent)) return (part, weight);
        }

        return (-1, 0);
    }

    // Of x
    // < 0, by additions and multiplications alone, so that no machine's library decides which way a draw falls: exp(x) = exp(x / 64)^64.
    private static double Exponential(double x)
    {
        // Less likely than the draw of a 0.
        if (x < -40) return 0;
        double y = x / 64, power = 1;
        for (int term = 12; term > 0; term--) power = 1 + (power * y / term);
        for (int square = 0; square < 6; square++) power *= power;
        return power;
    }
}
