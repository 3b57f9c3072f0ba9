using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Draws the next node of a walk.</summary>
internal readonly ref struct WalkStep(CsrView rows, AliasTables? tables, double p, double q)
{
    // Where as many draws in a row were refused, all neighbours are weighed: the same distribution, but at a bounded cost.
    private const int MostRefusals = 64;

    private readonly CsrView _rows = rows;
    private readonly AliasTables? _tables = tables;
    private readonly bool _isSecondOrder = p != 1 || q != 1;
    private readonly double _return = 1 / p, _outward = 1 / q, _most = Math.Max(1, Math.Max(1 / p, 1 / q));

    /// <summary>The next node, −1 when the walk ends.</summary>
    /// <param name="node">Where the walk is.</param>
    /// <param name="before">Where it came from, −1 at its start.</param>
    /// <param name="random">The numbers of the walk.</param>
    public int Next(int node, int before, ref Xoshiro256 random)
    {
        ReadOnlySpan<int> neighbours = _rows.Neighbours(node);
        if (neighbours.IsEmpty) return -1;
        if (!_isSecondOrder || before < 0) return First(node, neighbours, ref random);
        ReadOnlySpan<int> fromBefore = _rows.Neighbours(before);
        for (int refusals = 0; refusals < MostRefusals; refusals++)
        {
            int next = First(node, neighbours, ref random);
            if (next < 0 || random.NextDouble() * _most < Bias(next, before, fromBefore)) return next;
        }

        return Weighed(neighbours, _rows.Weights(node), before, fromBefore, ref random);
    }

    private int First(int node, ReadOnlySpan<int> neighbours, ref Xoshiro256 random)
    {
        int drawn = _tables is null ? random.Next(neighbours.Length) : _tables.Draw(node, ref random);
        return drawn < 0 ? -1 : neighbours[drawn];
    }

    private double Bias(int next, int before, ReadOnlySpan<int> fromBefore) =>
        next == before ? _return : fromBefore.BinarySearch(next) >= 0 ? 1 : _outward;

    private int Weighed(
        ReadOnlySpan<int> neighbours, ReadOnlySpan<double> weights, int before, ReadOnlySpan<int> fromBefore, ref Xoshiro256 random)
    {
        // Over the greatest weight, so that the sum stays within double precision.
        double greatest = 0, sum = 0;
        foreach (double weight in weights) greatest = Math.Max(greatest, weight);
        for (int i = 0; i < neighbours.Length; i++)
            sum += (weights.IsEmpty ? 1 : weights[i] / greatest) * Bias(neighbours[i], before, fromBefore);
        double left = random.NextDouble() * sum;
        int chosen = -1;
        for (int i = 0; i < neighbours.Length && left >= 0; i++)
        {
            double share = (weights.IsEmpty ? 1 : weights[i] / greatest) * Bias(neighbours[i], before, fromBefore);
            if (!(share > 0)) continue;
            chosen = neighbours[i];
            left -= share;
        }

        return chosen;
    }
}
