using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Whole numbers k from a least to a greatest, each with a probability proportional to k to the power −<c>exponent</c>.</summary>
internal sealed class PowerLaw
{
    private readonly double[] _cumulated;
    private readonly int _least;

    internal PowerLaw(int least, int greatest, double exponent)
    {
        _least = least;
        _cumulated = new double[greatest - least + 1];
        double sum = 0, moment = 0;
        for (int i = 0; i < _cumulated.Length; i++)
        {
            double share = Math.Pow(least + i, -exponent);
            _cumulated[i] = sum += share;
            moment += share * (least + i);
        }

        Mean = moment / sum;
    }

    /// <summary>The expected value.</summary>
    internal double Mean { get; }

    internal int Draw(ref Xoshiro256 random)
    {
        int at = Array.BinarySearch(_cumulated, random.NextDouble() * _cumulated[^1]);
        return _least + Math.Min(at >= 0 ? at + 1 : ~at, _cumulated.Length - 1);
    }
}
